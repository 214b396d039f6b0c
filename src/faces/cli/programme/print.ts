/** `koppel programme print`: the pages of a programme from the papers that the database keeps. */
import type { Page } from "../../../papers/programme/index.js";
import { EXIT, UsageError } from "../errors.js";
import { assertWritable, STDIO } from "../files.js";
import type { Io } from "../io.js";
import { day, langOption } from "../options.js";
import { actingCommand, actorOf, inStore } from "../pool-store.js";
import { loadCalendar, loadNames, loadPlaces, loadStepFacts } from "./facts.js";
import { give } from "./give.js";
import { dayList, placeList } from "./groups.js";

const AS = "--db pool.db --role coordinator --organisation iot";
/** What each page is called here: the report of the quick scan is its outcome, as in `koppel programme outcome`. */
const CALLED: Readonly<Record<string, Page>> = {
  outcome: "report",
  quote: "quote",
  intake: "intake",
  readiness: "readiness",
  account: "account",
  "participant-list": "participant-list",
  "answer-list": "answer-list",
  "held-list": "held-list",
};

/** @param done told the exit code */
export function printCommand(io: Io, done: (code: number) => void) {
  return actingCommand("print")
    .description("Write a page of a programme from the papers that the database keeps.")
    .argument("<programme>", "the programme's code")
    .argument("<page>", `${Object.keys(CALLED).join(", ")}; intake=item for the groups of one item alone`)
    .option("--out <file>", "write it there, as what its name ends in (default: standard output)")
    .option("--today <day>", "of readiness: the day from which late is reckoned, YYYY-MM-DD or D-M-YYYY", day)
    .option("--plan <plan>", "of readiness: a plan of the database")
    .option("--week", "of readiness: only what is late or due within a week")
    .option("--date <day...>", "of participant-list: the days on which a group can be (default: those kept)", dayList)
    .option("--place <code...>", "of participant-list, in a region: its municipalities", placeList)
    .addOption(langOption("the page"))
    .addHelpText(
      "after",
      `\nExample:\n  koppel programme print lindehoven-2027 quote --out quote.pdf --lang nl ${AS}\n  koppel programme print lindehoven-2027 readiness --today 2027-02-15 --out ready.html --lang nl ${AS}`,
    )
    .action(async (programme, what, { lang, date, place, today, plan, week, ...options }) => {
      const [name = "", item] = what.split("=");
      const page = CALLED[name];
      if (page === undefined || (item !== undefined && (page !== "intake" || item === "")))
        throw new UsageError(
          `there is no page ${what}: give ${Object.keys(CALLED).join(", ")}, or intake=item such as intake=lkha-training`,
        );
      const out = options.out === STDIO ? undefined : options.out;
      const { FORMS } = await import("../../../papers/programme/files.js");
      const form = formOf(name, FORMS[page], out);
      if (out !== undefined) assertWritable(out, "page");
      const { pageOf } = await import("../../programme-pages.js");
      const facts = await loadStepFacts(await loadCalendar(), await loadPlaces());
      const names = await loadNames(lang);
      const asked = { item, dates: date, places: place, today, plan, week };
      const content = await inStore(options, (store) =>
        pageOf({ store, actor: actorOf(options), programme, facts, names, lang, options: asked }, page, form),
      );
      await give(io, out, "page", content);
      done(EXIT.done);
    });
}

/** Forms that are no text. */
const BINARY: ReadonlySet<string> = new Set(["xlsx", "pdf"]);

/** @throws UsageError where a page has no such form, or its only form is no text and there is no file */
function formOf(page: string, forms: readonly string[], out: string | undefined): string {
  const form = forms.find((one) => (out === undefined ? !BINARY.has(one) : out.toLowerCase().endsWith(`.${one}`)));
  if (form !== undefined) return form;
  throw new UsageError(`--out: the ${page} can be had as ${forms.join(", ")}: give a file that ends so`);
}
