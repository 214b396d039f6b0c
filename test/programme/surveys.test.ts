/** Exports of common survey tools, each with its own habits: two answers to the quick scan that are the same in all of them. */
import exceljs from "exceljs";
import { describe, expect, test } from "vitest";
import { emptyListXlsx } from "../../src/papers/programme/empty-list.js";
import { SheetsRefused } from "../../src/pool/exchange/issues.js";
import { answersFromTable } from "../../src/programme/scan/answers-from-table.js";
import { readQuestionnaire, VOCABULARIES } from "../../src/programme/scan/questionnaire.js";
import { csvText } from "../../src/sheets/write-csv.js";
import { data } from "./support.js";

const questionnaire = readQuestionnaire(
  data("questionnaire.json"),
  Object.fromEntries(VOCABULARIES.map((name) => [name, data(`${name}.json`)])),
);
const read = (bytes: Uint8Array) => answersFromTable(bytes, questionnaire, "survey").answers.answers;
const csv = (rows: readonly (readonly string[])[], delimiter: "," | ";" = ",") =>
  Buffer.from(csvText(rows, delimiter), "utf8");
/** The words of a question, an option or a step, as whoever makes the survey copies them. */
const nl = (id: string) => questionnaire.questions.find((one) => one.id === id)?.nl ?? "";
const en = (id: string) => questionnaire.questions.find((one) => one.id === id)?.en ?? "";

const EXPECTED = [
  {
    role: "formal",
    wishes: ["fgm", "forced-marriage"],
    knowledge: { fgm: 2, "forced-marriage": 0 },
    days: ["mon", "thu"],
  },
  { role: "informal", wishes: [], knowledge: { fgm: 0 }, days: ["thu"] },
];

