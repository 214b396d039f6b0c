/** What is wrong in spreadsheets, as it is told over HTTP: by sheet, row and column, in one language. */
import type { SheetsRefused } from "../../pool/exchange/index.js";

export function issuesTold(issues: SheetsRefused["issues"], lang: "nl" | "en"): readonly object[] {
  return issues.map(({ file, sheet, row, column, problem: what }) => ({
    file,
    sheet: sheet?.[lang] ?? null,
    row,
    column: column?.letter ?? null,
    header: column?.header?.[lang] ?? null,
    problem: what[lang],
  }));
}
