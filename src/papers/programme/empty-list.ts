/** Empty lists to fill in, as workbooks: of participants, of the answers to a quick scan that come on paper or by telephone, of what was held. */
import type { AskedQuestion, Option } from "../../programme/table/replies.js";
import { LIST_SHEETS } from "../../programme/table/rows.js";
import { letterOf } from "../../sheets/types.js";
import { type CellCheck, type SheetColumn, type SheetOut, writeXlsx } from "../../sheets/write-xlsx.js";
import type { Lang } from "../words.js";

/** What a list is of. */
export type EmptyList = "participants" | "answers" | "held";

const WORDS = {
  nl: {
    sheet: { participants: "Deelnemers", answers: "Antwoorden", held: "Gehouden" },
    explain: {
      participants:
        "Eén rij per deelnemer op het blad Deelnemers, met een code en zonder naam; donkere koppen zijn verplicht; zet een x waar het zo is; wat u kunt kiezen staat op het blad Keuzes.",
      answers:
        "Eén rij per antwoord op het blad Antwoorden, zonder naam; alleen de rol is verplicht; zet een x waar het zo is; wat u kunt kiezen staat op het blad Keuzes.",
      held: "Eén rij per gehouden bijeenkomst op het blad Gehouden, met hoeveel formele en informele mensen er waren en zonder namen; alles is verplicht; wat u kunt kiezen staat op het blad Keuzes.",
    },
    help: {
      code: "Een code per deelnemer. Houd een lijst van codes en namen apart; hier horen geen namen.",
      text: "Vul de naam of een code in.",
      day: "Een dag zoals 2027-03-12 of 12-3-2027.",
      number: "Een heel getal; 0 als er niemand was.",
      flag: "Zet een x waar het zo is; laat de cel anders leeg.",
      one: "Kies er een van het blad Keuzes.",
      many: "Een of meer van het blad Keuzes, met ; ertussen.",
    },
  },
  en: {
    sheet: { participants: "Participants", answers: "Answers", held: "Held" },
    explain: {
      participants:
        "One row for each participant on the sheet Participants, with a code and no name; dark headings must be filled; put an x where it is so; what can be chosen is on the sheet Choices.",
      answers:
        "One row for each answer on the sheet Answers, without a name; only the role must be filled; put an x where it is so; what can be chosen is on the sheet Choices.",
      held: "One row for each session that was held on the sheet Held, with how many formal and informal workers came and no names; all of it must be filled; what can be chosen is on the sheet Choices.",
    },
    help: {
      code: "A code for each participant. Keep the list of codes and names elsewhere: no names here.",
      text: "The name or a code.",
      day: "A day such as 2027-03-12 or 12-3-2027.",
      number: "A whole number; 0 where there was nobody.",
      flag: "Put an x where it is so; else leave the cell empty.",
      one: "Choose one of the sheet Choices.",
      many: "One or more of the sheet Choices, with ; between them.",
    },
  },
} as const;

/** Rows that are made ready to fill in. */
const READY = 500;
/** Of a question with so many options at most, each has a column of its own to tick. */
const MOST_TICKED = 14;
const TICK = { range: '"x"', open: false } as const;

/** A workbook with a column for each question or option, what can be chosen, and a line that says how it is filled in. */
export function emptyListXlsx(of: EmptyList, questions: readonly AskedQuestion[], lang: Lang): Promise<Uint8Array> {
  const { sheet, explain } = WORDS[lang];
  const [explanation, choices] = [LIST_SHEETS.explanation[lang], LIST_SHEETS.choices[lang]];
  const lists = questions.flatMap(listOf).map((list, at) => ({ ...list, column: letterOf(at + 1) }));
  const rangeOf = ({ id }: AskedQuestion): string | null => {
    const list = lists.find((one) => one.question.id === id);
    return list === undefined ? null : `'${choices}'!$${list.column}$2:$${list.column}$${list.options.length + 1}`;
  };
  const columns = questions.flatMap((question) => columnsOf(question, rangeOf(question), lang));
  const rows = Array.from({ length: Math.max(0, ...lists.map(({ options }) => options.length)) }, (_, at) =>
    lists.map(({ options }) => options[at]?.[lang] ?? null),
  );
  const plain = (name: string, headers: readonly string[], width: number): SheetOut => ({
    name,
    columns: headers.map((header) => ({ header, width })),
    rows: [],
    ready: 0,
  });
  const heads = lists.map(({ question }) => question[lang]);
  return writeXlsx([
    { ...plain(explanation, [explanation], 110), rows: [[explain[of]]] },
    { name: sheet[of], columns, rows: [], ready: READY },
    { ...plain(choices, heads, 36), rows },
  ]);
}

/** What of a question can be chosen from a list; ticks need none. */
function listOf(question: AskedQuestion): readonly { question: AskedQuestion; options: readonly Option[] }[] {
  if (question.kind === "scale") return [{ question, options: question.steps }];
  if (question.kind === "one" || (question.kind === "many" && !isTicked(question)))
    return [{ question, options: question.options }];
  return [];
}

type Many = Extract<AskedQuestion, { readonly kind: "many" }>;
const isTicked = ({ options, isApart = false }: Many): boolean => isApart || options.length <= MOST_TICKED;

function columnsOf(question: AskedQuestion, range: string | null, lang: Lang): readonly SheetColumn[] {
  const { help } = WORDS[lang];
  const { kind, required } = question;
  const title = question[lang];
  const column = (header: string, check: Omit<CellCheck, "title">): SheetColumn => ({
    header,
    width: 20,
    needed: required,
    format: "text",
    check: { title: header, ...check },
  });
  const listed = range === null ? {} : { choices: { range, open: false } };
  const each = (options: readonly Option[], check: Omit<CellCheck, "title">) =>
    options.map((option) => column(`${title}: ${option[lang]}`, check));
  if (kind === "scale") return each(question.options, { help: help.one, ...listed });
  if (kind === "many")
    return isTicked(question)
      ? each(question.options, { help: help.flag, choices: TICK })
      : [column(title, { help: help.many })];
  if (kind === "one") return [column(title, { help: help.one, ...listed })];
  if (kind === "flag") return [column(title, { help: help.flag, choices: TICK })];
  if (kind === "day" || kind === "number") return [column(title, { help: help[kind] })];
  return [column(title, { help: question.id === "code" ? help.code : help.text })];
}