const MICROSOFT = [
  [
    "Id",
    "Begintijd",
    "Tijd van voltooien",
    "E-mail",
    "Naam",
    "Tijd van laatste wijziging",
    nl("role"),
    "Meisjesbesnijdenis",
    "Huwelijksdwang",
    nl("wishes"),
    nl("days"),
  ],
  [
    "1",
    "1/4/27 10:00:01",
    "1/4/27 10:07:44",
    "anonymous",
    "",
    "",
    "Sociaal professional",
    "Ik heb er ervaring mee",
    "Nieuw voor mij",
    "Meisjesbesnijdenis;Huwelijksdwang;",
    "Maandag;Donderdag;",
  ],
  [
    "2",
    "1/4/27 11:00:01",
    "1/4/27 11:07:44",
    "anonymous",
    "",
    "",
    "Informele werker, sleutelpersoon of intermediair",
    "Nieuw voor mij",
    "",
    "",
    "Donderdag;",
  ],
];
const GOOGLE = [
  [
    "Tijdstempel",
    "Gebruikersnaam",
    nl("role"),
    `${nl("knowledge")} [Meisjesbesnijdenis]`,
    `${nl("knowledge")} [Huwelijksdwang]`,
    nl("wishes"),
    nl("days"),
  ],
  [
    "2027/01/04 10:00:01 AM CET",
    "",
    "Sociaal professional",
    "Ik heb er ervaring mee",
    "Nieuw voor mij",
    "Meisjesbesnijdenis, Huwelijksdwang",
    "Maandag, Donderdag",
  ],
  [
    "2027/01/04 11:00:01 AM CET",
    "",
    "Informele werker, sleutelpersoon of intermediair",
    "Nieuw voor mij",
    "",
    "",
    "Donderdag",
  ],
];
const SURVEYMONKEY = [
  [
    "Respondent ID",
    "Collector ID",
    "Start Date",
    "End Date",
    "IP Address",
    "Email Address",
    "First Name",
    "Last Name",
    "Custom Data 1",
    en("role"),
    en("knowledge"),
    "",
    en("wishes"),
    "",
    "",
    en("days"),
    "",
  ],
  [
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "Response",
    "Female genital mutilation",
    "Forced marriage",
    "Female genital mutilation",
    "Forced marriage",
    "Domestic violence",
    "Monday",
    "Thursday",
  ],
  [
    "118",
    "4",
    "01/04/2027 10:00:01",
    "01/04/2027 10:07:44",
    "",
    "",
    "",
    "",
    "",
    "Social professional",
    "I have experience with it",
    "New to me",
    "Female genital mutilation",
    "Forced marriage",
    "",
    "Monday",
    "Thursday",
  ],
  [
    "119",
    "4",
    "01/04/2027 11:00:01",
    "01/04/2027 11:07:44",
    "",
    "",
    "",
    "",
    "",
    "Informal worker, key person or intermediary",
    "New to me",
    "",
    "",
    "",
    "",
    "",
    "Thursday",
  ],
];
const LIMESURVEY = [
  [
    "Antwoord-ID",
    "Datum verzonden",
    "Laatste pagina",
    "Starttaal",
    "Seed",
    "Datum gestart",
    "Datum laatste actie",
    "Referrer-URL",
    `G01Q01. ${nl("role")}`,
    `G01Q02. ${nl("knowledge")} [Meisjesbesnijdenis]`,
    `G01Q02. ${nl("knowledge")} [Huwelijksdwang]`,
    `G02Q03. ${nl("wishes")} [Meisjesbesnijdenis]`,
    `G02Q03. ${nl("wishes")} [Huwelijksdwang]`,
    `G02Q04. ${nl("days")} [Maandag]`,
    `G02Q04. ${nl("days")} [Donderdag]`,
  ],
  [
    "7",
    "2027-01-04 10:07:44",
    "3",
    "nl",
    "812",
    "2027-01-04 10:00:01",
    "2027-01-04 10:07:44",
    "",
    "Sociaal professional",
    "Ik heb er ervaring mee",
    "Nieuw voor mij",
    "Ja",
    "Ja",
    "Ja",
    "Ja",
  ],
  [
    "8",
    "2027-01-04 11:07:44",
    "3",
    "nl",
    "813",
    "2027-01-04 11:00:01",
    "2027-01-04 11:07:44",
    "",
    "Informele werker, sleutelpersoon of intermediair",
    "Nieuw voor mij",
    "N/A",
    "Nee",
    "N/A",
    "Nee",
    "Ja",
  ],
];
const QUALTRICS = [
  [
    "StartDate",
    "EndDate",
    "Status",
    "Progress",
    "Duration (in seconds)",
    "Finished",
    "RecordedDate",
    "ResponseId",
    "DistributionChannel",
    "UserLanguage",
    "Q1",
    "Q2_1",
    "Q2_2",
    "Q3",
    "Q4_1",
    "Q4_4",
  ],
  [
    "Start Date",
    "End Date",
    "Response Type",
    "Progress",
    "Duration (in seconds)",
    "Finished",
    "Recorded Date",
    "Response ID",
    "Distribution Channel",
    "User Language",
    `${en("role")} - Selected Choice`,
    `${en("knowledge")} - Female genital mutilation`,
    `${en("knowledge")} - Forced marriage`,
    en("wishes"),
    `${en("days")} - Selected Choice - Monday`,
    `${en("days")} - Selected Choice - Thursday`,
  ],
  [
    "startDate",
    "endDate",
    "status",
    "progress",
    "duration",
    "finished",
    "recordedDate",
    "_recordId",
    "distributionChannel",
    "userLanguage",
    "QID1",
    "QID2_1",
    "QID2_2",
    "QID3",
    "QID4_1",
    "QID4_4",
  ].map((id) => `{"ImportId":"${id}"}`),
  [
    "2027-01-04 10:00:01",
    "2027-01-04 10:07:44",
    "IP Address",
    "100",
    "463",
    "True",
    "2027-01-04 10:07:45",
    "R_1",
    "anonymous",
    "EN",
    "Social professional",
    "I have experience with it",
    "New to me",
    "Female genital mutilation,Forced marriage",
    "Monday",
    "Thursday",
  ],
  [
    "2027-01-04 11:00:01",
    "2027-01-04 11:07:44",
    "IP Address",
    "100",
    "463",
    "True",
    "2027-01-04 11:07:45",
    "R_2",
    "anonymous",
    "EN",
    "Informal worker, key person or intermediary",
    "New to me",
    "",
    "",
    "",
    "Thursday",
  ],
];

