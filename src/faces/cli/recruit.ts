/** `koppel recruit SEASON PLAN`: which kinds of trainer would help this season most, each verified by planning again. */
import { Command, Option } from "@commander-js/extra-typings";
import type { RecruitEvent, RecruitOptions, RecruitPorts } from "../../advice/recruit/types.js";
import { recruitText } from "../../papers/index.js";
import { readLabels } from "./data-files.js";
import type { Engine } from "./engine.js";
import { EXIT } from "./errors.js";
import { onlyOneStdin } from "./files.js";
import { readBoth } from "./inputs.js";
import type { Io } from "./io.js";
import { langOption, seconds, wholeNumber } from "./options.js";
import { assertSound } from "./sound.js";

/** The width of a table where no terminal says how wide it is. */
const PLAIN_WIDTH = 110;
/** Seconds kept to print the answer and to end the process. */
const FINISH = 0.1;

const HELP = `
Examples:
  koppel recruit season.json plan.json
  koppel recruit season.json plan.json --top 3 --time 120 --lang nl --json > kinds.json

The time is shared among the season as it stands and each kind. With --steps each is planned with so many search steps
instead, and the answer is the same each time. Ctrl-C answers with the kinds that are planned by then.
Exit code 1: nobody would lower this season's cost, or none was planned before it was interrupted.`;

/** @param done told the exit code */
export function recruitCommand(io: Io, engine: Engine, done: (code: number) => void) {
  return new Command("recruit")
    .description("Find the kinds of trainer that would help a season most, each verified by planning with her.")
    .argument("<season>", "season file, JSON or gzip; - is standard input")
    .argument("<plan>", "a plan of it that breaks no rule; - is standard input")
    .option("--top <n>", "the most kinds to answer", wholeNumber(1, 50), 5)
    .option("--time <seconds>", "seconds for all of it (default: 60; none with --steps)", seconds)
    .option("--steps <n>", "plan each kind with so many search steps", wholeNumber(0, Number.MAX_SAFE_INTEGER))
    .option("--seed <n>", "seed of the search", wholeNumber(0, 4_294_967_295), 1)
    .addOption(
      new Option("--threads <n>", "1 searches and proves in turn, 2 side by side")
        .choices(["1", "2"] as const)
        .default("2" as const),
    )
    .addOption(langOption("the table"))
    .option("--json", "print the kinds as JSON, each with a whole trainer")
    .option("--quiet", "say nothing on standard error")
    .addHelpText("after", HELP)
    .action(async (seasonFile, planFile, given) => {
      onlyOneStdin([seasonFile, planFile]);
      const { season, plan } = await readBoth(io, engine, seasonFile, planFile);
      await assertSound(io, engine, season, plan, planFile, given.quiet === true);
      const abort = new AbortController();
      const release = io.onInterrupt(() => {
        if (abort.signal.aborted) io.quit(EXIT.interrupted);
        abort.abort();
        if (given.quiet !== true) io.err("koppel: stopping with the kinds so far; Ctrl-C again quits at once\n");
      });
      const time = given.time ?? (given.steps === undefined ? 60 : Number.POSITIVE_INFINITY);
      const options: RecruitOptions = {
        top: given.top,
        time: Math.max(FINISH, time - FINISH),
        steps: given.steps ?? Number.POSITIVE_INFINITY,
        seed: given.seed,
        threads: given.threads === "1" ? 1 : 2,
        view: "full",
        signal: abort.signal,
      };
      const ports: RecruitPorts = {
        clock: () => Date.now() - io.startedAt,
        solve: (of, how) => engine.solve({ season: of }, how, () => undefined),
        onEvent: (event) => {
          if (given.quiet !== true) io.err(`${progressLine(event)}\n`);
        },
      };
      try {
        const outcome = await engine.recruit(season, plan, options, ports);
        const isEmpty = outcome.kinds.length === 0;
        if (isEmpty && abort.signal.aborted)
          io.err("koppel: interrupted before any kind was planned: nothing is known yet\n");
        if (given.json === true) await io.out(`${JSON.stringify(outcome)}\n`);
        else if (!isEmpty || !abort.signal.aborted)
          await io.out(recruitText(season, outcome, given.lang, await readLabels(), io.columns ?? PLAIN_WIDTH));
        done(outcome.kinds.length > 0 ? EXIT.done : EXIT.no);
      } finally {
        release();
      }
    });
}

function progressLine(event: RecruitEvent): string {
  if (event.phase === "prices") return "working out what each session is worth";
  if (event.phase === "kinds") return "looking for kinds of trainer";
  if (event.phase === "base") return "planning the season as it stands";
  return `planning with kind ${event.kind} of ${event.kinds}`;
}
