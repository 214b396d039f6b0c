/** `koppel season suggest | explain`: advice on a season of the database, told as the role may hear it. */
import { explanationText, suggestionsText } from "../../../papers/index.js";
import { shareNames, viewOfRole } from "../../../pool/store/index.js";
import { readLabels } from "../data-files.js";
import type { Engine } from "../engine.js";
import { EXIT, UsageError } from "../errors.js";
import type { Io } from "../io.js";
import { langOption, wholeNumber } from "../options.js";
import { actingCommand, actorOf, inStore } from "../pool-store.js";

/** @param done told the exit code */
export function seasonSuggestCommand(io: Io, engine: Engine, done: (code: number) => void) {
  return actingCommand("suggest")
    .description("Suggest the best teams for a session of a season in the database.")
    .argument("<season>", "the season's id")
    .argument("<session>", "the session's id")
    .option(
      "--plan <plan>",
      "the season stands as this plan of the database says (default: what is fixed or published)",
    )
    .option("--top <number>", "how many to list", wholeNumber(1, 1000), 5)
    .addOption(langOption("the words"))
    .option("--json", "print the suggestions as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  koppel season suggest spring-2027 den-haag-a1 --plan first --db pool.db --role coordinator --organisation iot\n\nYour organisation may know the names of those who are suggested from then on. Exit code 1: there is nothing to suggest.",
    )
    .action(async (id, session, options) => {
      const actor = actorOf(options);
      const view = viewOfRole(actor.role);
      const { top, lang } = options;
      const { seasonForPlanning, keptPlan } = await import("../../../season/index.js");
      const { Advisor, standingPart } = await engine.advice();
      const found = await inStore(options, (store) => {
        const season = seasonForPlanning(store, actor, id);
        if (!season.sessions.some((one) => one.id === session))
          throw new UsageError(`SESSION: the season has no session ${session}; see koppel season show ${season.id}`);
        const kept = options.plan === undefined ? null : keptPlan(store, actor, options.plan, "plan");
        if (kept !== null && kept.season.id !== id)
          throw new UsageError(`--plan ${options.plan}: it is of ${kept.season.id}`);
        const suggestions = new Advisor(season, kept && standingPart(season, kept.plan)).suggest(session, {
          top,
          view,
          lang,
        });
        shareNames(
          store,
          actor,
          suggestions.teams.flatMap(({ team }) => team.map(({ trainer }) => trainer)),
        );
        return suggestions;
      });
      await io.out(options.json === true ? `${JSON.stringify(found)}\n` : suggestionsText(found, lang));
      done(found.teams.length > 0 ? EXIT.done : EXIT.no);
    });
}

/** @param done told the exit code */
export function seasonExplainCommand(io: Io, engine: Engine, done: (code: number) => void) {
  return actingCommand("explain")
    .description("Explain a session of a plan in the database: why this team, why not somebody, or why none.")
    .argument("<plan>", "the plan's id")
    .argument("<session>", "the session's id")
    .option("--trainer <code>", "why she is not in the team, and what choosing her would cost")
    .addOption(langOption("the words"))
    .option("--json", "print the explanation as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  koppel season explain first den-haag-a1 --trainer t03 --db pool.db --role coordinator --organisation iot",
    )
    .action(async (planId, session, options) => {
      const actor = actorOf(options);
      const view = viewOfRole(actor.role);
      const { keptPlan, toldMatches } = await import("../../../season/index.js");
      const { season, plan, verdict } = await inStore(options, (store) => keptPlan(store, actor, planId, "plan"));
      if (!verdict.feasible)
        throw new UsageError(`plan ${planId} breaks rules of the season as it stands now; repair it first`);
      if (!season.sessions.some(({ id }) => id === session))
        throw new UsageError(`SESSION: the season has no session ${session}; see koppel season show ${season.id}`);
      if (options.trainer !== undefined && !season.trainers.some(({ id }) => id === options.trainer))
        throw new UsageError(
          `--trainer: the season has no trainer ${options.trainer}: whoever has no role that may be used is not in it; see koppel season show ${season.id}`,
        );
      const asked = options.trainer === undefined ? { view } : { view, trainer: options.trainer };
      const all = (await engine.advice()).explain(season, plan, session, asked);
      const of = season.sessions.find(({ id }) => id === session);
      const found = of === undefined ? all : await inStore(options, (store) => toldMatches(store, actor, of, all));
      const paper = { season, lang: options.lang, labels: await readLabels(), view } as const;
      await io.out(options.json === true ? `${JSON.stringify(found)}\n` : explanationText(found, paper));
      done(EXIT.done);
    });
}
