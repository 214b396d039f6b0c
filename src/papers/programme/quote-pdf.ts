/** A quote as PDF on A4, its font embedded (Roboto, which pdfmake brings along under Apache 2.0). */
import { createRequire } from "node:module";
import path from "node:path";
import type { Content, TableCell, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { Quote } from "../../programme/quote/quote.js";
import type { Lang } from "../words.js";
import type { LineView, QuoteView } from "./quote-words.js";

const SOFT = "#4d5866";
const LINE = "#d3d9e0";
const ACCENT = "#174a7c";
const right = { alignment: "right" } as const;

/** The bytes of the document. The same quote gives the same text; of the time it tells only the quote's own date. */
export async function quotePdf(quote: Quote, view: QuoteView, lang: Lang): Promise<Uint8Array> {
  const { default: pdfmake } = await import("pdfmake");
  const folder = path.join(
    path.dirname(createRequire(import.meta.url).resolve("pdfmake/package.json")),
    "fonts",
    "Roboto",
  );
  const font = (name: string) => path.join(folder, `Roboto-${name}.ttf`);
  pdfmake.setFonts({
    Roboto: {
      normal: font("Regular"),
      bold: font("Medium"),
      italics: font("Italic"),
      bolditalics: font("MediumItalic"),
    },
  });
  // A document loads nothing but its font.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((file) => file.startsWith(folder));
  return pdfmake.createPdf(definition(quote, view, lang)).getBuffer();
}

function definition(quote: Quote, view: QuoteView, lang: Lang): TDocumentDefinitions {
  const { words } = view;
  const title = `${words.title} ${quote.number}`;
  return {
    pageSize: "A4",
    pageMargins: [40, 44, 40, 52],
    language: lang,
    info: { title, author: quote.from.name, creationDate: new Date(`${quote.date}T00:00:00Z`) },
    defaultStyle: { font: "Roboto", fontSize: 9.5, lineHeight: 1.2, color: "#1c2430" },
    footer: (page, pages) => ({
      columns: [{ text: title }, { text: words.page(page, pages), ...right }],
      margin: [40, 16, 40, 0],
      fontSize: 8,
      color: SOFT,
    }),
    content: [
      { text: title, fontSize: 20, bold: true },
      { canvas: [{ type: "line", x1: 0, y1: 6, x2: 515, y2: 6, lineWidth: 2, lineColor: ACCENT }] },
      {
        columns: [
          party(words.for, quote.to),
          party(words.from, quote.from),
          { stack: view.head.map(([name, value]) => labelled(name, value)) },
        ],
        columnGap: 16,
        margin: [0, 14, 0, 4],
      },
      heading(words.hours),
      ...programmeOf(view),
      { stack: [heading(words.part), { columns: view.parts.map((text) => ({ text })) }], unbreakable: true },
      { stack: [heading(words.split), splitTable(view)], unbreakable: true },
    ],
  };
}

const heading = (text: string): Content => ({ text, fontSize: 12.5, bold: true, margin: [0, 16, 0, 5] });
const labelled = (name: string, value: string): Content => ({
  stack: [{ text: name, color: SOFT, fontSize: 8.5 }, { text: value }],
  margin: [0, 0, 0, 4],
});
const party = (name: string, { name: who, lines }: Quote["from"]): Content => ({
  stack: [{ text: name, color: SOFT, fontSize: 8.5 }, { text: who, bold: true }, ...lines],
});
const small = (text: string): Content => ({ text, color: SOFT, fontSize: 8 });
const head = (text: string): TableCell => ({ text, color: SOFT, fontSize: 8.5, bold: true });

/** A table with a thin line between its rows; rows are not broken over pages. */
function rows(body: TableCell[][], widths: (string | number)[], headerRows = 0): Content {
  return {
    table: { widths, body, headerRows, keepWithHeaderRows: headerRows > 0 ? 1 : 0, dontBreakRows: true },
    margin: [0, 0, 0, 8],
    layout: {
      hLineWidth: (i, node) => (i === 0 || i === node.table.body.length ? 0 : 0.6),
      vLineWidth: () => 0,
      hLineColor: () => LINE,
      paddingLeft: () => 0,
      paddingRight: () => 8,
      paddingTop: () => 3,
      paddingBottom: () => 3,
    },
  };
}

/** Widths of the columns of sessions, in points: what a row says of length and team stands on one line each. */
const WIDTHS = ["*", 128, 162, 80];

/** A table for each stage, its name and the headings kept with its first row and repeated over pages; then the sums. */
function programmeOf({ stages, free, sums, words }: QuoteView): Content[] {
  const across = (text: Content, amount: TableCell): TableCell[] => [
    { ...(typeof text === "string" ? { text } : (text as object)), colSpan: 3 } as TableCell,
    {},
    {},
    amount,
  ];
  const stage = (name: string, note: string, amount: string): TableCell[] =>
    across(
      { stack: [{ text: name, bold: true, fontSize: 11, color: ACCENT }, ...(note === "" ? [] : [small(note)])] },
      { text: amount, bold: true, color: ACCENT, ...right },
    );
  // Made anew for each table: pdfmake writes in what it is given.
  const heads = (): TableCell[] => [
    head(words.session),
    head(words.time),
    head(words.team),
    { text: words.amount, color: SOFT, fontSize: 8.5, bold: true, ...right },
  ];
  const row = (line: LineView): TableCell[] => [
    {
      stack: [
        { text: line.what, bold: true },
        ...(line.themes === "" ? [] : [small(line.themes)]),
        small(`${line.when} · ${line.where}`),
      ],
    },
    { stack: [line.time, small(line.preparation)] },
    { stack: [...line.team] },
    { text: line.amount, ...right },
  ];
  const totals = sums.map(([name, amount], i): TableCell[] => {
    const style = i === sums.length - 1 ? { bold: true, fontSize: 11.5 } : {};
    return across({ text: name, ...right, ...style }, { text: amount, ...right, ...style });
  });
  return [
    ...free.map(({ title, note, lines }) =>
      rows(
        [stage(title, note, ""), ...lines.map(([name, amount]) => across(name, { text: amount, ...right }))],
        WIDTHS,
        1,
      ),
    ),
    ...stages.map(({ title, lines, amount }) =>
      rows([stage(title, "", amount), heads(), ...lines.map(row)], WIDTHS, 2),
    ),
    { stack: [rows(totals, WIDTHS)], unbreakable: true },
  ];
}

function splitTable({ split, splitTotal, words }: QuoteView): Content {
  const amount = (text: string): TableCell => ({ text, ...right });
  const heads = [words.excluding, words.taxShort, words.including].map(
    (text): TableCell => ({ text, color: SOFT, fontSize: 8.5, bold: true, ...right }),
  );
  const body = split.map(([name, ...amounts]): TableCell[] => [name, ...amounts.map(amount)]);
  const [all, ...sums] = splitTotal;
  const last = [{ text: all, bold: true }, ...sums.map((text): TableCell => ({ text, bold: true, ...right }))];
  return rows([[head(words.organisation), ...heads], ...body, last], ["*", 76, 76, 76], 1);
}
