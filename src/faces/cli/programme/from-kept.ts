/** `koppel programme make | ungroup`: the steps of a programme from the papers that the database keeps, and groups left out again. */
import { type Lang, visible, whole } from "../../../papers/index.js";
import type { Actor, Store } from "../../../pool/store/index.js";
import type { StepFacts } from "../../../programme/steps.js";
import { EXIT, UsageError } from "../errors.js";
import type { Io } from "../io.js";
import { langOption } from "../options.js";
import { actingCommand, actorOf, inStore } from "../pool-store.js";
import { loadCalendar, loadLabels, loadPlaces, loadStepFacts } from "./facts.js";

type Done = (code: number) => void;
const AS = "--db pool.db --role coordinator --organisation iot";

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
    .addOption(langOption("what is shown"))
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

export function ungroupCommand(io: Io, done: Done) {
  return actingCommand("ungroup")
    .description("Leave the groups of an item out again; koppel programme make … groups=item divides anew.")
    .argument("<programme>", "the programme's code")
    .argument("<item>", "the item that the groups are of")
    .addOption(langOption("what is shown"))
    .option("--json", "print it as JSON")
    .addHelpText(
      "after",
      `\nExample:\n  koppel programme ungroup lindehoven-2027 lkha-training ${AS}\n\nSessions that are booked keep the days of their groups until they are booked again.`,
    )
    .action(async (programme, item, options) => {
      const { versionOf } = await import("../../../pool/store/index.js");
      const { leaveGroupsOut } = await import("../../../programme/steps.js");
      await inStore(options, (store) =>
        leaveGroupsOut(store, actorOf(options), programme, item, versionOf(store, "programmes", programme)),
      );
      const text = {
        nl: `${programme}: de groepen van ${item} zijn eruit; make ${programme} groups=${item} deelt ze opnieuw in. Groepen van andere onderdelen kunnen om deze heen gemaakt zijn: deel ook die dan opnieuw in`,
        en: `${programme}: the groups of ${item} are left out; make ${programme} groups=${item} divides them anew. Groups of other items may have been made around these: divide those anew as well`,
      }[options.lang];
      await io.out(options.json === true ? `${JSON.stringify({ programme, item })}\n` : `${visible(text)}\n`);
      done(EXIT.done);
    });
}

async function makeChoice({ store, actor, programme, facts, lang }: Asked): Promise<Made> {
  const { versionOf } = await import("../../../pool/store/index.js");
  const { chooseProgramme } = await import("../../../programme/steps.js");
  const { choiceText, conflictText } = await import("../../../papers/programme/choice.js");
  const seen = versionOf(store, "programmes", programme);
  const { choices, isTold, impossible } = chooseProgramme(store, actor, programme, {}, facts, seen);
  const label = await loadLabels(lang);
  const some = choices.alternatives.length > 0;
  const conflicts = impossible.map(({ kind, conflict }) => `\n${conflictText(kind, conflict, label, lang)}`);
  return {
    text: [...(some ? [choiceText(choices, isTold, label, lang)] : []), ...conflicts].join(""),
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
