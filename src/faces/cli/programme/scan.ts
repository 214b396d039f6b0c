/** `koppel programme form | answers | outcome`: the quick scan, from an empty questionnaire to its outcome. */
import { Command, InvalidArgumentError } from "@commander-js/extra-typings";
import { EXIT, UsageError } from "../errors.js";
import { nameOf, onlyOneStdin, readInput } from "../files.js";
import type { Io } from "../io.js";
import { langOption } from "../options.js";
import { orRefusal } from "../spreadsheets.js";
import { loadQuestionnaire } from "./facts.js";
import { assertOutputs, give } from "./give.js";

type Done = (code: number) => void;

function webAddress(text: string): string {
  const isWeb = URL.canParse(text) && ["http:", "https:"].includes(new URL(text).protocol);
  if (!isWeb) throw new InvalidArgumentError("Give a whole address, such as https://example.nl/scan.");
  return text;
}
function mailAddress(text: string): string {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) throw new InvalidArgumentError("Give a mail address.");
  return text;
}

function clientName(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("Give the name that its people know.");
  return text.trim();
}

export function formCommand(io: Io, done: Done) {
  return new Command("form")
    .description("Write the quick scan as one page that is filled in and sent.")
    .requiredOption("--client <name>", "the municipality or region, as its people call it", clientName)
    .option("--post <address>", "post the answers there, in place of making a file", webAddress)
    .option("--mail <address>", "the mail address that the file of an answer goes to", mailAddress)
    .addOption(langOption("the page", "nl"))
    .option("--out <file>", "write the page there (default: standard output)")
    .addHelpText(
      "after",
      '\nExample:\n  koppel programme form --client "Lindehoven" --mail scan@lindehoven.example --out scan.html',
    )
    .action(async ({ client, post, mail, lang, out }) => {
      if (post !== undefined && mail !== undefined)
        throw new UsageError("--post and --mail: an answer goes one way or the other: give one of them");
      const { scanForm } = await import("../../../papers/programme/form.js");
      const where = { ...(post === undefined ? {} : { post }), ...(mail === undefined ? {} : { mail }) };
      await give(io, out, "page", scanForm(await loadQuestionnaire(), lang, { client, ...where }));
      done(EXIT.done);
    });
}

/** How many answers were read, and how many columns were not. */
const READ = {
  nl: (answers: number, unread: number) =>
    `${answers} ${answers === 1 ? "antwoord" : "antwoorden"} ingelezen${unread === 0 ? "" : `; ${unread} ${unread === 1 ? "kolom" : "kolommen"} zonder vraag (tijd, naam …) niet gelezen`}`,
  en: (answers: number, unread: number) =>
    `${answers} ${answers === 1 ? "answer" : "answers"} read${unread === 0 ? "" : `; ${unread} ${unread === 1 ? "column" : "columns"} without a question (time, name …) not read`}`,
};

export function answersCommand(io: Io, done: Done) {
  return new Command("answers")
    .description("Read the answers of a quick scan from .xlsx or CSV files, one row an answer.")
    .argument("<files...>", "exports of a survey tool, or the files that the page makes; - is standard input")
    .option("--out <file>", "write koppel-answers/1 there (default: standard output)")
    .addOption(langOption("what is told of wrong cells"))
    .option("--json", "tell wrong cells as JSON; the answers are JSON anyway")
    .option("--quiet", "say nothing on standard error but what is wrong")
    .addHelpText(
      "after",
      "\nExample:\n  koppel programme answers survey.xlsx --out answers.json\n\nEvery wrong cell is told at once, by row and column and never by what it holds.",
    )
    .action(async (files, { out, lang, json, quiet }) => {
      onlyOneStdin(files);
      assertOutputs(
        [{ file: out, what: "--out" }],
        files.map((file) => ({ file, what: "answers" })),
      );
      const { answersFromTable } = await import("../../../programme/scan/answers-from-table.js");
      const { joined } = await import("../../../programme/scan/answers.js");
      const questionnaire = await loadQuestionnaire();
      const code = await orRefusal(io, { lang, json }, async () => {
        const read = [];
        for (const file of files)
          read.push(answersFromTable(await readInput(io, file, "answers"), questionnaire, nameOf(file)));
        const answers = joined(read.map((one) => one.answers));
        const unread = Math.max(...read.map((one) => one.unread));
        if (quiet !== true) io.err(`koppel: ${READ[lang](answers.answers.length, unread)}\n`);
        await give(io, out, "answers", `${JSON.stringify(answers)}\n`);
        return EXIT.done;
      });
      done(code);
    });
}

export function outcomeCommand(io: Io, done: Done) {
  return new Command("outcome")
    .description("The outcome of a quick scan: needs per theme, level and group, with counts under 5 left out.")
    .argument("<answers>", "koppel-answers/1, JSON or gzip; - is standard input")
    .requiredOption("--client <name>", "the municipality or region, for the title", clientName)
    .addOption(langOption("the page", "nl"))
    .option("--json", "write koppel-needs/1 in place of the page")
    .option("--out <file>", "write there (default: standard output)")
    .addHelpText(
      "after",
      '\nExample:\n  koppel programme outcome answers.json --client "Lindehoven" --out outcome.html\n  koppel programme outcome answers.json --client "Lindehoven" --json --out needs.json',
    )
    .action(async (file, { client, lang, json, out }) => {
      assertOutputs([{ file: out, what: "--out" }], [{ file, what: "answers" }]);
      const { assertOptions, readAnswers } = await import("../../../programme/scan/answers.js");
      const { needsOf } = await import("../../../programme/scan/needs.js");
      const questionnaire = await loadQuestionnaire();
      const answers = readAnswers(await readInput(io, file, "answers"), nameOf(file));
      assertOptions(answers, questionnaire, nameOf(file));
      const { themesOf } = await import("../../../programme/scan/questionnaire.js");
      const needs = needsOf(answers, themesOf(questionnaire));
      if (json === true) await give(io, out, "needs", `${JSON.stringify(needs, null, 1)}\n`);
      else {
        const { outcomeHtml } = await import("../../../papers/programme/outcome.js");
        await give(io, out, "page", outcomeHtml(needs, questionnaire, lang, client));
      }
      done(EXIT.done);
    });
}
