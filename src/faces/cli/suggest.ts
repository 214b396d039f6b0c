/** `koppel suggest SEASON SESSION`: the best teams for one session in the season as it stands. */
import { existsSync } from "node:fs";
import { Command } from "@commander-js/extra-typings";
import type { Advisor, View } from "../../advice/index.js";
import type { Plan, Season, Session } from "../../model/types.js";
import { datesLeftText, suggestedSessionsText, suggestionsText } from "../../papers/index.js";
import type { Engine } from "./engine.js";
import { EXIT, UsageError } from "./errors.js";
import { nameOf, onlyOneStdin, readInput } from "./files.js";
import { readPlanFile, readSeasonBytes } from "./inputs.js";
import type { Io } from "./io.js";
import { day, langOption, wholeNumber } from "./options.js";
import { assertSound } from "./sound.js";

/** @param done told the exit code */
export function suggestCommand(io: Io, engine: Engine, done: (code: number) => void) {
  return new Command("suggest")
    .description("Suggest the best teams for one session, every other session as it stands.")
    .argument("<season>", "season file, JSON or gzip; - is standard input")
    .argument("[session]", "the id of a session, or a file with one session that the season does not have yet")
    .option("--plan <file>", "the season stands as this plan says (default: full pins and published teams)")
    .option("--top <number>", "how many to list", wholeNumber(1, 1000), 5)
    .option("--trainer <id>", "in place of a session: the best open sessions for this trainer")
    .option("--dates", "what each date of the session still has, and the best team of each")
    .option("--from <day>", "with --dates: from this day on", day)
    .option("--to <day>", "with --dates: up to this day, included", day)
    .option("--redacted", "as for a reader who may not know why somebody is not available")
    .addOption(langOption("the words"))
    .option("--json", "print the suggestions as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  koppel suggest season.json den-haag-a1 --plan plan.json --top 3\n  koppel suggest season.json den-haag-a1 --plan plan.json --dates\n  koppel suggest season.json --trainer t03 --plan plan.json\n\nExit code 1: there is nothing to suggest.",
    )
    .action(async (seasonFile, asked, options) => {
      if ((asked === undefined) === (options.trainer === undefined))
        throw new UsageError("suggest takes either a session or --trainer: name one of the two");
      if ((options.from ?? options.to) !== undefined && options.dates !== true)
        throw new UsageError("--from and --to go with --dates: add it, or leave them out");
      const period = periodOf(options.from, options.to);
      onlyOneStdin([seasonFile, options.plan ?? "", asked ?? ""]);
      const read = await readSeasonBytes(engine, await readInput(io, seasonFile, "season"), seasonFile, "SEASON");
      const { season, session } = await withAsked(io, engine, read, asked);
      const given = options.plan;
      const plan = given === undefined ? null : await readPlanFile(io, engine, read, given, "plan", "SEASON PLAN");
      if (plan) await assertSound(io, engine, read, plan, given ?? "");
      const view: View = options.redacted === true ? "redacted" : "full";
      const { Advisor } = await engine.advice();
      const advisor = new Advisor(season, plan ? standingIn(season, plan, session) : null);
      const { top, lang } = options;
      const say = async (answer: unknown, some: boolean, text: () => string): Promise<void> => {
        await io.out(options.json === true ? `${JSON.stringify(answer)}\n` : text());
        done(some ? EXIT.done : EXIT.no);
      };
      if (options.trainer !== undefined) {
        assertTrainer(season, options.trainer);
        const sessions = advisor.sessionsFor(options.trainer, { top, view, lang });
        await say({ trainer: options.trainer, sessions }, sessions.length > 0, () =>
          suggestedSessionsText(options.trainer ?? "", sessions, lang),
        );
      } else if (options.dates === true) {
        const dates = advisor.datesLeft(session ?? "", { view, lang }, period);
        await say(
          { session, dates },
          dates.some(({ best }) => best !== null),
          () => datesLeftText(session ?? "", dates, lang),
        );
      } else await sayTeams(advisor, session ?? "");

      async function sayTeams(standing: Advisor, id: string): Promise<void> {
        const suggestions = standing.suggest(id, { top, view, lang });
        await say(suggestions, suggestions.teams.length > 0, () => suggestionsText(suggestions, lang));
      }
    });
}

/** The season, with the session of a file in it where one was given; and the id of the session that is asked after. */
async function withAsked(
  io: Io,
  engine: Engine,
  season: Season,
  asked: string | undefined,
): Promise<{ season: Season; session: string | undefined }> {
  if (asked === undefined || season.sessions.some(({ id }) => id === asked)) return { season, session: asked };
  if (asked !== "-" && !existsSync(asked))
    throw new UsageError(
      `SESSION: the season has no session ${asked}, and there is no such file: give the id of one of its sessions, or a file with one session`,
    );
  const { withSession } = await engine.advice();
  const session: Session = await engine.readSession(await readInput(io, asked, "session"), season, nameOf(asked));
  return { season: withSession(season, session), session: session.id };
}

/** The plan in a season in which the session asked after may have changed: its own team is no longer one of it. */
function standingIn(season: Season, plan: Plan, session: string | undefined): Plan {
  const staffed = season.sessions.find(({ id }) => id === session);
  const own = plan.assignments.find((a) => a.session === session);
  if (!own || !staffed || own.slot < staffed.slots.length) return plan;
  return { ...plan, assignments: plan.assignments.filter((a) => a !== own) };
}

function assertTrainer({ trainers }: Season, trainer: string): void {
  if (!trainers.some(({ id }) => id === trainer))
    throw new UsageError(`--trainer: the season has no trainer ${trainer}: give the id of one of its trainers`);
}

function periodOf(from: string | undefined, to: string | undefined): { from: string; to: string } | undefined {
  if (from !== undefined && to !== undefined && from > to)
    throw new UsageError(`--to ${to} is before --from ${from}: give a period`);
  if (from === undefined && to === undefined) return undefined;
  return { from: from ?? "0000-01-01", to: to ?? "9999-12-31" };
}
