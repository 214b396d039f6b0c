/** `koppel pool show | protect | calendar | access | trail`: trainers one by one, for whoever may. */
import { Option } from "@commander-js/extra-typings";
import { type Lang, visible } from "../../papers/index.js";
import type { Actor, Piece } from "../../pool/store/index.js";
import type { Holdings } from "../../season/index.js";
import { readChoices, readLabels } from "./data-files.js";
import { EXIT, UsageError } from "./errors.js";
import { assertWritable, readInput, STDIO, writeWhole } from "./files.js";
import type { Io } from "./io.js";
import { day, langOption, wholeNumber } from "./options.js";
import { actingCommand, actorOf, inStore, storeCommand } from "./pool-store.js";
import { loadPlaces } from "./programme/facts.js";
import { plainTable } from "./season/look.js";

type Done = (code: number) => void;
/** What holds names or what is sensitive is for its owner's eyes. */
const PRIVATE = 0o600;
/** Days of a calendar that are read from today on, where nothing else is asked. */
const DAYS_AHEAD = 550;

export function poolShowCommand(io: Io, done: Done) {
  return actingCommand("show")
    .description("List the pool's trainers: codes, organisations, and the names that you may see.")
    .option("--json", "print them as JSON")
    .addHelpText("after", "\nExample:\n  koppel pool show --db pool.db --role coordinator --organisation iot")
    .action(async (options) => {
      const actor = actorOf(options);
      const { poolRows } = await import("../../season/index.js");
      const rows = await inStore(options, (store) => poolRows(store, actor));
      if (options.json === true) await io.out(`${JSON.stringify(rows)}\n`);
      else if (rows.length === 0) await io.out("The pool is empty: koppel pool import fills it.\n");
      else {
        const table = plainTable(["trainer", "organisation", "name", "reach her by", "consents to planning", "time"]);
        for (const { trainer, organisation, name, contact, consents, hasTime } of rows)
          table.push([
            visible(trainer),
            visible(organisation),
            visible(name ?? "–"),
            visible(contact ?? "–"),
            consents,
            hasTime,
          ]);
        await io.out(`${table.toString()}\n`);
      }
      done(EXIT.done);
    });
}

/** A piece of protection by the option that names it. */
const PIECES = ["place", "trainer", "km", "theme"] as const;

export function poolProtectCommand(io: Io, done: Done) {
  return actingCommand("protect")
    .description("Read what protects a trainer, add to it, or take away from it, which takes two safety officers.")
    .argument("<trainer>", "her code")
    .addOption(new Option("--add <what>", "add a piece: place, trainer, km or theme").choices(PIECES))
    .addOption(new Option("--remove <what>", "take a piece away, or make it weaker").choices(PIECES).conflicts("add"))
    .option(
      "--value <value>",
      "CBS code of a place; a trainer's code; km from her own community; theme=times in a season",
    )
    .option("--json", "print what protects her as JSON")
    .addHelpText(
      "after",
      `
Examples:
  koppel pool protect t03 --db pool.db --role safetyOfficer --account o1
  koppel pool protect t03 --add place --value GM0503 --db pool.db --role safetyOfficer --account o1
  koppel pool protect t03 --remove place --value GM0503 --db pool.db --role safetyOfficer --account o1

What is added holds at once, in every season. A removal waits until another account asks the same.`,
    )
    .action(async (trainer, options) => {
      const actor = actorOf(options);
      const what = options.add ?? options.remove;
      if ((what === undefined) !== (options.value === undefined))
        throw new UsageError("--add or --remove goes with --value: give both, or neither");
      const piece = what === undefined || options.value === undefined ? null : pieceOf(what, options.value);
      const places = new Set((await loadPlaces()).map(({ id }) => id));
      const { protect, protectionFor, unprotect } = await import("../../pool/store/index.js");
      const outcome = await inStore(options, (store) => {
        const act = options.add === undefined ? unprotect : protect;
        const change = piece === null ? null : act(store, actor, trainer, piece, (id) => places.has(id));
        return { change, now: protectionFor(store, actor, trainer) };
      });
      if (options.json === true) await io.out(`${JSON.stringify({ trainer, ...outcome })}\n`);
      else {
        const { avoidPlaces, avoidTrainers, ownCommunityKm, exposure } = outcome.now;
        const themes = Object.entries(exposure).map(([theme, times]) => `${theme}=${times}`);
        const list = (items: readonly string[]): string => (items.length === 0 ? "–" : items.map(visible).join(", "));
        const told = { asked: "asked: another safety officer is to ask the same", removed: "removed", added: "added" };
        await io.out(
          [
            ...(outcome.change === null ? [] : [told[outcome.change]]),
            `${visible(trainer)} never to: ${list(avoidPlaces)}`,
            `  never together with: ${list(avoidTrainers)}`,
            `  km from her own community: ${ownCommunityKm}`,
            `  times on a theme in a season: ${list(themes)}`,
            "",
          ].join("\n"),
        );
      }
      done(EXIT.done);
    });
}

