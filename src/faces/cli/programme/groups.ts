/** `koppel programme groups`: participants into groups, with places left and a waiting list. */
import { Command, Option } from "@commander-js/extra-typings";
import { LANGS } from "../../../papers/index.js";
import { EXIT } from "../errors.js";
import { assertApart, nameOf, readInput } from "../files.js";
import type { Io } from "../io.js";
import { give } from "./give.js";

/** @param done told the exit code */
export function groupsCommand(io: Io, done: (code: number) => void) {
  return new Command("groups")
    .description("Divide participants into groups, formal and informal workers mixed as evenly as can be.")
    .argument("<participants>", "koppel-participants/1, JSON or gzip; - is standard input")
    .option("--out <file>", "write koppel-groups/1 there")
    .option("--csv <file>", "write the intake list there, a row for each participant")
    .addOption(new Option("--lang <language>", "language of the list").choices(LANGS).default("en" as const))
    .option("--json", "print koppel-groups/1 in place of the list")
    .addHelpText("after", "\nExample:\n  koppel programme groups participants.json --out groups.json --csv intake.csv")
    .action(async (file, { out, csv, lang, json }) => {
      const outputs = [
        { file: out, what: "--out" },
        { file: csv, what: "--csv" },
      ];
      assertApart(outputs, [{ file, what: "participants" }]);
      const { readIntake } = await import("../../../programme/groups/participants.js");
      const { groupsOf } = await import("../../../programme/groups/groups.js");
      const { intakeCsv, intakeText } = await import("../../../papers/programme/intake.js");
      const groups = groupsOf(readIntake(await readInput(io, file, "participants"), nameOf(file)));
      if (out !== undefined) await give(io, out, "groups", `${JSON.stringify(groups, null, 1)}\n`);
      if (csv !== undefined) await give(io, csv, "intake list", intakeCsv(groups, lang));
      await io.out(json === true ? `${JSON.stringify(groups)}\n` : intakeText(groups, lang));
      done(EXIT.done);
    });
}
