/**
 * A programme in the pool's database: its papers, each judged before it is kept, and its sessions, booked into the pool from
 * where `koppel season build` takes them.
 */
import type { Calendar } from "../dates/index.js";
import { decode } from "../model/decode.js";
import { InputError } from "../model/errors.js";
import type { Place, Series, Session } from "../model/types.js";
import {
  type Actor,
  assertMay,
  BOOKED,
  type Booked,
  bookedSessions,
  cancelSession,
  clientNamed,
  codesOf,
  inTransaction,
  keptOfSession,
  listPapers,
  paperValue,
  type Store,
  StoreError,
  saveClient,
  savePaper,
  saveProgramme,
  saveSeries,
  saveSession,
} from "../pool/store/index.js";
import { readHeld } from "./account.js";
import { readChoice } from "./choose/alternatives.js";
import { type Groups, readGroups } from "./groups/groups.js";
import { readIntake } from "./groups/participants.js";
import type { Menu } from "./menu.js";
import { readOrder } from "./order.js";
import { budgetOf, readQuote, readTerms } from "./quote/quote.js";
import { readDone } from "./readiness.js";
import { readAnswers } from "./scan/answers.js";
import { readNeeds } from "./scan/needs.js";
import { assertPlaces } from "./sessions/season.js";
import { type Introduction, type SessionParts, sessionsOf } from "./sessions/sessions.js";

type Reader<T> = (bytes: Uint8Array, what?: string) => T;
/** kind → how its file is read; the format that a file states is `koppel-KIND/1`. */
const READERS = {
  order: readOrder,
  answers: readAnswers,
  needs: readNeeds,
  choice: readChoice,
  participants: readIntake,
  groups: readGroups,
  terms: readTerms,
  quote: readQuote,
  done: readDone,
  held: readHeld,
} as const;
export type PaperKind = keyof typeof READERS;
export const PAPER_KINDS = Object.keys(READERS) as readonly PaperKind[];
type PaperOf<K extends PaperKind> = (typeof READERS)[K] extends Reader<infer T> ? T : never;

/**
 * Keeps a paper of a programme, in the place of the one of its kind that was there.
 * @param part the item that groups are of; "" for every other kind
 * @returns its kind
 * @throws InputError where it is no such paper, or an order of another programme; StoreError `refused` by role
 */
export function keepPaper(
  store: Store,
  actor: Actor,
  programme: string,
  bytes: Uint8Array,
  part = "",
  what = "the paper",
): PaperKind {
  assertMay(store, actor, "programme");
  const kind = kindOf(bytes, what);
  if ((kind === "groups") !== (part !== ""))
    throw new InputError(what, [
      {
        path: "",
        expected:
          kind === "groups" ? "the item that the groups are of: give item=file" : "no item: give the file alone",
      },
    ]);
  const value = READERS[kind](bytes, what);
  if (kind === "order" && (value as PaperOf<"order">).id !== programme)
    throw new InputError(what, [
      { path: "id", expected: `"${programme}"`, value: JSON.stringify((value as PaperOf<"order">).id) },
    ]);
  savePaper(store, actor, programme, { kind, part }, value);
  return kind;
}

/** The kind of paper that a file says it is. */
function kindOf(bytes: Uint8Array, what: string): PaperKind {
  const { format = null } = (decode(bytes, what) ?? {}) as { readonly format?: unknown };
  const kind = PAPER_KINDS.find((one) => format === `koppel-${one}/1`);
  if (kind !== undefined) return kind;
  const expected = `one of ${PAPER_KINDS.map((one) => `koppel-${one}/1`).join(", ")}`;
  throw new InputError(what, [{ path: "format", expected }]);
}

/** A paper of a programme, or null. @throws StoreError `refused` by role */
export function paperOf<K extends PaperKind>(
  store: Store,
  actor: Actor,
  programme: string,
  kind: K,
  part = "",
): PaperOf<K> | null {
  assertMay(store, actor, "programme");
  const value = paperValue(store, programme, { kind, part });
  if (value === null) return null;
  // Judged again: a newer program may ask more of it.
  return READERS[kind](new TextEncoder().encode(JSON.stringify(value)), `the ${kind} of ${programme}`) as PaperOf<K>;
}

/** The papers that are kept, with when each was saved. @param programme null: of all */
export function papersOf(store: Store, actor: Actor, programme: string | null): ReturnType<typeof listPapers> {
  assertMay(store, actor, "programme");
  return listPapers(store, programme).filter(({ kind }) => kind !== BOOKED.kind);
}