/** @throws UsageError for a value that is none of that kind */
function pieceOf(what: (typeof PIECES)[number], value: string): Piece {
  if (what === "place") return { field: "avoidPlaces", value };
  if (what === "trainer") return { field: "avoidTrainers", value };
  if (what === "km") {
    if (!/^\d{1,4}$/.test(value)) throw new UsageError("--value: give whole km, such as 30");
    return { field: "ownCommunityKm", value: Number(value) };
  }
  const [, theme, times] = /^([^=]+)=(\d{1,4})$/.exec(value) ?? [];
  if (theme === undefined || times === undefined) throw new UsageError("--value: give theme=times, such as fgm=2");
  return { field: "exposure", value: { theme, times: Number(times) } };
}

export function poolCalendarCommand(io: Io, done: Done) {
  return actingCommand("calendar")
    .description("Read when a trainer's own calendar is full: times alone, in the place of what was read before.")
    .argument("<trainer>", "her code")
    .argument("<file>", "an .ics file; - is standard input")
    .option("--from <day>", "first day (default: today)", day)
    .option("--to <day>", "last day (default: a year and a half on)", day)
    .option("--zone <zone>", "the zone of times that name none", "Europe/Amsterdam")
    .option("--quiet", "say nothing on standard error")
    .addHelpText(
      "after",
      "\nExample:\n  koppel pool calendar t03 agenda.ics --db pool.db --role coordinator --organisation iot",
    )
    .action(async (trainer, file, options) => {
      const actor = actorOf(options);
      const bytes = await readInput(io, file, "calendar");
      const today = new Date(io.startedAt);
      const from = options.from ?? today.toISOString().slice(0, 10);
      const to = options.to ?? new Date(io.startedAt + DAYS_AHEAD * 86_400_000).toISOString().slice(0, 10);
      const { importBusy } = await import("../../pool/availability/index.js");
      const { keepCalendar } = await import("../../season/index.js");
      const { busy } = importBusy(bytes, { from, to, zone: options.zone });
      await inStore(options, (store) => keepCalendar(store, actor, trainer, busy));
      if (options.quiet !== true)
        io.err(
          `${visible(trainer)}: ${busy.length} busy ${busy.length === 1 ? "time" : "times"} from ${from} to ${to}\n`,
        );
      done(EXIT.done);
    });
}

export function poolAccessCommand(io: Io, done: Done) {
  return storeCommand("access")
    .description("Write all that is held about a trainer, for her: JSON, or a page that she can read.")
    .argument("<trainer>", "her code")
    .requiredOption("--out <file>", "the file; .html gives a page, anything else JSON")
    .addOption(langOption("the page", "nl"))
    .option("--quiet", "say nothing on standard error")
    .addHelpText(
      "after",
      "\nExample:\n  koppel pool access t03 --out t03.html --db pool.db\n\nIt acts as the trainer herself; give it to nobody else.",
    )
    .action(async (trainer, options) => {
      if (options.out === STDIO) throw new UsageError("--out needs a file of its own: what it holds is hers alone");
      assertWritable(options.out, "page");
      const actor: Actor = { id: "trainer", role: "trainer", trainer };
      const { holdingsOf } = await import("../../season/index.js");
      const held = await inStore(options, (store) => holdingsOf(store, actor));
      const page = options.out.endsWith(".html")
        ? await pageOf(held, options.lang)
        : `${JSON.stringify(held, null, 1)}\n`;
      writeWhole(options.out, "page", page, PRIVATE);
      if (options.quiet !== true) io.err(`${options.out}: all that is held about ${visible(trainer)}; for her alone\n`);
      done(EXIT.done);
    });
}

/** What is held, as a page: her record as the sheets have it. */
async function pageOf(held: Holdings, lang: Lang): Promise<string> {
  const [{ holdingsHtml }, { recordOfHoldings, recordTables }] = await Promise.all([
    import("../../papers/index.js"),
    import("../../pool/exchange/index.js"),
  ]);
  const records = { trainer: [recordOfHoldings(held)] };
  const tables = recordTables(records, { lang, choices: await readChoices(), shows: () => true });
  return holdingsHtml(held, tables, lang, await readLabels());
}

export function poolTrailCommand(io: Io, done: Done) {
  return actingCommand("trail")
    .description("Show the newest rows of the audit trail: who did or read what, when; of no trainer by name or code.")
    .option("--top <number>", "how many", wholeNumber(1, 100_000), 50)
    .option("--json", "print them as JSON")
    .addHelpText("after", "\nExample:\n  koppel pool trail --db pool.db --role auditor")
    .action(async (options) => {
      const { assertMay, recentTrail } = await import("../../pool/store/index.js");
      const rows = await inStore(options, (store) => {
        assertMay(store, actorOf(options), "seeTrail");
        return recentTrail(store, options.top);
      });
      if (options.json === true) await io.out(`${JSON.stringify(rows)}\n`);
      else {
        const table = plainTable(["#", "when", "account", "role", "did", "what", "for", "outcome", "about"]);
        for (const { seq, at, actor, role, action, field, purpose, outcome, subject } of rows)
          table.push([
            seq,
            at.slice(0, 19),
            visible(actor),
            role,
            action,
            field,
            purpose,
            outcome,
            subject.slice(0, 8),
          ]);
        await io.out(`${table.toString()}\n`);
      }
      done(EXIT.done);
    });
}
