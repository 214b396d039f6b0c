/** A quote as a workbook: its lines and sums as numbers, the shares of the organisations, and what costs nothing. */
import type { Quote } from "../../programme/quote/quote.js";
import type { Cell } from "../../sheets/types.js";
import { fittedSheet, writeXlsx } from "../../sheets/write-xlsx.js";
import type { Lang } from "../words.js";
import { QUOTE_WORDS, type QuoteView } from "./quote-words.js";

const CENTS = 100;
const MINUTES = 60;
/** Columns of the sheet of lines and sums. */
const COLUMNS = 10;

/** @param view of the same quote, for its texts */
export function quoteXlsx(quote: Quote, view: QuoteView, lang: Lang): Promise<Uint8Array> {
  const words = QUOTE_WORDS[lang];
  const free = view.free.flatMap(({ title, lines: of }) =>
    of.map(([name]): (Cell | null)[] => [title, name, ...Array<null>(COLUMNS - 3).fill(null), 0]),
  );
  const lines = view.stages.flatMap(({ title, lines: of }) =>
    of.map((line): (Cell | null)[] => [
      title,
      line.what,
      line.themes || null,
      line.where,
      daysCell(line.of.days),
      line.of.session,
      line.of.minutes / MINUTES,
      line.of.preparationMinutes / MINUTES,
      line.team.join("; "),
      line.of.amount / CENTS,
    ]),
  );
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
        sheet.stage,
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
      [...free, ...lines, ...sums],
    ),
    fittedSheet(sheet.details, [sheet.what, ""], head),
    fittedSheet(
      sheet.shares,
      [words.organisation, words.excluding, words.taxShort, words.including],
      [
        ...quote.split.map(({ net, tax, total }, i) => [
          view.split[i]?.[0] ?? "",
          net / CENTS,
          tax / CENTS,
          total / CENTS,
        ]),
        [words.together, ...amounts.map((amount) => amount / CENTS)],
      ],
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
