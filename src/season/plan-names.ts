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
/**
 * The names of the program's proposals of a season: nobody else's plan is written over. The second is for where the first is what is
 * published. Two seasons never share one: what a name ends in tells which it is, and what comes before it whose.
 */
export const proposalsOf = (season: string): readonly [first: string, second: string] => [
  `${season}-proposal`,
  `${season}-proposal-2`,
];
const PROPOSAL = /-proposal(-2)?$/u;

const MOST = 120;
/** What a new plan may be called: text that can be typed and stands in an address. */
const PLAN_ID = new RegExp(`^[\\p{L}\\p{N}][\\p{L}\\p{N}._ -]{0,${MOST - 1}}$`, "u");

/** What a name may not have in it, and not begin with. */
const NOT_IN_ID = /[^\p{L}\p{N}._ -]+/gu;
const NOT_AT_START = /^[^\p{L}\p{N}]+/u;

/**
 * The program's own proposals are called after their season, whatever that is called.
 * @throws InputError for what no new plan may be called; StoreError `refused` for a name of the program's own proposals
 */
export function assertPlanName(store: Store, actor: Actor, id: string): void {
  assertMay(store, actor, "plan");
  if (PROPOSAL.test(id)) {
    if (actor.id === PROGRAM.id) return;
    noteRefusal(store, actor, "plan");
    const own = "names that end in -proposal or -proposal-2 are of the program's own proposals";
    throw new StoreError("refused", `plan ${id}: ${own}: choose another id`);
  }
  if (seasonOfPlan(store, id) !== null || PLAN_ID.test(id)) return;
  const expected = `a plan's id has letters, digits, spaces and . _ - and begins with one of the first two, at most ${MOST}`;
  throw new InputError("the plan's id", [{ path: "", expected, value: JSON.stringify(firstOf(id, MOST)) }]);
}

/** @throws StoreError `conflict` where the name is that of a plan of another season */
export function assertOfSeason(store: Store, id: string, season: string): void {
  const other = seasonOfPlan(store, id);
  if (other !== null && other !== season)
    throw new StoreError("conflict", `plan ${id} is a plan of season ${other}: choose another id`);
}

/**
 * The name under which a plan is kept where somebody was first: `first-2`, or the next that is free. What no new plan may be called
 * (an older one may be) is left out of it, so that the plan is not lost for its name.
 */
export function nameBeside(store: Store, id: string): string {
  const sound = id.replace(NOT_IN_ID, "-").replace(NOT_AT_START, "") || "plan";
  for (let n = 2; ; n++) {
    const beside = `${firstOf(sound, MOST - 1 - String(n).length)}-${n}`;
    if (!PROPOSAL.test(beside) && versionOf(store, "plans", beside) === 0) return beside;
  }
}

/** The first letters of a text, none cut in two. */
const firstOf = (text: string, most: number): string => [...text].slice(0, most).join("");
