/** Availability: what a trainer says of her time, her own calendar, and the intervals in which she can be booked. */
export { type BusyTimes, type ImportOptions, importBusy } from "./calendar/import.js";
export { CALENDAR_LIMITS, type CalendarLimits } from "./calendar/limits.js";
export { commonTime, type ExpandOptions, expandAvailability, withoutNoes } from "./expand.js";
export { inZone } from "./in-zone.js";
export { readAvailability, readDayParts } from "./read.js";
export type { Period } from "./times.js";
export * from "./types.js";
