/** `koppel season list | show | export`. */
import Table from "cli-table3";
import { visible, whole } from "../../../papers/index.js";
import { EXIT, UsageError } from "../errors.js";
import { assertWritable, STDIO, writeWhole } from "../files.js";
import type { Io } from "../io.js";
import { seasonFileText } from "../plan-file.js";
import { actingCommand, actorOf, inStore } from "../pool-store.js";

/** What leaves the database is for its owner's eyes. */
const PRIVATE = 0o600;

/** @param done told the exit code */
export function seasonListCommand(io: Io, done: (code: number) => void) {
  return actingCommand("list")
    .description("List the seasons of the database.")
    .option("--json", "print them as JSON")
    .addHelpText("after", "\nExample:\n  koppel season list --db pool.db --role coordinator --organisation iot")
    .action(async (options) => {
      const { listSeasons } = await import("../../../season/index.js");
      const rows = await inStore(options, (store) => listSeasons(store, actorOf(options)));
      if (options.json === true) await io.out(`${JSON.stringify(rows)}\n`);
      else if (rows.length === 0) await io.out("There is no season yet: koppel season build makes one.\n");
      else {
        const table = plainTable(["season", "from", "to", "sessions", "trainers", "published"]);
        for (const { id, from, to, sessions, trainers, published } of rows)
          table.push([visible(id), from, to, whole(sessions, "en"), whole(trainers, "en"), published?.plan ?? "no"]);
        await io.out(`${table.toString()}\n`);
      }
      done(EXIT.done);
    });
}

/** A table without lines, for a terminal. */
export function plainTable(head: readonly string[]): Table.Table {
  return new Table({ head: [...head], style: { head: [], border: [], compact: true } });
}

/** @param done told the exit code */
export function seasonShowCommand(io: Io, done: (code: number) => void) {
  return actingCommand("show")
    .description("Show a season of the database: its programmes, sessions and trainers' room, and how its plans stand.")
    .argument("<season>", "the season's id")
    .option("--json", "print it as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  koppel season show spring-2027 --db pool.db --role coordinator --organisation iot",
    )
    .action(async (id, options) => {
      const actor = actorOf(options);
      const { listPlans, seasonForReading } = await import("../../../season/index.js");
      const { season, plans } = await inStore(options, (store) => ({
        season: seasonForReading(store, actor, id),
        plans: listPlans(store, actor, id),
      }));
      const shown = {
        season: season.id,
        from: season.from,
        to: season.to,
        trainers: season.trainers.map(({ id: code }) => ({ trainer: code })),
        programmes: season.programmes,
        series: season.series,
        sessions: season.sessions.map((session) => ({
          session: session.id,
          activity: session.activity,
          programme: session.programme,
          place: session.place,
          dates: session.slots.length,
          seats: session.seats,
          priority: session.priority,
          fixed: session.pinned !== null,
        })),
        plans,
      };
      if (options.json === true) await io.out(`${JSON.stringify(shown)}\n`);
      else await io.out(showText(shown, new Map(season.places.map((place) => [place.id, place.name]))));
      done(EXIT.done);
    });
}

interface Shown {
  readonly season: string;
  readonly from: string;
  readonly to: string;
  readonly trainers: readonly unknown[];
  readonly sessions: readonly {
    readonly session: string;
    readonly activity: string;
    readonly programme: string | null;
    readonly place: string | null;
    readonly dates: number;
    readonly fixed: boolean;
  }[];
  readonly plans: readonly {
    readonly id: string;
    readonly staffed: number;
    readonly cost: number;
    readonly published: boolean;
    readonly changedSince: boolean;
    readonly feasible: boolean;
  }[];
}

function showText({ season, from, to, trainers, sessions, plans }: Shown, places: ReadonlyMap<string, string>): string {
  const table = plainTable(["session", "activity", "programme", "place", "dates", "fixed"]);
  for (const { session, activity, programme, place, dates, fixed } of sessions)
    table.push([
      visible(session),
      visible(activity),
      visible(programme ?? "–"),
      place === null ? "online" : visible(places.get(place) ?? place),
      dates,
      fixed ? "yes" : "",
    ]);
  const planLines = plans.map(
    ({ id, staffed, cost, published, changedSince, feasible }) =>
      `  ${visible(id)}: ${whole(staffed, "en")} of ${whole(sessions.length, "en")} staffed, cost ${whole(cost, "en")}${published ? `, ${changedSince ? "changed since it was published: publish it again" : "published"}` : ""}${feasible ? "" : ", breaks rules now: repair it"}`,
  );
  return [
    `${visible(season)}, ${from} to ${to}: ${whole(sessions.length, "en")} sessions, ${whole(trainers.length, "en")} trainers`,
    table.toString(),
    plans.length === 0 ? "No plan yet: koppel season solve makes one." : "Plans:",
    ...planLines,
    "",
  ].join("\n");
}

/** @param done told the exit code */
export function seasonExportCommand(io: Io, done: (code: number) => void) {
  return actingCommand("export")
    .description("Write a season as a file. Only a safety officer may: it holds where trainers must never be sent.")
    .argument("<season>", "the season's id")
    .requiredOption("--out <file>", "the season file")
    .option("--quiet", "say nothing on standard error")
    .addHelpText(
      "after",
      "\nExample:\n  koppel season export spring-2027 --db pool.db --role safetyOfficer --out season.json",
    )
    .action(async (id, options) => {
      if (options.out === STDIO) throw new UsageError("--out needs a file of its own: what it holds is confidential");
      assertWritable(options.out, "season");
      const { exportedSeason } = await import("../../../season/index.js");
      const season = await inStore(options, (store) => exportedSeason(store, actorOf(options), id));
      writeWhole(options.out, "season", seasonFileText(season), PRIVATE);
      if (options.quiet !== true)
        io.err(
          `${options.out}: ${season.trainers.length} trainers, ${season.sessions.length} sessions; keep it confidential\n`,
        );
      done(EXIT.done);
    });
}
