/**
 * The steps of a programme in the pool's database: each works from the papers that are kept and keeps what it makes, if nobody
 * changed the programme since it was read. `seen` is the version that the caller read; 0 where there was none yet.
 */
import { InputError } from "../model/errors.js";
import type { Plan, Season, Session } from "../model/types.js";
import { type Actor, assertMay, ifUnchanged, removePaper, type Store, StoreError } from "../pool/store/index.js";
import type { Held } from "./account.js";
import { type Asked, alternativesOf } from "./choose/alternatives.js";
import type { AlternativeKind } from "./choose/kinds.js";
import {
  type Booking,
  type BookingFacts,
  bookProgramme,
  groupsOfItems,
  keepPaper,
  type PaperKind,
  type Programmed,
  paperOf,
  partsOf,
} from "./dossier.js";
import { groupsOf } from "./groups/groups.js";
import type { Intake } from "./groups/participants.js";
import { type IntakeSettings, intakeFromTable } from "./groups/participants-from-table.js";
import { intakeFor, othersOf } from "./groups/purpose.js";
import { heldFromTable } from "./held-from-table.js";
import { type Order, parseOrder, venuesOf } from "./order.js";
import { datesIn, paidBy } from "./quote/paid.js";
import { modulesOf, type Quote, quoteOf } from "./quote/quote.js";
import type { Tasks } from "./readiness.js";
import { type Answers, assertOptions, joined } from "./scan/answers.js";
import { answersFromTable } from "./scan/answers-from-table.js";
import { demandOf, type Needs, needsOf } from "./scan/needs.js";
import { listFacts, type Questionnaire, themesOf } from "./scan/questionnaire.js";
import { itemOf } from "./sessions/named.js";
import { sessionsOf } from "./sessions/sessions.js";
import { type GroupsOutline, outlineOf } from "./standing.js";

/** What the package knows besides, as plain data. */
export interface StepFacts extends BookingFacts {
  readonly questionnaire: Questionnaire;
  readonly kinds: readonly AlternativeKind[];
  readonly tasks: Tasks;
}
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** Keeps several papers, all of them or none. @throws InputError, StoreError `conflict` or `refused` */
export function keepPapers(
  store: Store,
  actor: Actor,
  programme: string,
  papers: readonly { readonly part?: string | undefined; readonly paper: unknown }[],
  seen: number,
): readonly PaperKind[] {
  assertMay(store, actor, "programme");
  return ifUnchanged(store, "programmes", programme, seen, () =>
    papers.map(({ part, paper }, i) =>
      keepPaper(store, actor, programme, bytesOf(paper), part ?? "", `papers[${i}].paper`),
    ),
  );
}

/** Answers out of the exports of survey tools, kept with their outcome. @throws SheetsRefused with every wrong cell */
export function takeAnswers(
  store: Store,
  actor: Actor,
  programme: string,
  files: readonly NamedBytes[],
  { questionnaire }: StepFacts,
  seen: number,
): Needs {
  assertMay(store, actor, "programme");
  const answers = joined(files.map(({ name, bytes }) => answersFromTable(bytes, questionnaire, name).answers));
  const needs = needsOf(answers, themesOf(questionnaire));
  keepPapers(store, actor, programme, [{ paper: answers }, { paper: needs }], seen);
  return needs;
}

/** Participants out of a list that was filled in. @throws SheetsRefused with every wrong cell */
export function takeParticipants(
  store: Store,
  actor: Actor,
  programme: string,
  file: NamedBytes,
  settings: IntakeSettings,
  { questionnaire }: StepFacts,
  seen: number,
): Intake {
  assertMay(store, actor, "programme");
  const { languages, skip } = listFacts(questionnaire);
  const intake = intakeFromTable(file.bytes, settings, languages, skip, file.name);
  keepPapers(store, actor, programme, [{ paper: intake }], seen);
  return intake;
}

/** What was held, out of a list that was filled in, in the place of what was kept of it. @throws SheetsRefused with every wrong cell */
export function takeHeld(
  store: Store,
  actor: Actor,
  programme: string,
  { name, bytes }: NamedBytes,
  { menu }: StepFacts,
  seen: number,
): Held {
  assertMay(store, actor, "programme");
  const held = heldFromTable(bytes, menu, name);
  keepPapers(store, actor, programme, [{ paper: held }], seen);
  return held;
}

/**
 * The alternatives of what is kept. Where there is one at least, they are kept with the wishes of which they were made; where there
 * is none, nothing is, and what cannot go together is told.
 * @param wishes what must and must not be there, in place of the order's
 */
