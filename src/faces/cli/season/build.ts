/** `koppel season build`: a season of what the pool has. */
import { Option } from "@commander-js/extra-typings";
import type { Weights } from "../../../model/types.js";
import { PRESETS, withPreset } from "../../../model/weights.js";
import { visible, whole } from "../../../papers/index.js";
import type { Built, ProgrammeRow } from "../../../season/index.js";
import { readData, readPreset } from "../data-files.js";
import { EXIT, OurFault, UsageError } from "../errors.js";
import type { Io } from "../io.js";
import { collect, day, newId, wholeNumber } from "../options.js";
import { actingCommand, actorOf, inStore } from "../pool-store.js";
import { loadPlaces } from "../programme/facts.js";

const HELP = `
Example:
  koppel season build spring-2027 --from 2027-01-04 --to 2027-06-30 --db pool.db --role coordinator --organisation iot

Takes every session of the pool with a date in the period, and all trainers: when they can come, and what they consent to have used.
A season of that id is made anew; its plans stay, and follow their dates. It keeps to what it was made of before: all programmes, or those
that were given, and tells which others have sessions in the period by now. --programme or --all choose otherwise, and --dry-run says
first what would come in and go. See docs/coordinator.md.`;

/** @param done told the exit code */
export function seasonBuildCommand(io: Io, done: (code: number) => void) {
  return actingCommand("build")
    .description("Make a season of the pool's trainers and of its sessions in a period.")
    .argument("<id>", "the season's id", newId)
    .requiredOption("--from <day>", "first day, YYYY-MM-DD or D-M-YYYY", day)
    .requiredOption("--to <day>", "last day, YYYY-MM-DD or D-M-YYYY", day)
    .addOption(
      new Option("--programme <code>", "only its sessions; may be given more than once")
        .argParser(collect)
        .conflicts("all"),
    )
    .option("--all", "the sessions of all programmes, and of none (default where there is no such season yet)")
    .addOption(new Option("--weights <preset>", "what weighs most").choices(PRESETS))
    .option("--zone <zone>", "IANA zone of all times (default: Europe/Amsterdam)")
    .option("--if-version <number>", "only if the season has this version (0: there is none)", wholeNumber(0, 1e9))
    .option("--dry-run", "say what would come of it, and keep nothing")
    .option("--json", "print what was made and what was left out as JSON")
    .option("--quiet", "say nothing of what was left out")
    .addHelpText("after", HELP)
    .action(async (id, options) => {
      if (options.from > options.to)
        throw new UsageError(`--to ${options.to} is before --from ${options.from}: give a period`);
      const actor = actorOf(options);
      const defaults = await seasonDefaults();
      const weights =
        options.weights === undefined
          ? defaults.weights
          : withPreset({ weights: defaults.weights } as never, await readPreset(options.weights)).weights;
      const places = await loadPlaces();
      const { buildSeason } = await import("../../../season/index.js");
      const built = await inStore(options, (store) =>
        buildSeason(store, actor, {
          id,
          from: options.from,
          to: options.to,
          timeZone: options.zone ?? defaults.timeZone,
          programmes: options.programme ?? (options.all === true ? "all" : null),
          dryRun: options.dryRun === true,
          weights,
          places,
          now: Date.now(),
          seen: options.ifVersion ?? null,
        }),
      );
      if (options.json === true) await io.out(`${JSON.stringify(builtJson(built, options.dryRun !== true))}\n`);
      else await io.out(builtText(built, options.quiet === true));
      if (options.dryRun === true) io.err("nothing was kept: it was a dry run\n");
      done(EXIT.done);
    });
}

/** The zone and the weights that a season has before anybody sets them otherwise. */
export async function seasonDefaults(): Promise<{ readonly timeZone: string; readonly weights: Weights }> {
  const file = (await readData("season-defaults.json")) as { timeZone?: unknown; weights?: unknown } | null;
  if (typeof file?.timeZone !== "string" || typeof file.weights !== "object")
    throw new OurFault("data/season-defaults.json has no zone or no weights");
  return { timeZone: file.timeZone, weights: file.weights as Weights };
}

