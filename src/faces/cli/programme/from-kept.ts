/** `koppel programme make | print`: the steps of a programme from the papers that the database keeps, and their pages. */
import { Option } from "@commander-js/extra-typings";
import { LANGS, type Lang, whole } from "../../../papers/index.js";
import type { Actor, Store } from "../../../pool/store/index.js";
import type { StepFacts } from "../../../programme/steps.js";
import { readLabels } from "../data-files.js";
import { EXIT, UsageError } from "../errors.js";
import { assertWritable, STDIO } from "../files.js";
import type { Io } from "../io.js";
import { actingCommand, actorOf, inStore } from "../pool-store.js";
import { loadCalendar, loadLabels, loadPlaces, loadStepFacts } from "./facts.js";
import { give } from "./give.js";

type Done = (code: number) => void;
const AS = "--db pool.db --role coordinator --organisation iot";
const langOption = () =>
  new Option("--lang <language>", "language of what is shown").choices(LANGS).default("en" as const);

interface Asked {
  readonly store: Store;
  readonly actor: Actor;
  readonly programme: string;
  readonly part: string;
  readonly facts: StepFacts;
  readonly lang: Lang;
}
type Made = { readonly text: string; readonly json: unknown; readonly code: number };

export function makeCommand(io: Io, done: Done) {
  return actingCommand("make")
    .description("Make the next paper of a programme of those that the database keeps, and keep it there.")
    .argument("<programme>", "the programme's code")
    .argument("<what>", "choice, groups=item (of the participants), or quote")
    .option("--kind <kind>", "of a quote: which alternative of the choice", "most-need")
    .option("--plan <plan>", "of a quote: a plan of the database, for its dates and whose trainers come")
    .addOption(langOption())
    .option("--json", "print it as JSON")
    .addHelpText(
      "after",
      `\nExample:\n  koppel programme make lindehoven-2027 choice ${AS}\n  koppel programme make lindehoven-2027 groups=lkha-training ${AS}\n  koppel programme make lindehoven-2027 quote --kind in-depth ${AS}\n\nExit code 1: no programme of any kind can be had; what cannot go together is told, and nothing is kept.`,
    )
    .action(async (programme, what, options) => {
      const [step = "", part = ""] = what.split("=");
      const facts = await loadStepFacts(await loadCalendar(), await loadPlaces());
      const { lang, kind, plan } = options;
      const made = await inStore(options, async (store): Promise<Made> => {
        const asked = { store, actor: actorOf(options), programme, part, facts, lang };
        if (step === "choice" && part === "") return makeChoice(asked);
        if (step === "groups" && part !== "") return makeGroups(asked);
        if (step === "quote" && part === "") return makeTheQuote(asked, kind, plan);
        throw new UsageError(`${what} cannot be made: give choice, groups=item such as groups=lkha-training, or quote`);
      });
      await io.out(options.json === true ? `${JSON.stringify(made.json)}\n` : made.text);
      done(made.code);
    });
}

async function makeChoice({ store, actor, programme, facts, lang }: Asked): Promise<Made> {
  const { versionOf } = await import("../../../pool/store/index.js");
  const { chooseProgramme } = await import("../../../programme/steps.js");
  const { choiceText, conflictText } = await import("../../../papers/programme/choice.js");
  const seen = versionOf(store, "programmes", programme);
  const { choices, impossible } = chooseProgramme(store, actor, programme, {}, facts, seen);
  const label = await loadLabels(lang);
  const some = choices.alternatives.length > 0;
  const conflicts = impossible.map(({ kind, conflict }) => `\n${conflictText(kind, conflict, label, lang)}`);
  return {
    text: [...(some ? [choiceText(choices, label, lang)] : []), ...conflicts].join(""),
    json: { ...choices, impossible },
    code: some ? EXIT.done : EXIT.no,
  };
}

async function makeGroups({ store, actor, programme, part, facts, lang }: Asked): Promise<Made> {
  const { versionOf } = await import("../../../pool/store/index.js");
  const { formGroups } = await import("../../../programme/steps.js");
  const { intakeListOf } = await import("../../../programme/standing.js");
  const { intakeText } = await import("../../../papers/programme/intake.js");
  formGroups(store, actor, programme, part, facts, versionOf(store, "programmes", programme));
  const groups = intakeListOf(store, actor, programme).get(part);
  if (groups === undefined) throw new Error(`the groups of ${part} were made and are not there`);
  return { text: intakeText(groups, lang, placeLabel(facts)), json: groups, code: EXIT.done };
}

const placeLabel = ({ places }: StepFacts) => {
  const names = new Map(places.map(({ id, name }) => [id, name]));
  return (code: string) => names.get(code) ?? code;
};

