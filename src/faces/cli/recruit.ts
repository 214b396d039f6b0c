/** `koppel recruit SEASON PLAN`: which kinds of trainer would help this season most, each verified by planning again. */
import { Command, Option } from "@commander-js/extra-typings";
import type { RecruitEvent, RecruitOptions, RecruitPorts } from "../../advice/recruit/types.js";
import type { Plan, Season } from "../../model/types.js";
import { LANGS, recruitText } from "../../papers/index.js";
import { readLabels } from "./data-files.js";
import type { Engine } from "./engine.js";
import { EXIT, UsageError } from "./errors.js";
import { nameOf, onlyOneStdin } from "./files.js";
import { readBoth } from "./inputs.js";
import type { Io } from "./io.js";
import { seconds, wholeNumber } from "./options.js";

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
    .addOption(new Option("--lang <language>", "language of the table").choices(LANGS).default("en" as const))
    .option("--json", "print the kinds as JSON, each with a whole trainer")
    .option("--quiet", "say nothing on standard error")
    .addHelpText("after", HELP)
    .action(async (seasonFile, planFile, given) => {
      onlyOneStdin([seasonFile, planFile]);
      const { season, plan } = await readBoth(io, engine, seasonFile, planFile);
      await assertSound(engine, season, plan, planFile);
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
        if (given.json === true) await io.out(`${JSON.stringify(outcome)}\n`);
        else await io.out(recruitText(season, outcome, given.lang, await readLabels(), io.columns ?? PLAIN_WIDTH));
        done(outcome.kinds.length > 0 ? EXIT.done : EXIT.no);
      } finally {
        release();
      }
    });
}

/** Broken rules that are told before the rest is counted. */
const MOST_BROKEN = 5;

async function assertSound(engine: Engine, season: Season, plan: Plan, file: string): Promise<void> {
  const check = await engine.check();
  const { feasible, violations } = check(season, plan);
  if (feasible) return;
  const lines = violations.slice(0, MOST_BROKEN).map(({ rule, where, text }) => `${rule} · ${where}: ${text}`);
  if (violations.length > MOST_BROKEN) lines.push(`… and ${violations.length - MOST_BROKEN} more: see koppel check`);
  throw new UsageError(`the plan ${nameOf(file)} breaks rules: give one that breaks none`, lines);
}

function progressLine(event: RecruitEvent): string {
  if (event.phase === "prices") return "working out what each session is worth";
  if (event.phase === "kinds") return "looking for kinds of trainer";
  if (event.phase === "base") return "planning the season as it stands";
  return `planning with kind ${event.kind} of ${event.kinds}`;
}