function builtJson({ season, ...told }: Built, done: boolean) {
  return { season: season.id, sessions: season.sessions.length, trainers: season.trainers.length, done, ...told };
}

function builtText(built: Built, quiet: boolean): string {
  const { season, isNew, undated, brokenSeries, withheld, withheldOwn, neverFree, released, shrunk } = built;
  const { id, sessions, trainers, series } = season;
  const made = `${visible(id)}: ${whole(sessions.length, "en")} sessions, ${whole(trainers.length, "en")} trainers, ${whole(series.length, "en")} series\n`;
  if (quiet) return made;
  const lines = [
    ...(isNew ? [] : changedText(built)),
    ...(undated.length > 0 ? [`no date in the period, left out: ${list(undated)}`] : []),
    ...(brokenSeries.length > 0 ? [`series with one session in the period, left out: ${list(brokenSeries)}`] : []),
    ...(withheld > 0 ? [withheldText(withheld, withheldOwn.map(visible))] : []),
    ...(neverFree.length > 0 ? [`not available on any day of the period: ${list(neverFree)}`] : []),
    ...released.flatMap(releasedText),
    ...shrunk.map(
      ({ plan, lost }) =>
        `plan ${visible(plan)} lost ${lost === 1 ? "1 team" : `${whole(lost, "en")} teams`}: their sessions or dates are not in the season any more`,
    ),
    ...(sessions.length === 0 ? ["no session has a date in the period: import some, or choose another period"] : []),
  ];
  return made + lines.map((line) => `  ${line}\n`).join("");
}

const list = (codes: readonly string[]): string => codes.map(visible).join(", ");
const sessionsText = (n: number): string => (n === 1 ? "1 session" : `${whole(n, "en")} sessions`);
const programmeText = (code: string | null): string => (code === null ? "no programme" : `programme ${visible(code)}`);

/** What of a programme comes or goes; nothing where nothing does. */
function comingText({ programme }: ProgrammeRow, what: string, sessions: readonly string[]): string[] {
  return sessions.length === 0 ? [] : [`${what}, of ${programmeText(programme)}: ${sessionsText(sessions.length)}`];
}

/** What came into a season that was made anew, what went, and of what it is not made. */
function changedText({ programmes, came, left }: Built): string[] {
  const others = programmes.filter(({ isIn, sessions }) => !isIn && sessions > 0);
  return [
    ...programmes.flatMap((row) => comingText(row, "new in it", row.came)),
    ...programmes.flatMap((row) => comingText(row, "no longer in it", row.left)),
    ...(came.length > 0 ? [`trainers new in it: ${list(came)}`] : []),
    ...(left.length > 0 ? [`trainers no longer in it: ${list(left)}`] : []),
    ...others.map(({ programme, sessions: n }) => {
      const alone = programme === null ? "" : `--programme ${visible(programme)} beside the others, or `;
      return `left out, of ${programmeText(programme)}: ${sessionsText(n)} in the period; ${alone}--all takes them in`;
    }),
  ];
}

function withheldText(count: number, own: readonly string[]): string {
  const who = count === 1 ? "1 trainer is" : `${whole(count, "en")} trainers are`;
  const yours = own.length === 0 ? "" : `; of your organisation: ${own.join(", ")} (sheet Toestemmingen / Consents)`;
  return `${who} left out: no role that may be used for planning${yours}`;
}

/** A fixed date or team that was let go, and what it would have needed. */
function releasedText({ session, faults }: Built["released"][number]): string[] {
  const told = faults.map(({ trainer, expected }) => `${trainer === null ? "" : `${visible(trainer)}: `}${expected}`);
  return [
    `${visible(session)}: what was fixed does not hold, and was let go; it needs`,
    ...[...new Set(told)].map((line) => `  ${line}`),
  ];
}
