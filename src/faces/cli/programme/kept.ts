/** `koppel programme keep | papers | paper | book | follow`: programmes in the pool's database. */
import { Option } from "@commander-js/extra-typings";
import { visible, whole } from "../../../papers/index.js";
import { ours, readData } from "../data-files.js";
import { EXIT, issueWording, UsageError } from "../errors.js";
import { assertWritable, nameOf, onlyOneStdin, readInput, STDIO, writeWhole } from "../files.js";
import type { Io } from "../io.js";
import { day, langOption } from "../options.js";
import { actingCommand, actorOf, inStore } from "../pool-store.js";
import { plainTable } from "../season/look.js";
import { orRefusal } from "../spreadsheets.js";
import { loadCalendar, loadLabels, loadMenu, loadPlaces, loadQuestionnaire } from "./facts.js";
import { COLLEAGUES, dayList, listSettings, placeList, wholeNumber } from "./groups.js";

type Done = (code: number) => void;
const MEETINGS = ["conversation", "outcome", "none"] as const;
const AS = "--db pool.db --role coordinator --organisation iot";

export function keepCommand(io: Io, done: Done) {
  return actingCommand("keep")
    .description(
      "Keep papers of a programme in the database: order, answers, needs, choice, participants, groups, quote …; answers, participants and what was held out of .xlsx and CSV too.",
    )
    .argument("<programme>", "the programme's code: the id of its order")
    .argument(
      "<files...>",
      "files that say what they are by their format, exports of a survey tool, lists of participants or of what was held; groups as item=file",
    )
    .option("--date <day...>", "of a list of participants: the days on which a group can be", dayList)
    .option("--place <code...>", "of such a list, in a region: the municipalities in which a group can be", placeList)
    .option("--groups <number>", "of such a list: how many groups at most", wholeNumber)
    .option("--most <number>", "of such a list: participants of one group at most (default: 16)", wholeNumber)
    .addOption(
      new Option("--colleagues <wish>", "of such a list: people of one organisation (default: either)").choices(
        COLLEAGUES,
      ),
    )
    .addOption(langOption("what is told of wrong cells"))
    .option("--json", "tell what is wrong as JSON")
    .option("--quiet", "say nothing on standard error")
    .addHelpText(
      "after",
      `\nExample:\n  koppel programme keep lindehoven-2027 order.json answers.xlsx ${AS}\n  koppel programme keep lindehoven-2027 participants.xlsx --date 2027-06-03 2027-06-08 --groups 2 ${AS}\n\nAll of them or none, with all that is wrong told at once. Answers bring their outcome (needs) with them. A list of participants that is given again goes by the days and groups of the one before. A paper takes the place of the one of its kind that was there.`,
    )
    .action(async (programme, files, options) => {
      const named = files.map(partAndFile);
      onlyOneStdin(named.map(([, file]) => file));
      const read = await Promise.all(
        named.map(async ([part, file]) => ({ part, name: nameOf(file), bytes: await readInput(io, file, "paper") })),
      );
      const actor = actorOf(options);
      const settings = await listSettings(options);
      const facts = {
        questionnaire: await loadQuestionnaire(),
        places: await loadPlaces(),
        menu: await loadMenu(),
        inWords: issueWording,
      };
      const { takeFiles } = await import("../../../programme/take.js");
      const code = await orRefusal(io, options, async () => {
        const kinds = await inStore(options, (store) => takeFiles(store, actor, programme, read, settings, facts));
        if (options.quiet !== true) io.err(`${visible(programme)}: kept ${kinds.join(", ")}\n`);
        return EXIT.done;
      });
      done(code);
    });
}

/** `item=file`, or a file alone. */
function partAndFile(text: string): [part: string, file: string] {
  const [, item, file] = /^([\w-]+)=(.+)$/.exec(text) ?? [];
  return item === undefined || file === undefined ? ["", text] : [item, file];
}

export function papersCommand(io: Io, done: Done) {
  return actingCommand("papers")
    .description("List the papers of programmes that the database keeps.")
    .argument("[programme]", "only those of this programme")
    .option("--json", "print them as JSON")
    .addHelpText("after", `\nExample:\n  koppel programme papers ${AS}`)
    .action(async (programme, options) => {
      const { papersOf } = await import("../../../programme/dossier.js");
      const rows = await inStore(options, (store) => papersOf(store, actorOf(options), programme ?? null));
      if (options.json === true) await io.out(`${JSON.stringify(rows)}\n`);
      else if (rows.length === 0)
        await io.out("No paper of a programme is kept yet: koppel programme keep keeps some.\n");
      else {
        const table = plainTable(["programme", "paper", "of", "kept"]);
        for (const { programme: of, kind, part, at } of rows)
          table.push([visible(of), kind, visible(part), at.slice(0, 16).replace("T", " ")]);
        await io.out(`${table.toString()}\n`);
      }
      done(EXIT.done);
    });
}

