/** `koppel plan save | list | show | diff`. */
import { Option } from "@commander-js/extra-typings";
import type { Placed } from "../../../advice/changes.js";
import type { Season } from "../../../model/types.js";
import { hours, shortDay, visible, whole } from "../../../papers/index.js";
import { viewOfRole } from "../../../pool/store/acts.js";
import type { Engine } from "../engine.js";
import { EXIT } from "../errors.js";
import { assertWritable, readInput, STDIO, writeWhole } from "../files.js";
import type { Io } from "../io.js";
import { langOption, newId, wholeNumber } from "../options.js";
import { planFileText } from "../plan-file.js";
import { PAGE_FORMS, planPage } from "../plan-page.js";
import { actingCommand, actorOf, inStore } from "../pool-store.js";
import { plainTable } from "../season/look.js";

/** @param done told the exit code */
export function planSaveCommand(io: Io, engine: Engine, done: (code: number) => void) {
  return actingCommand("save")
    .description("Keep a plan file in the database, after the check has judged it.")
    .argument("<file>", "the plan, JSON or gzip; - is standard input")
    .requiredOption("--season <id>", "the season that it is of")
    .requiredOption("--as <id>", "the id under which it is kept", newId)
    .option(
      "--if-version <number>",
      "only if the plan of that id has this version (0: none is there yet)",
      wholeNumber(0, 1e9),
    )
    .option(
      "--if-season <number>",
      "only if the season still has the version of which the plan was made",
      wholeNumber(0, 1e9),
    )
    .option("--json", "print how it stands as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  koppel plan save plan.json --season spring-2027 --as first --db pool.db --role coordinator --organisation iot",
    )
    .action(async (file, options) => {
      const actor = actorOf(options);
      const bytes = await readInput(io, file, "plan");
      const { keepPlan, seasonForPlanning } = await import("../../../season/index.js");
      const { season, verdict } = await inStore(options, async (store) => {
        const standing = seasonForPlanning(store, actor, options.season);
        const plan = await engine.readPlan(bytes, standing, file);
        return keepPlan(store, actor, options.as, options.season, plan, options.ifVersion ?? null, {
          seasonSeen: options.ifSeason ?? null,
        });
      });
      const { staffed, sessions, total } = verdict;
      if (options.json === true)
        await io.out(`${JSON.stringify({ plan: options.as, season: season.id, staffed, sessions, cost: total })}\n`);
      else
        await io.out(
          `${visible(options.as)}: ${whole(staffed, "en")} of ${whole(sessions, "en")} sessions staffed, cost ${whole(total, "en")}\n`,
        );
      done(EXIT.done);
    });
}

/** @param done told the exit code */
export function planListCommand(io: Io, done: (code: number) => void) {
  return actingCommand("list")
    .description("List the plans of the database, with how they stand now.")
    .option("--season <id>", "only those of this season")
    .option("--json", "print them as JSON")
    .addHelpText("after", "\nExample:\n  koppel plan list --db pool.db --role coordinator --organisation iot")
    .action(async (options) => {
      const { listPlans } = await import("../../../season/index.js");
      const rows = await inStore(options, (store) => listPlans(store, actorOf(options), options.season ?? null));
      if (options.json === true) await io.out(`${JSON.stringify(rows)}\n`);
      else if (rows.length === 0) await io.out("There is no plan yet: koppel season solve makes one.\n");
      else {
        const table = plainTable(["plan", "season", "version", "staffed", "cost", "bound", "stands"]);
        for (const { id, season, version, staffed, sessions, cost, bound, published, changedSince, feasible } of rows)
          table.push([
            visible(id),
            visible(season),
            version,
            `${staffed} of ${sessions}`,
            whole(cost, "en"),
            bound === null ? "–" : whole(bound, "en"),
            [
              ...(published ? [changedSince ? "changed since it was published" : "published"] : []),
              feasible ? "sound" : "breaks rules now",
            ].join(", "),
          ]);
        await io.out(`${table.toString()}\n`);
      }
      done(EXIT.done);
    });
}

