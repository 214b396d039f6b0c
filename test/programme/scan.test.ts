/** Answers from the exports of survey tools, and what is said of bad ones. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { InputError } from "../../src/model/errors.js";
import { scanForm } from "../../src/papers/programme/form.js";
import { outcomeHtml } from "../../src/papers/programme/outcome.js";
import { SheetsRefused } from "../../src/pool/exchange/issues.js";
import { assertOptions } from "../../src/programme/scan/answers.js";
import { answersFromTable } from "../../src/programme/scan/answers-from-table.js";
import { demandOf, needsOf } from "../../src/programme/scan/needs.js";
import { QUESTIONS, readQuestionnaire, VOCABULARIES } from "../../src/programme/scan/questionnaire.js";
import { plain } from "../../src/programme/table/headings.js";
import { BETWEEN_OPTIONS } from "../../src/programme/table/replies.js";
import { writeXlsx } from "../../src/sheets/write-xlsx.js";

const data = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../data/${name}`, import.meta.url), "utf8"));
const questionnaire = readQuestionnaire(
  data("questionnaire.json"),
  Object.fromEntries(VOCABULARIES.map((name) => [name, data(`${name}.json`)])),
);
const themes = questionnaire.questions.find(({ id }) => id === "wishes")?.options.map(({ id }) => id) ?? [];
const read = (text: string) => answersFromTable(Buffer.from(text), questionnaire, "survey.csv").answers.answers;
const faults = (text: string): readonly string[] => {
  try {
    read(text);
  } catch (error) {
    if (error instanceof SheetsRefused)
      return error.issues.map(({ row, column }) => [row ?? "", column?.letter ?? ""].join(""));
  }
  return [];
};

describe("the questionnaire", () => {
  test("asks everything once, and no label could be taken for two options or for two questions", () => {
    expect(questionnaire.questions.map(({ id }) => id).sort()).toEqual([...QUESTIONS].sort());
    const headings = new Map<string, string>();
    for (const question of questionnaire.questions) {
      for (const { id, nl, en } of question.options)
        for (const label of [nl, en]) {
          if (question.kind !== "one") expect(BETWEEN_OPTIONS.test(label), label).toBe(false);
          for (const asked of [question.id, question.nl, question.en]) {
            const key = plain(asked) + plain(label);
            expect(headings.get(key) ?? `${question.id} ${id}`).toBe(`${question.id} ${id}`);
            headings.set(key, `${question.id} ${id}`);
          }
        }
    }
  });

  test("is refused where a question is missing or of no kind", () => {
    const lists = Object.fromEntries(VOCABULARIES.map((name) => [name, data(`${name}.json`)]));
    const file = data("questionnaire.json") as { items: { id: string }[] };
    const without = { ...file, items: file.items.filter(({ id }) => id !== "days") };
    expect(() => readQuestionnaire(without, lists)).toThrow(InputError);
  });
});

describe("answers from a table", () => {
  test("are the same however a tool writes them", () => {
    const ways = [
      "role,wishes,knowledge[fgm],days\nformal,fgm;forced-marriage,2,mon\n",
      '\uFEFFWat is uw rol?;Over welke thema’s wilt u meer leren?;Hoe vertrouwd bent u met dit thema? [Meisjesbesnijdenis];Welke dagen komen u uit?\r\nSociaal professional;"Meisjesbesnijdenis; Huwelijksdwang";Ik heb er ervaring mee;Maandag\r\n',
      "What is your role?\tWhich themes do you want to learn more about? - Female genital mutilation\tWhich themes do you want to learn more about? - Forced marriage\tHow familiar are you with this theme?: Female genital mutilation\tWhich days suit you? (Monday)\tWhich days suit you? (Tuesday)\nSocial professional\t1\tYes\tI have experience with it\tMonday\t\n",
    ];
    const expected = { role: "formal", wishes: ["fgm", "forced-marriage"], knowledge: { fgm: 2 }, days: ["mon"] };
    for (const way of ways) expect(read(way)).toMatchObject([expected]);
  });

  test("are the same from a workbook, whose numbers, ticks and dates are cells of their own kind", async () => {
    const column = (header: string) => ({ header, width: 20 });
    const sheet = {
      name: "Form1",
      columns: ["Tijdstempel", "role", "wishes", "knowledge[fgm]", "days[mon]", "days[tue]"].map(column),
      rows: [[{ day: "2027-01-04", time: "10:30" }, "formal", "fgm;forced-marriage", 2, true, false]],
      ready: 0,
    };
    const book = await writeXlsx([sheet]);
    expect(answersFromTable(book, questionnaire, "survey.xlsx").answers.answers).toMatchObject([
      { role: "formal", wishes: ["fgm", "forced-marriage"], knowledge: { fgm: 2 }, days: ["mon"] },
    ]);
    const two = await writeXlsx([sheet, { ...sheet, name: "Form2" }]);
    expect(() => answersFromTable(two, questionnaire, "survey.xlsx")).toThrow(SheetsRefused);
  });

  test("name every wrong cell by row and column, and never what it holds", () => {
    const secret = "s3cr3t";
    const text = `role,wishes,knowledge[fgm],days[mon]\n${secret},fgm,2,x\nformal,${secret};fgm,9,${secret}\n\n,fgm,1,\nformal,fgm,1,x,${secret}\n`;
    expect(faults(text)).toEqual(["2A", "3B", "3C", "3D", "5A", "6E"]);
    try {
      read(text);
    } catch (error) {
      expect(JSON.stringify(error instanceof SheetsRefused ? error.issues : error)).not.toContain(secret);
    }
  });

  test("name headings that are unknown, doubled or missing", () => {
    expect(faults("wishes,nonsense,wishes\nfgm,1,fgm\n")).toEqual(["1B", "1C", "1"]);
    expect(faults("role,Welke dagen komen u uit?,days\nformal,mon,tue\n")).toEqual(["1C"]);
  });

  test("leave out what a tool adds by itself", () => {
    expect(read("Tijdstempel,E-mailadres,role\n2027-01-01,a@b.nl,informal\n")).toMatchObject([{ role: "informal" }]);
  });

  test.each(["", "role\n", '"role\nformal', "\n\n"])("refuse what is no table (%j)", (text) => {
    expect(() => read(text)).toThrow(SheetsRefused);
  });
});

test("answers with options that nobody was offered are refused, each by its place and not by what it is", () => {
  const [good] = read("role,wishes\nformal,fgm\n");
  if (good === undefined) throw new Error("nothing was read");
  const bad = { ...good, wishes: ["secret"], knowledge: { secret: 1 }, communities: ["secret"] };
  const file = { format: "koppel-answers/1", answers: [good, bad] } as const;
  expect(() => assertOptions({ ...file, answers: [good] }, questionnaire)).not.toThrow();
  try {
    assertOptions({ ...file, answers: [good, bad] }, questionnaire);
    expect.unreachable();
  } catch (error) {
    const issues = error instanceof InputError ? error.issues : [];
    expect(issues.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["knowledge", "wishes", "communities"].map((id) => `answers[1].${id}`)),
    );
    expect(issues).toHaveLength(3);
    expect(JSON.stringify(issues)).not.toContain("secret");
  }
});

describe("the demo municipality's answers", () => {
  const text = readFileSync(new URL("../../data/demo/programme/answers.csv", import.meta.url), "utf8");
  const answers = { format: "koppel-answers/1" as const, answers: read(text) };

  test("become needs whose totals are the demand, wherever they are told", () => {
    const needs = needsOf(answers, themes);
    const demand = demandOf(answers, themes);
    let compared = 0;
    for (const theme of needs.themes)
      for (const { level, total } of theme.levels) {
        if (total === null) continue;
        compared++;
        expect(total).toBe(demand.find((one) => one.theme === theme.id && one.level === level)?.people);
      }
    expect(compared).toBeGreaterThan(0);
    expect(needs.themes.filter(({ shared }) => shared).map(({ id }) => id)).toContain("social-control");
  });

  test("make a page in both languages that loads nothing", () => {
    for (const lang of ["nl", "en"] as const) {
      const page = outcomeHtml(needsOf(answers, themes), questionnaire, lang, "<Lindehoven>");
      expect(page).toContain("&lt;Lindehoven&gt;");
      expect(page).not.toMatch(/src=|href=|undefined|NaN/);
    }
  });
});

test("the page's fields are headings that the import reads", () => {
  const page = scanForm(questionnaire, "nl", { client: "Lindehoven" });
  const names = [...new Set([...page.matchAll(/ name="([^"]+)" value/g)].map(([, name]) => name ?? ""))];
  const cells = names.map((name) => (name === "role" ? "informal" : ""));
  expect(read(`${names.join(",")}\n${cells.join(",")}\n`)).toHaveLength(1);
  expect(page).toContain("Content-Security-Policy");
});
