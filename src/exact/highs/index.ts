/** HiGHS as a client: see README.md. */
export { roundedBound, safeLpBound } from "./bounds.js";
export { type Breach, MipModel } from "./mip-model.js";
export type { Basis, Progress } from "./protocol.js";
export { type LpOptions, type LpResult, type MipOptions, type MipResult, solveLp, solveMip } from "./solve-mip.js";
export { closeSpare, warmUp } from "./thread.js";