/** @param done told the exit code */
export function planShowCommand(io: Io, engine: Engine, done: (code: number) => void) {
  return actingCommand("show")
    .description("Show a plan of the database week by week, as koppel show does with files.")
    .argument("<plan>", "the plan's id")
    .addOption(
      new Option(
        "--as <form>",
        "table, csv, xlsx, html, ics or json (default: by the ending of --out, else table)",
      ).choices(PAGE_FORMS),
    )
    .addOption(langOption("the labels"))
    .option("--out <file>", "write to this file instead of standard output")
    .option("--trainer <code>", "ics: only the sessions of this trainer")
    .option(
      "--previous <file>",
      "ics: the calendar that was given out before; what changed since is updated or cancelled",
    )
    .option("--quiet", "say nothing on standard error")
    .addHelpText(
      "after",
      "\nExample:\n  koppel plan show first --as html --lang nl --out plan.html --db pool.db --role coordinator --organisation iot",
    )
    .action(async (id, options) => {
      const actor = actorOf(options);
      const { keptPlan, soundPart } = await import("../../../season/index.js");
      const page = await planPage(io, engine, options);
      const { season, plan, sound } = await inStore(options, (store) => {
        const kept = keptPlan(store, actor, id);
        return { ...kept, sound: soundPart(store, kept.season, kept.plan) };
      });
      // What people take along has nothing in it to which nobody may be sent; a look at a terminal shows what breaks.
      const form = options.as ?? /\.(\w+)$/.exec(options.out ?? "")?.[1]?.toLowerCase() ?? "table";
      const isTaken = !["table", "json", "txt"].includes(form);
      const { left } = sound;
      if (isTaken && left > 0)
        io.err(
          `${left} ${left === 1 ? "session is" : "sessions are"} left out, since nobody may be sent there as planned (not available); next: koppel season repair\n`,
        );
      await page(isTaken ? sound.season : season, isTaken ? sound.plan : plan, viewOfRole(actor.role));
      done(EXIT.done);
    });
}

/** @param done told the exit code */
export function planExportCommand(io: Io, done: (code: number) => void) {
  return actingCommand("export")
    .description("Write a plan of the database as a plan file, koppel-plan/1.")
    .argument("<plan>", "the plan's id")
    .option("--out <file>", "the plan file (default: standard output)")
    .addHelpText(
      "after",
      "\nExample:\n  koppel plan export first --out plan.json --db pool.db --role coordinator --organisation iot",
    )
    .action(async (id, options) => {
      const out = options.out === STDIO ? undefined : options.out;
      if (out !== undefined) assertWritable(out, "plan");
      const { keptPlan } = await import("../../../season/index.js");
      const { plan } = await inStore(options, (store) => keptPlan(store, actorOf(options), id));
      if (out === undefined) await io.out(planFileText(plan));
      else writeWhole(out, "plan", planFileText(plan));
      done(EXIT.done);
    });
}

/** @param done told the exit code */
export function planDiffCommand(io: Io, done: (code: number) => void) {
  return actingCommand("diff")
    .description("Compare two plans of a season: the sessions whose date or team differs.")
    .argument("<before>", "a plan's id")
    .argument("<after>", "another plan's id")
    .option("--json", "print the difference as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  koppel plan diff first second --db pool.db --role coordinator --organisation iot\n\nExit code 1: they differ in nothing.",
    )
    .action(async (before, after, options) => {
      const { diffPlans } = await import("../../../season/index.js");
      const { season, ...diff } = await inStore(options, (store) => diffPlans(store, actorOf(options), before, after));
      if (options.json === true) await io.out(`${JSON.stringify({ season: season.id, ...diff })}\n`);
      else {
        const side = ({ id, staffed, cost }: typeof diff.before) =>
          `${visible(id)}: ${whole(staffed, "en")} staffed, cost ${whole(cost, "en")}`;
        const lines = diff.changed.map(
          ({ session, from, to }) =>
            `  ${visible(session)}: ${placedText(season, session, from)} → ${placedText(season, session, to)}`,
        );
        const count =
          diff.changed.length === 0
            ? "no session differs"
            : diff.changed.length === 1
              ? "1 session differs"
              : `${whole(diff.changed.length, "en")} sessions differ`;
        await io.out(
          `${[side(diff.before), side(diff.after), diff.changed.length === 0 ? count : `${count}:`, ...lines].join("\n")}\n`,
        );
      }
      done(diff.changed.length > 0 ? EXIT.done : EXIT.no);
    });
}

function placedText({ sessions }: Season, session: string, placed: Placed | null): string {
  if (placed === null) return "no team";
  const part = sessions.find(({ id }) => id === session)?.slots[placed.slot]?.[0];
  const when = part === undefined ? "a date that is gone" : `${shortDay(part[0], "en")} ${hours(part, "en")}`;
  return `${when}, ${placed.team.map(({ trainer }) => visible(trainer)).join(" + ")}`;
}