async function makeTheQuote(
  { store, actor, programme, facts, lang }: Asked,
  kind: string,
  plan: string | undefined,
): Promise<Made> {
  const { versionOf } = await import("../../../pool/store/index.js");
  const { makeQuote } = await import("../../../programme/steps.js");
  const { keptPlan } = await import("../../../season/index.js");
  const { euros } = await import("../../../papers/programme/quote-words.js");
  const planned = plan === undefined ? null : keptPlan(store, actor, plan);
  const seen = versionOf(store, "programmes", programme);
  const quote = makeQuote(store, actor, programme, kind, planned, facts, seen);
  const n = whole(quote.lines.length, lang);
  const text =
    lang === "nl"
      ? `Offerte ${quote.number}: ${n} bijeenkomsten, ${euros(quote.total, lang)}\n`
      : `Quote ${quote.number}: ${n} sessions, ${euros(quote.total, lang)}\n`;
  return { text, json: quote, code: EXIT.done };
}

/** What can be printed, and as what; the first form is that without a file. */
const FORMS = {
  outcome: ["html"],
  quote: ["html", "pdf", "xlsx"],
  intake: ["csv", "xlsx"],
  account: ["txt", "json"],
} as const;
type Page = keyof typeof FORMS;

export function printCommand(io: Io, done: Done) {
  return actingCommand("print")
    .description("Write a page of a programme from the papers that the database keeps.")
    .argument("<programme>", "the programme's code")
    .argument("<page>", "outcome, quote, intake=item, or account (of what was held)")
    .option("--out <file>", "write it there, as what its name ends in (default: standard output)")
    .addOption(langOption())
    .addHelpText("after", `\nExample:\n  koppel programme print lindehoven-2027 quote --out quote.pdf --lang nl ${AS}`)
    .action(async (programme, page, options) => {
      const [name = "", part = ""] = page.split("=");
      const known = (Object.keys(FORMS) as Page[]).find((one) => one === name);
      if (known === undefined || (known === "intake") !== (part !== ""))
        throw new UsageError(`there is no page ${page}: give outcome, quote, intake=item or account`);
      const out = options.out === STDIO ? undefined : options.out;
      const form = formOf(known, out);
      if (out !== undefined) assertWritable(out, "page");
      const facts = await loadStepFacts(await loadCalendar(), await loadPlaces());
      const { lang } = options;
      const content = await inStore(options, (store) =>
        pageOf({ store, actor: actorOf(options), programme, part, facts, lang }, known, form),
      );
      await give(io, out, "page", content);
      done(EXIT.done);
    });
}

/** @throws UsageError where a page has no such form */
function formOf(page: Page, out: string | undefined): string {
  const forms: readonly string[] = FORMS[page];
  const [first = ""] = forms;
  if (out === undefined) return first;
  const form = forms.find((one) => out.toLowerCase().endsWith(`.${one}`));
  if (form !== undefined) return form;
  throw new UsageError(`--out: the ${page} can be had as ${forms.join(", ")}: give a file that ends so`);
}

async function pageOf(asked: Asked, page: Page, form: string): Promise<string | Uint8Array> {
  const { store, actor, programme, part, facts, lang } = asked;
  const { paperOf } = await import("../../../programme/dossier.js");
  const there = <T>(value: T | null | undefined, what: string): T => {
    if (value !== null && value !== undefined) return value;
    throw new UsageError(`no paper ${what} of ${programme} is kept yet: see koppel programme papers for what there is`);
  };
  if (page === "outcome") {
    const { outcomeHtml } = await import("../../../papers/programme/outcome.js");
    const needs = there(paperOf(store, actor, programme, "needs"), "needs");
    const client = paperOf(store, actor, programme, "order")?.client.name ?? programme;
    return outcomeHtml(needs, facts.questionnaire, lang, client);
  }
  if (page === "intake") {
    const { intakeListOf } = await import("../../../programme/standing.js");
    const { intakeCsv, intakeXlsx } = await import("../../../papers/programme/intake.js");
    const groups = there(intakeListOf(store, actor, programme).get(part), `groups=${part}`);
    return (form === "csv" ? intakeCsv : intakeXlsx)(groups, lang, placeLabel(facts));
  }
  if (page === "account") {
    const { accountsOf } = await import("../../../programme/account.js");
    const { accountText } = await import("../../../papers/programme/afterwards.js");
    const accounts = accountsOf(there(paperOf(store, actor, programme, "held"), "held"));
    return form === "json" ? `${JSON.stringify({ accounts })}\n` : accountText(accounts, lang);
  }
  return quotePage(asked, there(paperOf(store, actor, programme, "quote"), "quote"), form);
}

async function quotePage(
  { facts, lang }: Asked,
  quote: Parameters<typeof import("../../../papers/programme/quote-html.js").quoteHtml>[0],
  form: string,
): Promise<string | Uint8Array> {
  const { quoteView } = await import("../../../papers/programme/quote-words.js");
  const [codes, labels, place] = [await loadLabels(lang), await readLabels(), placeLabel(facts)];
  const label = (code: string) => (place(code) === code ? codes(code) : place(code));
  const view = quoteView(quote, label, (role) => labels("role", role, lang), lang);
  if (form === "html") return (await import("../../../papers/programme/quote-html.js")).quoteHtml(quote, view, lang);
  if (form === "pdf") return (await import("../../../papers/programme/quote-pdf.js")).quotePdf(quote, view, lang);
  return (await import("../../../papers/programme/quote-xlsx.js")).quoteXlsx(quote, view, lang);
}
