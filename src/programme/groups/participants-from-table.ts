/** Who takes part, from a list that was filled in: the questions of its columns, and the list as it is read. */
import { InputError, type InputIssue } from "../../model/errors.js";
import { dayWritten } from "../../model/leaves.js";
import type { Place } from "../../model/types.js";
import { wording as w } from "../../sheets/types.js";
import { type AskedQuestion, type Option, repliesOf } from "../table/replies.js";
import { rowsOf, TableIssues, type TextRow } from "../table/rows.js";
import { type Intake, parseIntake } from "./participants.js";

/** What a list of participants does not say: when and in how many groups they can be. */
export type IntakeSettings = Pick<Intake, "groups" | "most" | "colleagues"> & {
  readonly dates: readonly string[];
  /** in a region, the municipalities in which a group can be */
  readonly places?: readonly Option[];
};

/**
 * The municipalities in which a group can be, as a list offers them.
 * @param known all that there are
 * @throws InputError where there is no such municipality
 */
export function placeOptions(
  codes: readonly string[],
  known: readonly Place[],
  what = "the request",
): readonly Option[] {
  const names = new Map(known.map(({ id, name }) => [id, name]));
  const issues = codes.flatMap((code, i): InputIssue[] =>
    names.has(code)
      ? []
      : [
          {
            path: `places[${i}]`,
            expected: "the CBS code of a municipality, such as GM0503",
            value: JSON.stringify(code),
          },
        ],
  );
  if (issues.length > 0) throw new InputError(what, issues);
  return codes.map((id) => ({ id, nl: names.get(id) ?? id, en: names.get(id) ?? id }));
}

const KINDS: readonly Option[] = [
  { id: "formal", nl: "Formeel", en: "Formal" },
  { id: "informal", nl: "Informeel", en: "Informal" },
];
const TWICE = w(
  "deze code staat er al: één rij per deelnemer",
  "this code stands here already: one row for each person",
);
const NO_LANGUAGE = w("kies ten minste één taal", "choose at least one language");
const NOT_A_WOMAN = w(
  "alleen wie vrouw is kan in een groep voor vrouwen: vul de kolom Vrouw in, of maak deze cel leeg",
  "only a woman can be in a group for women: fill in the column Woman, or empty this cell",
);

/**
 * The columns of the list.
 * @param languages what may be spoken, as `data/languages.json` has it
 * @param dates the days that people can choose from
 * @param places in a region, the municipalities that they can choose from
 */
export function participantQuestions(
  languages: readonly Option[],
  dates: readonly string[],
  places: readonly Option[] = [],
): readonly AskedQuestion[] {
  const where: AskedQuestion = {
    id: "places",
    nl: "Plaatsen",
    en: "Places",
    kind: "many",
    required: false,
    options: places,
  };
  return [
    { id: "code", nl: "Code", en: "Code", kind: "text", required: true },
    { id: "kind", nl: "Soort", en: "Kind", kind: "one", required: true, options: KINDS },
    { id: "organisation", nl: "Organisatie", en: "Organisation", kind: "text", required: true },
    { id: "languages", nl: "Talen", en: "Languages", kind: "many", required: true, options: languages },
    { id: "woman", nl: "Vrouw", en: "Woman", kind: "flag", required: false },
    { id: "womenOnly", nl: "Alleen met vrouwen", en: "Only with women", kind: "flag", required: false },
    {
      id: "dates",
      nl: "Dagen",
      en: "Days",
      kind: "many",
      required: true,
      isApart: true,
      options: dates.map((day) => ({ id: day, nl: day, en: day })),
    },
    ...(places.length > 0 ? [where] : []),
  ];
}

/**
 * @param bytes an .xlsx or a CSV file, a row for each participant; days as 2027-06-03 or 3-6-2027
 * @param skip headings whose columns are never read
 * @throws SheetsRefused with every wrong cell by row and column, never with what the cell holds
 * @throws InputError where the settings are wrong
 */
export function intakeFromTable(
  bytes: Uint8Array,
  settings: IntakeSettings,
  languages: readonly Option[],
  skip: readonly string[],
  file = "the participants",
): Intake {
  const [heading, ...body] = rowsOf(bytes, file);
  const { places = [], ...rest } = settings;
  const questions = participantQuestions(languages, settings.dates, places);
  const { replies } = repliesOf([withDays(heading), ...body.map(withDays)], questions, skip, file);
  const issues = new TableIssues(file);
  const codes = new Set<string>();
  const participants = replies.map(([row, reply]) => {
    const code = reply.text("code");
    if (codes.has(code)) issues.add(row, null, TWICE);
    codes.add(code);
    const spoken = reply.options("languages");
    if (spoken.length === 0) issues.add(row, null, NO_LANGUAGE);
    const [woman, womenOnly] = [reply.flag("woman"), reply.flag("womenOnly")];
    if (womenOnly && !woman) issues.add(row, null, NOT_A_WOMAN);
    return {
      code,
      kind: reply.options("kind")[0],
      organisation: reply.text("organisation"),
      languages: spoken,
      woman,
      womenOnly,
      dates: reply.options("dates"),
      ...(places.length > 0 ? { places: reply.options("places") } : {}),
    };
  });
  issues.refuse();
  const where = places.length > 0 ? { places: places.map(({ id }) => id) } : {};
  return parseIntake({ format: "koppel-participants/1", ...rest, ...where, participants }, file);
}

/** Days as Dutch spreadsheets write them, 3-6-2027, as ISO has them; what is no day is left as it stands. */
function withDays({ row, cells }: TextRow): TextRow {
  return {
    row,
    cells: cells.map((cell) => cell.replace(/\b\d{1,2}-\d{1,2}-\d{4}\b/g, (day) => dayWritten(day) ?? day)),
  };
}
