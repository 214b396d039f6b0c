/** How a programme stands in the pool's database: what a reader is shown of its papers, and what a plan makes of it. */
import { InputError, type InputIssue } from "../model/errors.js";
import type { Plan, Season, Session } from "../model/types.js";
import {
  type Actor,
  append,
  assertMay,
  bookedKind,
  bookedSessions,
  codesOf,
  inTransaction,
  readBody,
  repliesOf,
  repliesTo,
  type Store,
  versionOf,
} from "../pool/store/index.js";
import { groupsOfItems, type PaperKind, paperOf, papersOf } from "./dossier.js";
import type { Groups } from "./groups/groups.js";
import type { Menu } from "./menu.js";
import { type Fees, feesOf } from "./quote/fees.js";
import { type Duty, dutiesOf, type HeldSession, type SaidYes, type Tasks } from "./readiness.js";
import { itemOf } from "./sessions/named.js";
import { told } from "./suppress.js";

/** How a programme stands, without anybody's answers and without a participant's code. */
export interface Dossier {
  readonly id: string;
  readonly version: number;
  readonly kept: readonly { readonly kind: string; readonly part: string; readonly at: string }[];
  readonly papers: Readonly<Partial<Record<PaperKind, unknown>>>;
  readonly groups: readonly GroupsOutline[];
  /** the alternative of the choice that is booked; null: none is, or it was booked before that was kept */
  readonly bookedKind: string | null;
}
export interface GroupsOutline {
  readonly item: string;
  readonly proven: boolean;
  readonly waiting: number;
  readonly groups: readonly {
    readonly id: string;
    readonly date: string;
    /** the municipality of a region; null: the order says where */
    readonly place: string | null;
    readonly language: string;
    readonly womenOnly: boolean;
    readonly people: number;
    /** null where either of the two is too small a count to be told */
    readonly formal: number | null;
    readonly informal: number | null;
    readonly placesLeft: number;
    /** how many it lacks of what a group should have at least; 0 where it has enough */
    readonly lacks: number;
  }[];
  /** how many a group should have at least; null: that was not known */
  readonly atLeast: number | null;
  /** days on which no group could be: where (null: anywhere), and why */
  readonly closed: NonNullable<Groups["closed"]>;
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
    bookedKind: bookedKind(store, programme),
  }));
}

/** Groups without codes. */
export function outlineOf(item: string, { groups, waiting, proven, atLeast, closed = [] }: Groups): GroupsOutline {
  return {
    item,
    proven,
    waiting: waiting.length,
    groups: groups.map(
      ({ id, date, place = null, language, womenOnly, formal, informal, placesLeft, lacks = 0, members }) => {
        const people = members.length;
        const parts = [told(formal, people), told(informal, people)];
        // Beside their sum one of the two tells the other.
        const [a = null, b = null] = parts.includes(null) ? [] : parts;
        return { id, date, place, language, womenOnly, people, formal: a, informal: b, placesLeft, lacks };
      },
    ),
    atLeast: atLeast ?? null,
    closed,
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

/** Papers of people: what they answered, who they are by code, why one waits. */
const PERSONAL: ReadonlySet<PaperKind> = new Set(["answers", "participants", "groups"]);

/** A paper as it was kept, for whoever takes it out; where it is of people, the trail keeps who looked. Null where none is kept. */
export function paperTaken(store: Store, actor: Actor, programme: string, kind: PaperKind, part = ""): unknown {
  if (!PERSONAL.has(kind)) return paperOf(store, actor, programme, kind, part);
  assertMay(store, actor, "seeParticipants");
  return inTransaction(store, () => {
    append(store, actor, { action: "read", field: `paper ${kind}` });
    return paperOf(store, actor, programme, kind, part);
  });
}

/** A plan of the database with its season. */
interface Planned {
  readonly season: Season;
  readonly plan: Plan;
}

/**
 * How a programme stands: what a plan pays against its budget, and what must be ready. A trainer who said yes to the date, the place
 * and the seat of the plan counts as confirmed.
 * @param planned null: there is no plan yet; the sessions are those that are booked in the pool, their teams those that are fixed
 * @throws InputError where there is no session of it
 */
export function followProgramme(
  store: Store,
  actor: Actor,
  programme: string,
  planned: Planned | null,
  { menu, tasks }: { readonly menu: Menu; readonly tasks: Tasks },
  today: string,
): { readonly fees: readonly Fees[]; readonly duties: readonly Duty[] } {
  assertMay(store, actor, "programme");
  return inTransaction(store, () => {
    const isMine = ownerOf(store, programme);
    const sessions = (planned === null ? sessionsInPool(store) : planned.season.sessions).filter(isMine);
    if (sessions.length === 0) throw new InputError("the request", [nothingOf(planned)]);
    const finished = paperOf(store, actor, programme, "done");
    const done = finished && { ...finished, done: finished.done.filter(isOf(sessions)) };
    return {
      fees: planned === null ? [] : feesOf(partOf(planned.season, programme, isMine), planned.plan),
      duties: dutiesOf({
        sessions,
        plan: planned?.plan ?? null,
        tasks,
        done,
        saidYes: planned && saidYesIn(store, planned.season.id),
        itemOf: (session) => itemOf(menu, session),
        today,
      }),
    };
  });
}

/** What was ticked of sessions that are no more is left alone: a new booking may bring them back. */
const isOf = (sessions: readonly HeldSession[]) => {
  const ids = new Set(sessions.map(({ id }) => id));
  return ({ session }: { readonly session: string }): boolean => ids.has(session);
};

/** Whether a session is of a programme: it pays for it, or it was booked with it and nobody pays (the meetings before it). */
function ownerOf(store: Store, programme: string): (session: Pick<Session, "id" | "programme">) => boolean {
  const booked = new Set(bookedSessions(store, programme));
  return ({ id, programme: payer }) => payer === programme || (payer === null && booked.has(id));
}

const sessionsInPool = (store: Store): readonly HeldSession[] =>
  codesOf(store, "sessions").map((id) => readBody(store, "sessions", id) as HeldSession);

const partOf = (season: Season, programme: string, isMine: (session: Session) => boolean): Season => ({
  ...season,
  sessions: season.sessions.filter(isMine),
  programmes: season.programmes.filter(({ id }) => id === programme),
});

const nothingOf = (planned: Planned | null): InputIssue =>
  planned === null
    ? { path: "programme", expected: "a programme whose sessions are booked: book it first" }
    : {
        path: "plan",
        expected: "a plan of a season that has the programme's sessions: book it, and build the season",
      };

/** Whether a member said yes to the date, the place and the seat that a plan of the season has for her. */
function saidYesIn(store: Store, season: string): SaidYes {
  const yes = new Map(
    repliesOf(store, season)
      .filter(({ reply }) => reply === "yes")
      .map((reply) => [`${reply.session}\n${reply.trainer}`, reply]),
  );
  return ({ id: session, place }, slot, { trainer }, team) => {
    const reply = yes.get(`${session}\n${trainer}`);
    return reply !== undefined && repliesTo(reply, { session, slot, team, place });
  };
}
