/** Plannings on many machines: see README.md. */
export { queueSolver } from "./ask.js";
export { openQueue, QueueError, withoutSecrets } from "./boss.js";
export { work } from "./worker.js";
