/** `koppel programme groups`: participants into groups, with who waits. */
import { Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";
import type { Intake } from "../../../programme/groups/participants.js";
import type { IntakeSettings } from "../../../programme/groups/participants-from-table.js";
import type { Option as Choosable } from "../../../programme/table/replies.js";
import { wording as w } from "../../../sheets/types.js";
import { EXIT, UsageError } from "../errors.js";
import { nameOf, onlyOneStdin, readInput, STDIO } from "../files.js";
import type { Io } from "../io.js";
import { day, langOption } from "../options.js";
import { orRefusal } from "../spreadsheets.js";
import { loadCalendar, loadMenu, loadPlaces, loadQuestionnaire } from "./facts.js";
import { assertOutputs, give } from "./give.js";
import { groupFiles, type ItemFile, itemFiles } from "./group-files.js";

type Done = (code: number) => void;
export const COLLEAGUES = ["spread", "together", "either"] as const;
const MOST_PARTICIPANTS = 16;

export function dayList(text: string, before: readonly string[] | undefined): readonly string[] {
  const added = day(text);
  if (before?.includes(added)) throw new InvalidArgumentError("Give each day once.");
  return [...(before ?? []), added].sort();
}

export const placeList = (text: string, before: readonly string[] | undefined): readonly string[] => {
  if (before?.includes(text) === true) throw new InvalidArgumentError("Give each municipality once.");
  return [...(before ?? []), text];
};

/** Municipalities by their codes, as options to choose from. @throws InputError where there is no such one */
export async function placeOptions(codes: readonly string[]): Promise<readonly Choosable[]> {
  if (codes.length === 0) return [];
  const { placeOptions: named } = await import("../../../programme/groups/participants-from-table.js");
  return named(codes, await loadPlaces(), "--place");
}

export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError("Give a whole number, 1 or more.");
  return Number(text);
}

export function groupsCommand(io: Io, done: Done) {
  return new Command("groups")
    .description("Divide participants into groups, formal and informal workers mixed as evenly as can be.")
    .argument("<participants>", "koppel-participants/1, or the filled-in list as .xlsx or CSV; - is standard input")
    .option("--date <day...>", "of a list: the days on which a group can be", dayList)
    .option("--place <code...>", "of a list, in a region: the municipalities in which a group can be", placeList)
    .option("--groups <number>", "of a list: how many groups at most", wholeNumber)
    .option(
      "--most <number>",
      `of a list: participants of one group at most (default: ${MOST_PARTICIPANTS})`,
      wholeNumber,
    )
    .addOption(
      new Option("--colleagues <wish>", "of a list: people of one organisation (default: either)").choices(COLLEAGUES),
    )
    .option("--item <item>", "what the groups are for: how many it asks for at least is kept to where that can be")
    .option("--order <file>", "koppel-order/1, with --item: only days on which its location is open are taken")
    .option("--needs <file>", "koppel-needs/1, with --order: days that the communities keep are left free")
    .option(
      "--beside <item=file>",
      "koppel-groups/1 of another item, with --item: whoever is in one of them is on a day that comes before or after; may be given more than once",
      itemFiles,
    )
    .option("--out <file>", "write koppel-groups/1 there")
    .option("--csv <file>", "write the intake list there, a row for each participant")
    .option("--xlsx <file>", "write the intake list and the groups there, as a workbook")
    .addOption(langOption("the list"))
    .option("--json", "print koppel-groups/1 in place of the list")
    .addHelpText(
      "after",
      "\nExample:\n  koppel programme groups participants.xlsx --date 2027-06-03 2027-06-08 --groups 2 --item lkha-training --order order.json --out groups.json --xlsx intake.xlsx",
    )
    .action(async (file, { out, csv, xlsx, lang, json, item, order, needs, beside = [], ...settings }) => {
      const outputs = [
        { file: out, what: "--out" },
        { file: csv, what: "--csv" },
        { file: xlsx, what: "--xlsx" },
      ];
      const inputs = [
        { file, what: "participants" },
        { file: order, what: "order" },
        { file: needs, what: "needs" },
        ...beside.map((one) => ({ file: one.file, what: "groups" })),
      ];
      onlyOneStdin(inputs.map((one) => one.file));
      assertOutputs(outputs, inputs);
      if (xlsx === STDIO) throw new UsageError("--xlsx: a workbook is no text: give a file");
      const { groupsOf } = await import("../../../programme/groups/groups.js");
      const { intakeText } = await import("../../../papers/programme/intake.js");
      const { intakeFile } = await import("../../../papers/programme/files.js");
      const names = new Map((await loadPlaces()).map(({ id, name }) => [id, name]));
      const placed = (id: string) => names.get(id) ?? id;
      const code = await orRefusal(io, { lang, json }, async () => {
        const participants = await readParticipants(io, file, settings);
        const groups = groupsOf(await forPurpose(io, participants, { item, order, needs, beside }));
        if (out !== undefined) await give(io, out, "groups", `${JSON.stringify(groups, null, 1)}\n`);
        const lists = [{ item: "", groups }];
        if (csv !== undefined) await give(io, csv, "intake list", await intakeFile(lists, "csv", placed, lang));
        if (xlsx !== undefined) await give(io, xlsx, "intake list", await intakeFile(lists, "xlsx", placed, lang));
        await io.out(json === true ? `${JSON.stringify(groups)}\n` : intakeText(groups, lang, placed));
        return EXIT.done;
      });
      done(code);
    });
}

