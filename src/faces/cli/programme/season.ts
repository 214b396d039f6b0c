/** `koppel programme season`: a chosen programme as a season, to be planned with `koppel solve`. */
import { Command, Option } from "@commander-js/extra-typings";
import { type Lang, shortPeriod, visible } from "../../../papers/index.js";
import { EXIT, UsageError } from "../errors.js";
import { nameOf, onlyOneStdin, readInput } from "../files.js";
import type { Io } from "../io.js";
import { langOption } from "../options.js";
import { loadCalendar, loadMenu, loadPlaces } from "./facts.js";
import { assertOutputs, give } from "./give.js";
import { groupFiles, type ItemFile, itemFiles } from "./group-files.js";

const MEETINGS = ["conversation", "outcome", "none"] as const;
/** What is told where nobody has hours in the period, and what to do. */
const NO_HOURS: Readonly<
  Record<Lang, (period: string, names: { readonly pool: string; readonly order: string }, hours: string) => string>
> = {
  nl: (period, { pool, order }, hours) =>
    `niemand van ${pool} heeft uren in de periode van het programma, ${period}: geen bijeenkomst kan zo een team krijgen. Geef de trainers uren in die periode (available in ${pool}), of zet from en to van ${order} op wanneer zij die hebben: ${hours}`,
  en: (period, { pool, order }, hours) =>
    `nobody of ${pool} has hours in the programme's period, ${period}: no session can get a team so. Give its trainers hours in that period (available in ${pool}), or set from and to of ${order} to when they have some: ${hours}`,
};
const NEVER: Readonly<Record<Lang, string>> = { nl: "nergens", en: "nowhere" };

/** @param done told the exit code */
export function seasonCommand(io: Io, done: (code: number) => void) {
  return new Command("season")
    .description("Make the sessions of a programme, in a season that koppel solve can plan.")
    .argument("<order>", "koppel-order/1")
    .argument("<pool>", "a season whose trainers and weights are taken")
    .option("--choice <file>", "koppel-choice/1; without it only the meetings before a programme")
    .option("--kind <kind>", "which alternative of the choice", "most-need")
    .option("--needs <file>", "koppel-needs/1: communities, and days that suit")
    .option("--groups <item=file>", "koppel-groups/1 of an item; may be given more than once", itemFiles)
    .option("--quote <file>", "koppel-quote/1 that was accepted: its amount is the budget")
    .addOption(
      new Option("--meetings <which...>", "meetings before the programme, not charged")
        .choices(MEETINGS)
        .default(["outcome"] as (typeof MEETINGS)[number][]),
    )
    .option("--out <file>", "write koppel-season/1 there (default: standard output)")
    .addOption(langOption("what is told"))
    .option("--quiet", "say nothing on standard error but what is wrong")
    .addHelpText(
      "after",
      "\nExample:\n  koppel programme season order.json pool.json --choice choice.json --needs needs.json --groups lkha-training=groups.json --out season.json\n  koppel solve season.json --out plan.json",
    )
    .action(async (orderFile, poolFile, { choice, kind, needs, groups, quote, meetings, out, lang, quiet }) => {
      const named: readonly ItemFile[] = groups ?? [];
      const inputs = [orderFile, poolFile, choice, needs, quote, ...named.map(({ file }) => file)];
      onlyOneStdin(inputs);
      assertOutputs(
        [{ file: out, what: "--out" }],
        inputs.map((file) => ({ file, what: "input" })),
      );
      const [{ readOrder }, { readChoice }, { readNeeds }, { budgetOf, readQuote }] = await Promise.all([
        import("../../../programme/order.js"),
        import("../../../programme/choose/alternatives.js"),
        import("../../../programme/scan/needs.js"),
        import("../../../programme/quote/quote.js"),
      ]);
      const { hoursIn, programmeSeason } = await import("../../../programme/sessions/season.js");
      const { INTRODUCTIONS } = await import("../../../programme/sessions/sessions.js");
      const { readSeason } = await import("../../../model/parse.js");
      const read = async <T>(file: string, what: string, reader: (bytes: Uint8Array, name: string) => T) =>
        reader(await readInput(io, file, what), nameOf(file));
      const order = await read(orderFile, "order", readOrder);
      const pool = await read(poolFile, "pool", readSeason);
      const alternatives = choice === undefined ? null : await read(choice, "choice", readChoice);
      const menu = await loadMenu();
      const formed = await groupFiles(io, named, menu);
      if (alternatives !== null && alternatives.order !== order.id)
        throw new UsageError(
          `--choice: it was made for the order ${alternatives.order}, and this is ${order.id}: give the two that belong together`,
        );
      const { alternativeIn } = await import("./plan.js");
      const alternative = alternatives === null ? null : alternativeIn(alternatives, kind);
      const accepted = quote === undefined ? null : await read(quote, "quote", readQuote);
      const season = programmeSeason(
        {
          menu,
          order,
          alternative,
          needs: needs === undefined ? null : await read(needs, "needs", readNeeds),
          groups: formed,
          introductions: INTRODUCTIONS.filter((which) => meetings.includes(which)),
          calendar: await loadCalendar(),
        },
        pool,
        await loadPlaces(),
        accepted === null ? order.budget : budgetOf(accepted),
      );
      await give(io, out, "season", `${JSON.stringify(season)}\n`);
      const { within, known } = hoursIn(season);
      if (!within && quiet !== true) {
        const hours = known === null ? NEVER[lang] : shortPeriod(known.from, known.to, lang);
        const names = { pool: nameOf(poolFile), order: nameOf(orderFile) };
        io.err(`koppel: ${visible(NO_HOURS[lang](shortPeriod(order.from, order.to, lang), names, hours))}\n`);
      }
      done(EXIT.done);
    });
}
