/** What a plan may be called, and under which name it is kept where somebody was first. */
import { InputError } from "../model/index.js";
import {
  type Actor,
  assertMay,
  noteRefusal,
  type Store,
  StoreError,
  seasonOfPlan,
  versionOf,
} from "../pool/store/index.js";

/** The program itself, when it repairs after a no: it plans as a coordinator does, and comes to know no name. */
export const PROGRAM: Actor = { id: "koppel serve, after a no", role: "coordinator" };
/** How the names of the program's proposals end: nobody else's plan is written over. */
export const PROPOSAL = "-proposal";

const MOST = 120;
/** What a new plan may be called: text that can be typed and stands in an address. */
const PLAN_ID = new RegExp(`^[\\p{L}\\p{N}][\\p{L}\\p{N}._ -]{0,${MOST - 1}}$`, "u");

/**
 * @throws InputError for what no new plan may be called; StoreError `refused` for a name of the program's own proposals
 */
export function assertPlanName(store: Store, actor: Actor, id: string): void {
  assertMay(store, actor, "plan");
  if (id.endsWith(PROPOSAL) && actor.id !== PROGRAM.id) {
    noteRefusal(store, actor, "plan");
    throw new StoreError("refused", `plan ${id}: names that end in ${PROPOSAL} are of the program's own proposals`);
  }
  if (seasonOfPlan(store, id) !== null || PLAN_ID.test(id)) return;
  const expected = `a plan's id has letters, digits, spaces and . _ - and begins with one of the first two, at most ${MOST}`;
  throw new InputError("the plan's id", [{ path: "", expected, value: JSON.stringify(id.slice(0, MOST)) }]);
}

/** The name under which a plan is kept where somebody was first: `first-2`, or the next that is free. */
export function nameBeside(store: Store, id: string): string {
  for (let n = 2; ; n++) {
    const beside = `${id.slice(0, MOST - 1 - String(n).length)}-${n}`;
    if (versionOf(store, "plans", beside) === 0) return beside;
  }
}
