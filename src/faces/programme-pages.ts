/** The pages of a programme from the papers that the database keeps: made here for the command line and for HTTP. */
import { InputError } from "../model/errors.js";
import type { Lang } from "../papers/index.js";
import {
  accountFile,
  dutiesHtml,
  emptyListXlsx,
  FORMS,
  type Form,
  type IntakeList,
  intakeFile,
  outcomeHtml,
  type Page,
  type QuoteNames,
  quoteFile,
} from "../papers/programme/index.js";
import { type Actor, type Store, StoreError } from "../pool/store/index.js";
import {
  accountsOf,
  followProgramme,
  heldQuestions,
  intakeListOf,
  listFacts,
  paperOf,
  participantQuestions,
  placeOptions,
  type StepFacts,
} from "../programme/index.js";
import { keptPlan } from "../season/index.js";

/** What a page is asked with; each page reads its own. */
export interface PageOptions {
  /** of the intake list: the item whose groups are wanted; absent: all that have groups */
  readonly item?: string | undefined;
  /** of an empty list of participants: its days, and in a region its municipalities; absent: those of the list that is kept */
  readonly dates?: readonly string[] | undefined;
  readonly places?: readonly string[] | undefined;
  /** of the readiness list: a plan of the database, and the day from which late is reckoned */
  readonly plan?: string | undefined;
  readonly today?: string | undefined;
  /** of the readiness list: only what is late or due within a week */
  readonly week?: boolean | undefined;
}
export interface PageAsked {
  readonly store: Store;
  readonly actor: Actor;
  readonly programme: string;
  readonly facts: StepFacts;
  readonly names: QuoteNames;
  readonly lang: Lang;
  readonly options: PageOptions;
}

/** A form that a page cannot be had in. */
export class NoSuchForm extends Error {
  constructor(readonly page: Page) {
    super(`the ${page} can be had as ${FORMS[page].join(", ")}`);
    this.name = "NoSuchForm";
  }
}

type File = string | Uint8Array;

/** @throws NoSuchForm; StoreError `unknown` where the paper is not kept; InputError where an option is missing or wrong */
export async function pageOf(asked: PageAsked, page: Page, form: string): Promise<File> {
  const { store, actor, programme, facts, names, lang } = asked;
  switch (page) {
    case "report": {
      formIn(page, form);
      const needs = there(asked, paperOf(store, actor, programme, "needs"), "needs");
      return outcomeHtml(needs, facts.questionnaire, lang, clientOf(asked));
    }
    case "quote": {
      const quote = there(asked, paperOf(store, actor, programme, "quote"), "quote");
      const named = placeNamed(facts);
      const label = (code: string) => named(code) ?? names.label(code);
      return quoteFile(quote, formIn(page, form), { ...names, label }, lang);
    }
    case "intake": {
      const named = placeNamed(facts);
      return intakeFile(listsOf(asked), formIn(page, form), (code) => named(code) ?? code, lang);
    }
    case "account": {
      const held = there(asked, paperOf(store, actor, programme, "held"), "held");
      return accountFile(accountsOf(held), formIn(page, form), names.label, lang);
    }
    case "readiness":
      formIn(page, form);
      return readinessOf(asked);
    case "answer-list":
      formIn(page, form);
      return emptyListXlsx("answers", facts.questionnaire.questions, lang);
    case "held-list":
      formIn(page, form);
      return emptyListXlsx("held", heldQuestions(facts.menu), lang);
    case "participant-list":
      formIn(page, form);
      return participantListOf(asked);
  }
}

function formIn<P extends Page>(page: P, form: string): Form<P> {
  const forms: readonly Form<P>[] = FORMS[page];
  const known = forms.find((one) => one === form);
  if (known === undefined) throw new NoSuchForm(page);
  return known;
}

function there<T>({ programme }: PageAsked, value: T | null | undefined, what: string): T {
  if (value !== null && value !== undefined) return value;
  throw new StoreError("unknown", `programme ${programme}: no paper ${what} is kept of it; keep or make one first`);
}

const clientOf = ({ store, actor, programme }: PageAsked): string =>
  paperOf(store, actor, programme, "order")?.client.name ?? programme;

/** What a municipality is called; undefined for what is none. */
function placeNamed({ places }: StepFacts): (code: string) => string | undefined {
  const names = new Map(places.map(({ id, name }) => [id, name]));
  return (code) => names.get(code);
}

function listsOf(asked: PageAsked): readonly IntakeList[] {
  const { store, actor, programme, names, options } = asked;
  const kept = intakeListOf(store, actor, programme);
  const { item } = options;
  const wanted = item === undefined ? [...kept] : [...kept].filter(([one]) => one === item);
  if (wanted.length === 0) there(asked, null, item === undefined ? "groups" : `groups=${item}`);
  return wanted.map(([one, groups]) => ({ item: names.label(one), groups }));
}

function readinessOf(asked: PageAsked): string {
  const { store, actor, programme, facts, names, lang, options } = asked;
  const { plan, today, week } = options;
  if (today === undefined)
    throw new InputError("the request", [{ path: "today", expected: "the day from which late is reckoned" }]);
  const planned = plan === undefined ? null : keptPlan(store, actor, plan);
  const { duties } = followProgramme(store, actor, programme, planned, facts, today);
  const standings = week === true ? (["late", "soon"] as const) : (["done", "late", "soon", "later"] as const);
  return dutiesHtml({ duties, standings, client: clientOf(asked), today }, names.label, lang);
}

function participantListOf({ store, actor, programme, facts, lang, options }: PageAsked): Promise<Uint8Array> {
  const kept = paperOf(store, actor, programme, "participants");
  const { dates = kept?.dates ?? [], places = kept?.places ?? [] } = options;
  if (dates.length === 0)
    throw new InputError("the request", [{ path: "dates", expected: "the days on which a group can be" }]);
  const { languages } = listFacts(facts.questionnaire);
  const questions = participantQuestions(languages, [...dates].sort(), placeOptions(places, facts.places));
  return emptyListXlsx("participants", questions, lang);
}
