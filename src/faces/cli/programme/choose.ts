/** `koppel programme choose`: the best programmes of the menu for what people want, in three kinds. */
import { Command } from "@commander-js/extra-typings";
import { EXIT } from "../errors.js";
import { nameOf, onlyOneStdin, readInput } from "../files.js";
import type { Io } from "../io.js";
import { langOption } from "../options.js";
import { loadKinds, loadLabels, loadMenu, loadQuestionnaire } from "./facts.js";
import { assertOutputs, give } from "./give.js";

/** @param done told the exit code */
export function chooseCommand(io: Io, done: (code: number) => void) {
  return new Command("choose")
    .description("Choose the best programmes of the menu for what people want, in three kinds.")
    .argument("<answers>", "koppel-answers/1, JSON or gzip; - is standard input")
    .argument("<order>", "koppel-order/1: participants, budget, period, what must and must not be in it")
    .option("--out <file>", "write koppel-choice/1 there")
    .addOption(langOption("the words"))
    .option("--json", "print the choices and what cannot be had as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  koppel programme choose answers.json order.json --out choice.json\n\nTo ask again with an item fixed or left out, change must and mustNot of the order.\nExit code 1: no programme of any kind can be had; what cannot go together is told.",
    )
    .action(async (answersFile, orderFile, { out, lang, json }) => {
      onlyOneStdin([answersFile, orderFile]);
      const inputs = [
        { file: answersFile, what: "answers" },
        { file: orderFile, what: "order" },
      ];
      assertOutputs([{ file: out, what: "--out" }], inputs);
      const { assertOptions, readAnswers } = await import("../../../programme/scan/answers.js");
      const { demandOf } = await import("../../../programme/scan/needs.js");
      const { readOrder } = await import("../../../programme/order.js");
      const { alternativesOf } = await import("../../../programme/choose/alternatives.js");
      const { choiceText, conflictText } = await import("../../../papers/programme/choice.js");
      const answers = readAnswers(await readInput(io, answersFile, "answers"), nameOf(answersFile));
      const questionnaire = await loadQuestionnaire();
      assertOptions(answers, questionnaire, nameOf(answersFile));
      const order = readOrder(await readInput(io, orderFile, "order"), nameOf(orderFile));
      const { themesOf } = await import("../../../programme/scan/questionnaire.js");
      const demand = demandOf(answers, themesOf(questionnaire));
      const { choices, isTold, impossible } = alternativesOf(await loadMenu(), order, demand, await loadKinds());
      const label = await loadLabels(lang);
      const some = choices.alternatives.length > 0;
      if (out !== undefined && some) await give(io, out, "choice", `${JSON.stringify(choices, null, 1)}\n`);
      if (json === true) await io.out(`${JSON.stringify({ ...choices, impossible })}\n`);
      else {
        if (some) await io.out(choiceText(choices, isTold, label, lang));
        for (const { kind, conflict } of impossible) await io.out(`\n${conflictText(kind, conflict, label, lang)}`);
      }
      done(some ? EXIT.done : EXIT.no);
    });
}