export function chooseProgramme(
  store: Store,
  actor: Actor,
  programme: string,
  wishes: Partial<Pick<Order, "must" | "mustNot">>,
  { menu, questionnaire, kinds }: StepFacts,
  seen: number,
): Asked {
  const { ordered, answers } = forChoice(store, actor, programme, seen);
  const order = parseOrder({ ...ordered, ...wishes });
  assertOptions(answers, questionnaire, "the answers");
  const asked = alternativesOf(menu, order, demandOf(answers, themesOf(questionnaire)), kinds);
  if (asked.choices.alternatives.length > 0)
    keepPapers(store, actor, programme, [{ paper: order }, { paper: asked.choices }], seen);
  return asked;
}

function forChoice(
  store: Store,
  actor: Actor,
  programme: string,
  seen: number,
): { readonly ordered: Order; readonly answers: Answers } {
  assertMay(store, actor, "programme");
  return ifUnchanged(store, "programmes", programme, seen, () => ({
    ordered: kept(paperOf(store, actor, programme, "order"), programme, "order"),
    answers: kept(paperOf(store, actor, programme, "answers"), programme, "answers"),
  }));
}

/** @throws StoreError `unknown` where there is none */
function kept<T>(paper: T | null, programme: string, kind: PaperKind): T {
  if (paper !== null) return paper;
  throw new StoreError("unknown", `programme ${programme}: no paper ${kind} is kept of it; keep one first`);
}

/**
 * The participants that are kept into groups, kept as those of an item of the menu: of as many as the item asks for, on days on
 * which a session of it can be held, as far as the order and the outcome are kept that tell, and can follow what the groups of other
 * items go through before it.
 */
export function formGroups(
  store: Store,
  actor: Actor,
  programme: string,
  item: string,
  { menu, calendar }: StepFacts,
  seen: number,
): GroupsOutline {
  assertMay(store, actor, "programme");
  const items = menu.items.filter(({ kind }) => kind === "group");
  const grouped = items.find(({ id }) => id === item);
  if (grouped === undefined)
    throw new InputError("the request", [
      { path: "item", expected: `one of ${items.map(({ id }) => id).join(", ")}`, value: JSON.stringify(item) },
    ]);
  const intake = ifUnchanged(store, "programmes", programme, seen, () =>
    intakeFor(kept(paperOf(store, actor, programme, "participants"), programme, "participants"), {
      item: grouped,
      order: paperOf(store, actor, programme, "order"),
      needs: paperOf(store, actor, programme, "needs"),
      calendar,
      others: othersOf(groupsOfItems(store, actor, programme), item, menu),
    }),
  );
  const groups = groupsOf(intake);
  keepPapers(store, actor, programme, [{ part: item, paper: groups }], seen);
  return outlineOf(item, groups);
}

/**
 * Leaves the groups of an item out again; formed again of the same participants they come back. Sessions that are booked keep the days
 * of theirs until they are booked again.
 * @throws StoreError `unknown` where the item has none
 */
export function leaveGroupsOut(store: Store, actor: Actor, programme: string, item: string, seen: number): void {
  assertMay(store, actor, "programme");
  ifUnchanged(store, "programmes", programme, seen, () =>
    removePaper(store, actor, programme, { kind: "groups", part: item }),
  );
}

/**
 * The quote for the sessions of an alternative, by the terms that are kept.
 * @param planned a plan that has the programme's sessions: its dates, and whose trainers come; null: not planned yet
 */
export function makeQuote(
  store: Store,
  actor: Actor,
  programme: string,
  kind: string,
  planned: { readonly season: Season; readonly plan: Plan } | null,
  facts: StepFacts,
  seen: number,
): Quote {
  assertMay(store, actor, "programme");
  const quote = ifUnchanged(store, "programmes", programme, seen, () => {
    const terms = kept(paperOf(store, actor, programme, "terms"), programme, "terms");
    const parts = partsOf(store, actor, programme, facts, { kind, introductions: [] });
    const { sessions } = sessionsOf(parts);
    const itemIs = (session: Session) => itemOf(facts.menu, session);
    const modules = parts.alternative === null ? [] : modulesOf(facts.menu, parts.alternative);
    const of = parts.alternative?.kind ?? null;
    const known = { sessions, terms, venues: venuesOf(parts.order), itemOf: itemIs, modules, kind: of };
    if (planned === null) return quoteOf(known);
    const { season, plan } = planned;
    return quoteOf({ ...known, dated: datesIn(season, plan), paid: paidBy(season, plan, programme) });
  });
  keepPapers(store, actor, programme, [{ paper: quote }], seen);
  return quote;
}

/** `bookProgramme`, if nobody changed the programme since it was read. */
export function bookSeen(
  store: Store,
  actor: Actor,
  programme: string,
  facts: BookingFacts,
  programmed: Programmed,
  seen: number,
): Booking {
  assertMay(store, actor, "programme");
  return ifUnchanged(store, "programmes", programme, seen, () =>
    bookProgramme(store, actor, programme, facts, programmed),
  );
}