interface PurposeFiles {
  readonly item?: string | undefined;
  readonly order?: string | undefined;
  readonly needs?: string | undefined;
  readonly beside: readonly ItemFile[];
}

/** Participants with what the item, the order and the outcome tell of their groups, as far as they are given. */
async function forPurpose(io: Io, intake: Intake, { item, order, needs, beside }: PurposeFiles): Promise<Intake> {
  if (item === undefined) {
    if ((order ?? needs) === undefined && beside.length === 0) return intake;
    throw new UsageError(
      w(
        "--order, --needs en --beside: die zeggen op welke dagen bijeenkomsten van een onderdeel kunnen: geef ook --item",
        "--order, --needs and --beside: they tell the days of an item's sessions: give --item as well",
      ),
    );
  }
  if (order === undefined && needs !== undefined)
    throw new UsageError(
      w(
        "--needs: dat zegt welke dagen van een opdracht vrij blijven: geef ook --order",
        "--needs: it tells which days of an order are kept: give --order as well",
      ),
    );
  const menu = await loadMenu();
  const items = menu.items.filter(({ kind }) => kind === "group");
  const grouped = items.find(({ id }) => id === item);
  if (grouped === undefined) {
    const names = items.map(({ id }) => id).join(", ");
    throw new UsageError(
      w(
        `--item: er zijn geen groepen voor ${item}: geef een van ${names}`,
        `--item: there are no groups for ${item}: give one of ${names}`,
      ),
    );
  }
  const { intakeFor, othersOf } = await import("../../../programme/groups/purpose.js");
  const { readOrder } = await import("../../../programme/order.js");
  const { readNeeds } = await import("../../../programme/scan/needs.js");
  return intakeFor(intake, {
    item: grouped,
    order: order === undefined ? null : readOrder(await readInput(io, order, "order"), nameOf(order)),
    needs: needs === undefined ? null : readNeeds(await readInput(io, needs, "needs"), nameOf(needs)),
    calendar: await loadCalendar(),
    others: othersOf(await groupFiles(io, beside, menu), item, menu),
  });
}

const NO_SETTINGS = w(
  "--date en --groups: een lijst zegt niet op welke dagen en in hoeveel groepen: geef ze allebei",
  "--date and --groups: a list does not say on which days and in how many groups: give both",
);

/** What options say of a list; null where they say nothing. @throws UsageError where they say half of it */
export async function listSettings({
  date,
  place,
  groups,
  most,
  colleagues,
}: Settings): Promise<IntakeSettings | null> {
  if (date === undefined || groups === undefined) {
    if ([date, place, groups, most, colleagues].every((one) => one === undefined)) return null;
    throw new UsageError(NO_SETTINGS);
  }
  const places = await placeOptions(place ?? []);
  return { dates: date, places, groups, most: most ?? MOST_PARTICIPANTS, colleagues: colleagues ?? "either" };
}

export interface Settings {
  readonly date?: readonly string[] | undefined;
  readonly place?: readonly string[] | undefined;
  readonly groups?: number | undefined;
  readonly most?: number | undefined;
  readonly colleagues?: Intake["colleagues"] | undefined;
}

/** Participants from JSON, which says everything; or from a list, to which the options say when and in how many groups. */
async function readParticipants(
  io: Io,
  file: string,
  { date, place, groups, most, colleagues }: Settings,
): Promise<Intake> {
  const bytes = await readInput(io, file, "participants");
  const { isJson } = await import("../../../programme/take.js");
  if (isJson(bytes)) {
    const given = Object.entries({ date, place, groups, most, colleagues }).find(([, value]) => value !== undefined);
    if (given !== undefined)
      throw new UsageError(
        w(
          `--${given[0]}: koppel-participants/1 zegt dat zelf: verander het daar`,
          `--${given[0]}: koppel-participants/1 says it itself: change it there`,
        ),
      );
    const { readIntake } = await import("../../../programme/groups/participants.js");
    return readIntake(bytes, nameOf(file));
  }
  const settings = await listSettings({ date, place, groups, most, colleagues });
  if (settings === null) throw new UsageError(NO_SETTINGS);
  const { intakeFromTable } = await import("../../../programme/groups/participants-from-table.js");
  const { languages, skip } = await participantFacts();
  return intakeFromTable(bytes, settings, languages, skip, nameOf(file));
}

/** What may be spoken, and the headings that are never read. */
export async function participantFacts() {
  const { listFacts } = await import("../../../programme/scan/questionnaire.js");
  return listFacts(await loadQuestionnaire());
}
