/** The door of the room: the facts, the dates of a period, and what they mean for a session's slots. */
export { type DatesOptions, observancesBetween, schoolHolidaysKnown } from "./between.js";
export { dayBefore } from "./days.js";
export { type Calendar, type CalendarFiles, readCalendar } from "./facts.js";
export { type Keeps, keepsBy, type Tags } from "./keeping.js";
export { regionOf } from "./regions.js";
export {
  type Dated,
  dropSlots,
  type How,
  type RankedSlot,
  rankSlots,
  type SlotOptions,
  type Touch,
} from "./slots.js";
export { MID_NETHERLANDS, type Point, sunsetOn } from "./sunset.js";
export {
  type Basis,
  FIRST_DAY,
  type Impact,
  LAST_DAY,
  type Observance,
  REGIONS,
  type Region,
} from "./types.js";
