/** `koppel programme intake | answer-list | held-list`: empty lists to fill in. */
import { Command } from "@commander-js/extra-typings";
import type { Lang } from "../../../papers/index.js";
import type { EmptyList } from "../../../papers/programme/index.js";
import type { AskedQuestion } from "../../../programme/table/replies.js";
import { EXIT, UsageError } from "../errors.js";
import { STDIO } from "../files.js";
import type { Io } from "../io.js";
import { langOption } from "../options.js";
import { loadMenu, loadQuestionnaire } from "./facts.js";
import { give } from "./give.js";
import { dayList, participantFacts, placeList, placeOptions } from "./groups.js";

type Done = (code: number) => void;

export function intakeCommand(io: Io, done: Done) {
  return new Command("intake")
    .description("Write an empty list of participants, .xlsx, to be filled in and given to koppel programme groups.")
    .requiredOption("--date <day...>", "the days on which a group can be", dayList)
    .option("--place <code...>", "in a region: the municipalities in which a group can be", placeList)
    .requiredOption("--out <file>", "write the workbook there")
    .addOption(langOption("the list"))
    .addHelpText(
      "after",
      "\nExample:\n  koppel programme intake --date 2027-06-03 2027-06-08 --lang nl --out participants.xlsx",
    )
    .action(async ({ date, place, out, lang }) => {
      const { participantQuestions } = await import("../../../programme/groups/participants-from-table.js");
      const { languages } = await participantFacts();
      const questions = participantQuestions(languages, date, await placeOptions(place ?? []));
      await giveEmpty(io, "participants", questions, { out, lang });
      done(EXIT.done);
    });
}

export function answerListCommand(io: Io, done: Done) {
  return new Command("answer-list")
    .description(
      "Write an empty list of answers to the quick scan, .xlsx, for those that come on paper or by telephone; koppel programme answers reads it.",
    )
    .requiredOption("--out <file>", "write the workbook there")
    .addOption(langOption("the list"))
    .addHelpText("after", "\nExample:\n  koppel programme answer-list --lang nl --out answers.xlsx")
    .action(async (options) => {
      await giveEmpty(io, "answers", (await loadQuestionnaire()).questions, options);
      done(EXIT.done);
    });
}

export function heldListCommand(io: Io, done: Done) {
  return new Command("held-list")
    .description("Write an empty list of sessions that were held, .xlsx; koppel programme account and keep read it.")
    .requiredOption("--out <file>", "write the workbook there")
    .addOption(langOption("the list"))
    .addHelpText("after", "\nExample:\n  koppel programme held-list --lang nl --out held.xlsx")
    .action(async (options) => {
      const { heldQuestions } = await import("../../../programme/held-from-table.js");
      await giveEmpty(io, "held", heldQuestions(await loadMenu()), options);
      done(EXIT.done);
    });
}

async function giveEmpty(
  io: Io,
  of: EmptyList,
  questions: readonly AskedQuestion[],
  { out, lang }: { readonly out: string; readonly lang: Lang },
): Promise<void> {
  if (out === STDIO) throw new UsageError("--out: a workbook is no text: give a file");
  const { emptyListXlsx } = await import("../../../papers/programme/empty-list.js");
  await give(io, out, "list", await emptyListXlsx(of, questions, lang));
}
