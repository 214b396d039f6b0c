/** What the rest of the project may use of the model. See README.md for what is where. */
export { decode } from "./decode.js";
export { parseEdits, parseScenarios, readEdits, readScenarios } from "./edit-parse.js";
export { editSchema, editsSchema, scenarioSchema, scenariosSchema } from "./edit-schema.js";
export * from "./edit-types.js";
export { applyEdits, applyScenarios, type Edited, type EditsName } from "./edits.js";
export { InputError, type InputIssue } from "./errors.js";
export { feeOf } from "./fee.js";
export { kmBetween } from "./geo.js";
export { parsePlan, parseSeason, parseSession, readPlan, readSeason } from "./parse.js";
export { SPECIAL_FIELDS } from "./redaction.js";
export { planSchema, seasonSchema, sessionSchema } from "./schema.js";
export { dayOfMinute, MINUTES_PER_DAY, minuteOf, weekOfDay } from "./time.js";
export * from "./types.js";
export { PRESETS, type PresetName, type WeightPreset, withPreset } from "./weights.js";
export { isZone } from "./zone.js";
