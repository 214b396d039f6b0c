/** How a programme stands in the pool's database: what a reader is shown of its papers, and what a plan makes of it. */
import { InputError } from "../model/errors.js";
import type { Plan, Season } from "../model/types.js";
import { type Actor, append, assertMay, inTransaction, type Store, versionOf } from "../pool/store/index.js";
import { groupsOfItems, type PaperKind, paperOf, papersOf } from "./dossier.js";
import type { Groups } from "./groups/groups.js";
import { type Fees, feesOf } from "./quote/fees.js";
import { type Duty, dutiesOf, type Tasks } from "./readiness.js";
import { told } from "./suppress.js";

/** How a programme stands, without anybody's answers and without a participant's code. */
export interface Dossier {
  readonly id: string;
  readonly version: number;
  readonly kept: readonly { readonly kind: string; readonly part: string; readonly at: string }[];
  readonly papers: Readonly<Partial<Record<PaperKind, unknown>>>;
  readonly groups: readonly GroupsOutline[];
}
export interface GroupsOutline {
  readonly item: string;
  readonly proven: boolean;
  readonly waiting: number;
  readonly groups: readonly {
    readonly id: string;
    readonly date: string;
    readonly language: string;
    readonly womenOnly: boolean;
    readonly people: number;
    /** null where either of the two is too small a count to be told */
    readonly formal: number | null;
    readonly informal: number | null;
    readonly placesLeft: number;
  }[];
}
/** Papers that are shown as they are; what people answered and who takes part is not among them. */
const SHOWN = ["order", "needs", "choice", "terms", "quote", "done"] as const satisfies readonly PaperKind[];

export function dossierOf(store: Store, actor: Actor, programme: string): Dossier {
  assertMay(store, actor, "programme");
  return inTransaction(store, () => ({
    id: programme,
    version: versionOf(store, "programmes", programme),
    kept: papersOf(store, actor, programme).map(({ kind, part, at }) => ({ kind, part, at })),
    papers: Object.fromEntries(
      SHOWN.flatMap((kind) => {
        const value = paperOf(store, actor, programme, kind);
        return value === null ? [] : [[kind, value]];
      }),
    ),
    groups: [...groupsOfItems(store, actor, programme)].map(([item, groups]) => outlineOf(item, groups)),
  }));
}

/** Groups without codes. */
export function outlineOf(item: string, { groups, waiting, proven }: Groups): GroupsOutline {
  return {
    item,
    proven,
    waiting: waiting.length,
    groups: groups.map(({ id, date, language, womenOnly, formal, informal, placesLeft, members }) => {
      const people = members.length;
      const parts = [told(formal, people), told(informal, people)];
      // Beside their sum one of the two tells the other.
      const [a = null, b = null] = parts.includes(null) ? [] : parts;
      return { id, date, language, womenOnly, people, formal: a, informal: b, placesLeft };
    }),
  };
}

/** Who is in which group and who waits, by their codes; the trail keeps who looked. */
export function intakeListOf(store: Store, actor: Actor, programme: string): ReadonlyMap<string, Groups> {
  assertMay(store, actor, "seeParticipants");
  return inTransaction(store, () => {
    append(store, actor, { action: "read", field: "paper groups" });
    return groupsOfItems(store, actor, programme);
  });
}

/**
 * How a programme stands in a plan: what is paid against its budget, and what must be ready.
 * @throws InputError where the season has no session of it
 */
export function followProgramme(
  store: Store,
  actor: Actor,
  programme: string,
  { season, plan }: { readonly season: Season; readonly plan: Plan },
  tasks: Tasks,
  today: string,
): { readonly fees: readonly Fees[]; readonly duties: readonly Duty[] } {
  const finished = paperOf(store, actor, programme, "done");
  const mine = season.sessions.filter((one) => one.programme === programme || one.id.startsWith(`${programme}-`));
  if (mine.length === 0)
    throw new InputError("the request", [
      { path: "plan", expected: "a plan of a season that has the programme's sessions: book it, and build the season" },
    ]);
  const part = { ...season, sessions: mine, programmes: season.programmes.filter(({ id }) => id === programme) };
  return { fees: feesOf(part, plan), duties: dutiesOf(part, plan, tasks, finished, today) };
}
