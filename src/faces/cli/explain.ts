/** `koppel explain SEASON PLAN SESSION`: why this team, why not her, why none; and where the plan leans on one person. */
import { Command } from "@commander-js/extra-typings";
import type { View } from "../../advice/index.js";
import type { Season } from "../../model/types.js";
import { explanationText, leansText } from "../../papers/index.js";
import { readLabels } from "./data-files.js";
import type { Engine } from "./engine.js";
import { EXIT, UsageError } from "./errors.js";
import { onlyOneStdin } from "./files.js";
import { readBoth } from "./inputs.js";
import type { Io } from "./io.js";
import { langOption } from "./options.js";
import { assertSound } from "./sound.js";

/** @param done told the exit code */
export function explainCommand(io: Io, engine: Engine, done: (code: number) => void) {
  return new Command("explain")
    .description("Explain a session: why this team, why not somebody, or why none and what would give it one.")
    .argument("<season>", "season file, JSON or gzip; - is standard input")
    .argument("<plan>", "plan file that breaks no rule, JSON or gzip; - is standard input")
    .argument("[session]", "the id of a session")
    .option("--trainer <id>", "why she is not in the team, and what choosing her would cost")
    .option("--leans", "in place of a session: where the plan leans on one person")
    .option("--redacted", "as for a reader who may not know why somebody is not available")
    .addOption(langOption("the words"))
    .option("--json", "print the explanation as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  koppel explain season.json plan.json den-haag-a1 --trainer t03\n  koppel explain season.json plan.json --leans",
    )
    .action(async (seasonFile, planFile, session, options) => {
      onlyOneStdin([seasonFile, planFile]);
      const { lang } = options;
      if ((options.leans === true) === (session !== undefined))
        throw new UsageError("explain takes either a session or --leans: name one of the two");
      if (options.leans === true && options.trainer !== undefined)
        throw new UsageError("--trainer asks after one session: name the session in place of --leans");
      const { season, plan } = await readBoth(io, engine, seasonFile, planFile);
      await assertSound(io, engine, season, plan, planFile);
      const view: View = options.redacted === true ? "redacted" : "full";
      const advice = await engine.advice();
      if (session === undefined) {
        const leans = advice.leansOn(season, plan, view);
        await io.out(options.json === true ? `${JSON.stringify(leans)}\n` : leansText(leans, lang));
      } else {
        assertKnown(season, session, options.trainer);
        const asked = options.trainer === undefined ? { view } : { view, trainer: options.trainer };
        const explanation = advice.explain(season, plan, session, asked);
        const paper = { season, lang, labels: await readLabels(), view } as const;
        await io.out(options.json === true ? `${JSON.stringify(explanation)}\n` : explanationText(explanation, paper));
      }
      done(EXIT.done);
    });
}

function assertKnown({ sessions, trainers }: Season, session: string, trainer: string | undefined): void {
  if (!sessions.some(({ id }) => id === session))
    throw new UsageError(`SESSION: the season has no session ${session}: give the id of one of its sessions`);
  if (trainer !== undefined && !trainers.some(({ id }) => id === trainer))
    throw new UsageError(`--trainer: the season has no trainer ${trainer}: give the id of one of its trainers`);
}
