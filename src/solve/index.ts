/** Plans a season. */
export type * from "./api.js";
export { openReasons } from "./open-reasons.js";
export { solve } from "./solve.js";