export function paperCommand(io: Io, done: Done) {
  return actingCommand("paper")
    .description("Write a paper that the database keeps as the file that it was.")
    .argument("<programme>", "the programme's code")
    .argument("<paper>", "its kind, such as order; groups as groups=item")
    .option("--out <file>", "write it there (default: standard output)")
    .addHelpText("after", `\nExample:\n  koppel programme paper lindehoven-2027 quote --out quote.json ${AS}`)
    .action(async (programme, paper, options) => {
      const out = options.out === STDIO ? undefined : options.out;
      if (out !== undefined) assertWritable(out, "paper");
      const [kind, part = ""] = paper.split("=");
      const { PAPER_KINDS } = await import("../../../programme/dossier.js");
      const { paperTaken } = await import("../../../programme/standing.js");
      const known = PAPER_KINDS.find((one) => one === kind);
      if (known === undefined)
        throw new UsageError(`there is no paper ${paper}: give one of ${PAPER_KINDS.join(", ")}`);
      const value = await inStore(options, (store) => paperTaken(store, actorOf(options), programme, known, part));
      if (value === null) throw new UsageError(`no ${paper} of ${programme} is kept: see koppel programme papers`);
      const text = `${JSON.stringify(value, null, 1)}\n`;
      if (out === undefined) await io.out(text);
      else writeWhole(out, "paper", text, 0o600);
      done(EXIT.done);
    });
}

export function bookCommand(io: Io, done: Done) {
  return actingCommand("book")
    .description("Book a programme's sessions into the pool, from where koppel season build takes them.")
    .argument("<programme>", "the programme's code")
    .option("--kind <kind>", "which alternative of the choice", "most-need")
    .addOption(
      new Option("--meetings <which...>", "meetings before the programme, staffed and not charged")
        .choices(MEETINGS)
        .default(["outcome"] as (typeof MEETINGS)[number][]),
    )
    .option("--json", "print what was booked as JSON")
    .addHelpText(
      "after",
      `\nExample:\n  koppel programme book lindehoven-2027 --kind in-depth ${AS}\n\nIts budget is what the quote that is kept comes to, else the order's. Booked again, sessions are made anew: whom they exclude and what is fixed stays.`,
    )
    .action(async (programme, options) => {
      const { bookProgramme } = await import("../../../programme/dossier.js");
      const { INTRODUCTIONS } = await import("../../../programme/sessions/sessions.js");
      const facts = { menu: await loadMenu(), calendar: await loadCalendar(), places: await loadPlaces() };
      const introductions = INTRODUCTIONS.filter((which) => options.meetings.includes(which));
      const booking = await inStore(options, (store) =>
        bookProgramme(store, actorOf(options), programme, facts, { kind: options.kind, introductions }),
      );
      const { client, kind, budget, sessions, series, cancelled } = booking;
      if (options.json === true)
        await io.out(
          `${JSON.stringify({ programme, client, kind, budget, sessions: sessions.map(({ id }) => id), series: series.map(({ id }) => id), cancelled })}\n`,
        );
      else
        await io.out(
          [
            `${visible(programme)}: ${whole(sessions.length, "en")} sessions and ${whole(series.length, "en")} series${kind === null ? "" : ` of ${visible(kind)}`} in the pool, for ${visible(client)}, budget ${whole(budget, "en")} euros`,
            ...sessions.map(
              ({ id, slots }) => `  ${visible(id)}: ${slots.length} ${slots.length === 1 ? "date" : "dates"}`,
            ),
            ...(cancelled.length > 0 ? [`cancelled: ${cancelled.map(visible).join(", ")}`] : []),
            "",
          ].join("\n"),
        );
      done(EXIT.done);
    });
}

export function followCommand(io: Io, done: Done) {
  return actingCommand("follow")
    .description("How a programme stands: what must be ready, and what a plan of the database pays against its budget.")
    .argument("<programme>", "the programme's code")
    .option("--plan <plan>", "the plan's id (default: no plan yet; the dates and teams that are fixed)")
    .requiredOption("--today <day>", "the day from which late is reckoned, YYYY-MM-DD or D-M-YYYY", day)
    .option("--week", "only what is late or due within a week")
    .addOption(langOption("the list"))
    .option("--json", "print it as JSON")
    .addHelpText(
      "after",
      `\nExample:\n  koppel programme follow lindehoven-2027 --plan first --today 2027-05-03 --week ${AS}`,
    )
    .action(async (programme, options) => {
      const { lang, today } = options;
      const actor = actorOf(options);
      const { keptPlan } = await import("../../../season/index.js");
      const { followProgramme } = await import("../../../programme/standing.js");
      const { readTasks } = await import("../../../programme/readiness.js");
      const { dutiesText, feesText } = await import("../../../papers/programme/afterwards.js");
      const tasks = await ours(async () => readTasks(await readData("readiness.json")));
      const menu = await loadMenu();
      const { plan } = options;
      const { fees, duties: all } = await inStore(options, (store) =>
        followProgramme(
          store,
          actor,
          programme,
          plan === undefined ? null : keptPlan(store, actor, plan),
          { menu, tasks },
          today,
        ),
      );
      const standings =
        options.week === true ? (["late", "soon"] as const) : (["done", "late", "soon", "later"] as const);
      const duties = all.filter((one) => standings.some((standing) => standing === one.standing));
      if (options.json === true) await io.out(`${JSON.stringify({ programme, fees, duties })}\n`);
      else {
        const paid = plan === undefined ? "" : feesText(fees, await loadLabels(lang), lang);
        await io.out(paid + dutiesText(duties, standings, lang));
      }
      done(EXIT.done);
    });
}