export interface BookingFacts {
  readonly menu: Menu;
  readonly calendar: Calendar;
  readonly places: readonly Place[];
}

export interface Booking {
  readonly programme: string;
  readonly client: string;
  /** the alternative of the choice; null: only the meetings before one */
  readonly kind: string | null;
  readonly budget: number;
  readonly sessions: readonly Session[];
  readonly series: readonly Series[];
  /** sessions of an earlier booking that are no more */
  readonly cancelled: readonly string[];
}

/** An alternative of the choice that is kept, and what its sessions are made of. `introductions` are those meetings as well. */
export interface Programmed {
  /** which alternative of the choice; without a choice there are only the meetings before a programme */
  readonly kind: string;
  readonly introductions: readonly Introduction[];
}

/**
 * What a programme's sessions are made of, of its papers as they are kept.
 * @throws InputError where the choice has no such alternative; StoreError `unknown` where there is no order
 */
export function partsOf(
  store: Store,
  actor: Actor,
  programme: string,
  { menu, calendar, places }: BookingFacts,
  { kind, introductions }: Programmed,
): SessionParts {
  const order = paperOf(store, actor, programme, "order");
  if (order === null) throw new StoreError("unknown", `programme ${programme}: no order is kept of it; keep one first`);
  assertPlaces(order, places);
  const choice = paperOf(store, actor, programme, "choice");
  const alternative = choice?.alternatives.find((one) => one.kind === kind) ?? null;
  if (choice !== null && alternative === null) {
    const expected = `one of ${choice.alternatives.map((one) => one.kind).join(", ")}`;
    throw new InputError("the booking", [{ path: "kind", expected, value: JSON.stringify(kind) }]);
  }
  const groups = groupsOfItems(store, actor, programme);
  const needs = paperOf(store, actor, programme, "needs");
  return { menu, order, alternative, needs, groups, introductions, calendar };
}

/** The groups that are kept, by the item that they are of. */
export function groupsOfItems(store: Store, actor: Actor, programme: string): ReadonlyMap<string, Groups> {
  const items = listPapers(store, programme).filter((one) => one.kind === "groups");
  return new Map(
    items.flatMap(({ part }) => {
      const formed = paperOf(store, actor, programme, "groups", part);
      return formed === null ? [] : [[part, formed] as const];
    }),
  );
}

/**
 * Books a programme's sessions into the pool: new ones are added, those that it had are made anew (whom they exclude, waivers and
 * what is fixed stay), and those that it no longer has are cancelled. Its budget is what the accepted quote comes to, else the order's.
 * @throws InputError where a session has no date or the choice has no such alternative; StoreError `unknown` where there is no order
 */
export function bookProgramme(
  store: Store,
  actor: Actor,
  programme: string,
  facts: BookingFacts,
  programmed: Programmed,
): Booking {
  assertMay(store, actor, "programme");
  return inTransaction(store, () => {
    const parts = partsOf(store, actor, programme, facts, programmed);
    const { order } = parts;
    const made = sessionsOf(parts);
    const quote = paperOf(store, actor, programme, "quote");
    const budget = quote === null ? order.budget : budgetOf(quote);
    const client = clientOf(store, actor, order.client.name);
    saveProgramme(store, actor, client, { id: programme, budget });
    for (const session of made.sessions)
      saveSession(store, actor, client, { ...session, ...(keptOfSession(store, session.id, session.slots) ?? {}) });
    for (const one of made.series) saveSeries(store, actor, one);
    const before = bookedSessions(store, programme);
    const kind = parts.alternative?.kind ?? null;
    const now: Booked = { sessions: made.sessions.map(({ id }) => id), series: made.series.map(({ id }) => id), kind };
    const there = new Set(codesOf(store, "sessions"));
    const cancelled = before.filter((id) => !now.sessions.includes(id) && there.has(id));
    for (const id of cancelled) cancelSession(store, actor, id);
    savePaper(store, actor, programme, BOOKED, now);
    return { programme, client, kind, budget, ...made, cancelled };
  });
}

/** The client of that name, added where there is none. */
function clientOf(store: Store, actor: Actor, name: string): string {
  const known = clientNamed(store, name);
  if (known !== null) return known;
  const slug = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const taken = new Set(codesOf(store, "clients"));
  let code = slug || "client";
  for (let n = 2; taken.has(code); n++) code = `${slug || "client"}-${n}`;
  saveClient(store, actor, code, name);
  return code;
}