describe("exports of survey tools", () => {
  test.each([
    ["Microsoft Forms", MICROSOFT],
    ["Google Forms", GOOGLE],
    ["SurveyMonkey", SURVEYMONKEY],
    ["LimeSurvey", LIMESURVEY],
    ["Qualtrics", QUALTRICS],
  ])("of %s are read as they are", (_, rows) => {
    expect(read(csv(rows))).toMatchObject(EXPECTED);
    expect(read(csv(rows, ";"))).toMatchObject(EXPECTED);
  });

  test("name a wrong cell by the row that it has in the file, whatever headings stand above it", () => {
    for (const [rows, column] of [
      [SURVEYMONKEY, "J"],
      [QUALTRICS, "K"],
    ] as const) {
      const last = [...(rows.at(-1) ?? [])];
      last[column === "J" ? 9 : 10] = "s3cr3t";
      try {
        read(csv([...rows.slice(0, -1), last]));
        expect.unreachable();
      } catch (error) {
        const issues = error instanceof SheetsRefused ? error.issues : [];
        expect(issues.map(({ row, column: at }) => [row, at?.letter])).toEqual([[rows.length, column]]);
        expect(JSON.stringify(issues)).not.toContain("s3cr3t");
      }
    }
  });

  test("with one row of headings never lose their first answer to another way to read them", () => {
    const rows = [
      ["role", "", "days"],
      ["formal", "", "mon"],
      ["informal", "", "tue"],
    ];
    expect(read(csv(rows))).toHaveLength(2);
  });
});

test("the empty list of answers is filled in with what it offers, and read", async () => {
  for (const lang of ["nl", "en"] as const) {
    const book = new exceljs.Workbook();
    const bytes = await emptyListXlsx("answers", questionnaire.questions, lang);
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const [explained, sheet, choices] = book.worksheets;
    expect(explained?.getCell("A2").value).toContain(sheet?.name);
    const heads = (sheet?.getRow(1).values as string[]).slice(1);
    const fill = (heading: string, value: string) => {
      const at = heads.indexOf(heading) + 1;
      expect([heading, at > 0]).toEqual([heading, true]);
      if (sheet !== undefined) sheet.getCell(2, at).value = value;
      return sheet?.getCell(2, at).dataValidation?.formulae[0];
    };
    const question = (id: string) => questionnaire.questions.find((one) => one.id === id);
    const said = (id: string, option: string) =>
      `${question(id)?.[lang]}: ${question(id)?.options.find((one) => one.id === option)?.[lang]}`;
    const role = question("role")?.options[1]?.[lang] ?? "";
    const range = fill(question("role")?.[lang] ?? "", role);
    expect(range).toBe(`'${choices?.name}'!$A$2:$A$4`);
    expect(["A2", "A3", "A4"].map((cell) => choices?.getCell(cell).value)).toContain(role);
    expect(fill(said("wishes", "fgm"), "x")).toBe('"x"');
    const [, step] = question("knowledge")?.kind === "scale" ? stepsOf(lang) : [];
    fill(said("knowledge", "fgm"), step ?? "");
    fill(question("languages")?.[lang] ?? "", lang === "nl" ? "Turks; Somalisch" : "Turkish; Somali");
    expect(read(new Uint8Array(await book.xlsx.writeBuffer()))).toMatchObject([
      { role: "informal", wishes: ["fgm"], knowledge: { fgm: 1 }, languages: ["tr", "so"] },
    ]);
  }
});

function stepsOf(lang: "nl" | "en"): readonly string[] {
  const question = questionnaire.questions.find(({ kind }) => kind === "scale");
  return question?.kind === "scale" ? question.steps.map((step) => step[lang]) : [];
}
