/** A quote as a workbook: its lines and sums as numbers, the shares of the organisations, and what costs nothing. */
import type { Quote } from "../../programme/quote/quote.js";
import type { Cell } from "../../sheets/types.js";
import { fittedSheet, writeXlsx } from "../../sheets/write-xlsx.js";
import type { Lang } from "../words.js";
import { QUOTE_WORDS, type QuoteView } from "./quote-words.js";

const CENTS = 100;
const MINUTES = 60;
/** Columns of the sheet of lines and sums. */
const COLUMNS = 9;

/** @param view of the same quote, for its texts */
export function quoteXlsx(quote: Quote, view: QuoteView, lang: Lang): Promise<Uint8Array> {
  const words = QUOTE_WORDS[lang];
  const lines = quote.lines.map((line, i): (Cell | null)[] => {
    const said = view.lines[i];
    return [
      said?.what ?? line.activity,
      said?.themes || null,
      said?.where ?? null,
      daysCell(line.days),
      line.session,
      line.minutes / MINUTES,
      line.preparationMinutes / MINUTES,
      said?.team.join("; ") ?? "",
      line.amount / CENTS,
    ];
  });
  const amounts = [quote.net, quote.tax, quote.total];
  const sums = view.sums.map(([name], i): (Cell | null)[] => [
    name,
    ...Array<null>(COLUMNS - 2).fill(null),
    (amounts[i] ?? 0) / CENTS,
  ]);
  const { sheet } = words;
  const head: (Cell | null)[][] = [
    ...view.head.map(([name, value]): Cell[] => [name, value]),
    [words.for, quote.to.name],
    [words.from, quote.from.name],
  ];
  return writeXlsx([
    fittedSheet(
      words.title,
      [
        words.session,
        words.themes,
        words.place,
        words.date,
        sheet.code,
        sheet.hours,
        sheet.preparation,
        words.team,
        words.amount,
      ],
      [...lines, ...sums],
    ),
    fittedSheet(sheet.details, [sheet.what, ""], head),
    fittedSheet(
      sheet.shares,
      [words.organisation, words.excluding, words.taxShort, words.including],
      quote.split.map(({ net, tax, total }, i) => [view.split[i]?.[0] ?? "", net / CENTS, tax / CENTS, total / CENTS]),
    ),
    fittedSheet(
      words.free,
      [sheet.what, words.amount],
      view.free.map(([name]) => [name, 0]),
    ),
    fittedSheet(
      sheet.yours,
      [sheet.what],
      view.parts.map((part) => [part]),
    ),
  ]);
}

/** A day as a day; several, which no cell can hold as such, as text. */
function daysCell([day, ...more]: readonly string[]): Cell | null {
  if (day === undefined) return null;
  return more.length === 0 ? { day, time: null } : [day, ...more].join(", ");
}
