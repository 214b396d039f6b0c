/** Exports of common survey tools, each with its own habits: two answers to the quick scan that are the same in all of them. */
import { readFileSync } from "node:fs";
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
const TOOLS = ["microsoft-forms", "google-forms", "surveymonkey", "limesurvey", "qualtrics"] as const;
/** A file as the tool writes it; its questions and options are those of `data/questionnaire.json`, copied. */
const exported = (tool: string): string => readFileSync(new URL(`surveys/${tool}.csv`, import.meta.url), "utf8");
const csv = (rows: readonly (readonly string[])[], delimiter: "," | ";" = ",") =>
  Buffer.from(csvText(rows, delimiter), "utf8");
const EXPECTED = [
  {
    role: "formal",
    wishes: ["fgm", "forced-marriage"],
    knowledge: { fgm: 2, "forced-marriage": 0 },
    days: ["mon", "thu"],
  },
  { role: "informal", wishes: [], knowledge: { fgm: 0 }, days: ["thu"] },
];

describe("exports of survey tools", () => {
  test.each(TOOLS)("of %s are read as they are", (tool) => {
    expect(read(Buffer.from(exported(tool)))).toMatchObject(EXPECTED);
    expect(read(Buffer.from(`\uFEFF${exported(tool).replaceAll("\n", "\r\n")}`))).toMatchObject(EXPECTED);
  });

  test.each([
    ["surveymonkey", "Informal worker, key person or intermediary", [[4, "J"]]],
    ["qualtrics", "Informal worker, key person or intermediary", [[5, "K"]]],
    ["microsoft-forms", "Informele werker, sleutelpersoon of intermediair", [[3, "G"]]],
  ] as const)(
    "of %s tell a wrong cell by its row in the file, whatever headings stand above it",
    (tool, cell, places) => {
      try {
        read(Buffer.from(exported(tool).replace(cell, "s3cr3t")));
        expect.unreachable();
      } catch (error) {
        const issues = error instanceof SheetsRefused ? error.issues : [];
        expect(issues.map(({ row, column }) => [row, column?.letter])).toEqual(places);
        expect(JSON.stringify(issues)).not.toContain("s3cr3t");
      }
    },
  );

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
    const heads = Array.from({ length: sheet?.columnCount ?? 0 }, (_, at) => sheet?.getCell(1, at + 1).value);
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
