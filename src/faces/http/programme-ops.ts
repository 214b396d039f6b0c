/** What the steps of a programme come to, answered in an advice thread: parse, call one function, say it. */
import type { Form } from "../../papers/programme/index.js";
import { SheetsRefused } from "../../pool/exchange/index.js";
import { type Actor, type Store, versionOf } from "../../pool/store/index.js";
import {
  bookSeen,
  chooseProgramme,
  followProgramme,
  formGroups,
  itemOf,
  leaveGroupsOut,
  makeQuote,
  type NamedBytes,
  placeOptions,
  type StepFacts,
  takeAnswers,
  takeHeld,
  takeParticipants,
} from "../../programme/index.js";
import { keptPlan } from "../../season/index.js";
import { NoSuchForm, pageOf } from "../programme-pages.js";
import { issuesTold } from "./issues.js";
import { ProblemError, problem } from "./problems.js";
import * as p from "./programme-schemas.js";
import { type Conditions, seenOrNone } from "./seen.js";
import { type Asking, type Facts, shaped } from "./sources.js";

/** Which programme, which step of it, and which version was seen. */
export interface StepTarget extends Conditions {
  readonly id: string;
  readonly step: p.Step;
}
export interface Stepped {
  readonly value: unknown;
  /** the programme's version after it */
  readonly version?: number;
}
interface Asked {
  readonly store: Store;
  readonly actor: Actor;
  readonly id: string;
  readonly facts: Facts;
  readonly steps: StepFacts;
  /** the version that was seen. @throws ProblemError 428 where none is said */
  readonly seen: () => number;
}

const named = ({ name, data }: { readonly name: string; readonly data: string }): NamedBytes => ({
  name,
  bytes: Buffer.from(data, "base64"),
});
const NOTHING_WRONG = { done: true, issues: [] };

const OPS: Readonly<Record<p.Step, (asked: Asked, body: unknown) => unknown>> = {
  answers: ({ store, actor, id, steps, seen }, body) => {
    const { files, lang = "nl" } = shaped(p.answersIn, body);
    return orIssues(lang, () => {
      const { people } = takeAnswers(store, actor, id, files.map(named), steps, seen());
      return { people: people.total };
    });
  },
  participants: ({ store, actor, id, steps, seen }, body) => {
    const {
      file,
      lang = "nl",
      most = 16,
      colleagues = "either",
      places = [],
      ...asked
    } = shaped(p.participantsIn, body);
    return orIssues(lang, () => {
      const settings = { ...asked, most, colleagues, places: placeOptions(places, steps.places) };
      return { people: takeParticipants(store, actor, id, named(file), settings, steps, seen()).participants.length };
    });
  },
  held: ({ store, actor, id, steps, seen }, body) => {
    const { file, lang = "nl" } = shaped(p.heldIn, body);
    return orIssues(lang, () => ({ sessions: takeHeld(store, actor, id, named(file), steps, seen()).held.length }));
  },
  choice: ({ store, actor, id, steps, seen }, body) => {
    const { must, mustNot } = shaped(p.choiceIn, body);
    const wishes = { ...(must === undefined ? {} : { must }), ...(mustNot === undefined ? {} : { mustNot }) };
    const { choices, impossible } = chooseProgramme(store, actor, id, wishes, steps, seen());
    return { ...choices, impossible };
  },
  groups: ({ store, actor, id, steps, seen }, body) =>
    formGroups(store, actor, id, shaped(p.groupsIn, body).item, steps, seen()),
  ungrouping: ({ store, actor, id, seen }, body) => {
    const { item } = shaped(p.groupsIn, body);
    leaveGroupsOut(store, actor, id, item, seen());
    return { item };
  },
  quote: ({ store, actor, id, steps, seen }, body) => {
    const { kind, plan } = shaped(p.quoteIn, body);
    const planned = plan === undefined ? null : keptPlan(store, actor, plan);
    return makeQuote(store, actor, id, kind, planned, steps, seen());
  },
  booking: ({ store, actor, id, steps, seen }, body) => {
    const { kind, meetings = ["outcome"] } = shaped(p.bookingIn, body);
    const booked = bookSeen(store, actor, id, steps, { kind, introductions: meetings }, seen());
    const { client, kind: of, budget, sessions, series, cancelled } = booked;
    const held = sessions.map((one) => {
      const item = itemOf(steps.menu, one)?.id ?? null;
      return { session: one.id, activity: one.activity, item, dates: one.slots.length };
    });
    return { client, kind: of, budget, sessions: held, series: series.length, cancelled };
  },
  standing: ({ store, actor, id, steps }, body) => {
    const { plan, today } = shaped(p.standingIn, body);
    const planned = plan === undefined ? null : keptPlan(store, actor, plan);
    return followProgramme(store, actor, id, planned, steps, today);
  },
  pages: fileOf,
};

/** @param body parsed JSON */
export async function stepOf(
  { actor, store }: Asking,
  target: StepTarget,
  body: unknown,
  facts: Facts,
): Promise<Stepped> {
  const { programme: steps } = facts;
  if (store === null || steps === null) throw new ProblemError(problem(404, "this server has no database"));
  const { id, step } = target;
  const seen = (): number => seenOrNone(target, { version: versionOf(store, "programmes", id) });
  const value = await OPS[step]({ store, actor, id, facts, steps, seen }, body);
  return { value, version: versionOf(store, "programmes", id) };
}

/** What was taken in, or every wrong cell of the spreadsheets, of which nothing is kept then. */
function orIssues(lang: "nl" | "en", work: () => object): object {
  try {
    return { ...NOTHING_WRONG, ...work() };
  } catch (error) {
    if (!(error instanceof SheetsRefused)) throw error;
    return { done: false, issues: issuesTold(error.issues, lang) };
  }
}

const TYPES = {
  html: "text/html; charset=utf-8",
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  json: "application/json",
} as const satisfies Record<Form, string>;

async function fileOf({ store, actor, id, facts, steps }: Asked, body: unknown): Promise<unknown> {
  const { page, as, lang = "nl", ...options } = shaped(p.pageIn, body);
  const known = new Map(facts.names.map((one) => [one.code, one[lang]]));
  const roles = new Map(facts.choices.role.map((one) => [one.code, one[lang]]));
  const names = {
    label: (code: string) => known.get(code) ?? code,
    role: (code: string) => roles.get(code) ?? code,
  };
  try {
    const bytes = await pageOf({ store, actor, programme: id, facts: steps, names, lang, options }, page, as);
    return { name: `${page}.${as}`, type: TYPES[as], data: Buffer.from(bytes).toString("base64") };
  } catch (error) {
    if (error instanceof NoSuchForm) throw new ProblemError(problem(406, error.message));
    throw error;
  }
}
