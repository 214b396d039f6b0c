/** The files that a programme's pages can be had as: which forms each has, and how each form is made. */
import type { Account } from "../../programme/account.js";
import type { Quote } from "../../programme/quote/quote.js";
import type { Lang } from "../words.js";
import { accountText } from "./afterwards.js";
import { accountHtml } from "./afterwards-html.js";
import { type IntakeList, intakeCsv, intakeXlsx } from "./intake.js";
import { quoteHtml } from "./quote-html.js";
import { quotePdf } from "./quote-pdf.js";
import { type QuoteNames, quoteView } from "./quote-words.js";
import { quoteXlsx } from "./quote-xlsx.js";

/** Page → its forms; the first is that of whoever names none. */
export const FORMS = {
  report: ["html"],
  quote: ["html", "pdf", "xlsx", "json"],
  intake: ["csv", "xlsx"],
  readiness: ["html"],
  account: ["txt", "html", "json"],
  "answer-list": ["xlsx"],
  "participant-list": ["xlsx"],
  "held-list": ["xlsx"],
} as const;
export type Page = keyof typeof FORMS;
export const PAGES = Object.keys(FORMS) as readonly Page[];
export type Form<P extends Page = Page> = (typeof FORMS)[P][number];

type File = string | Uint8Array;
const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/** A quote in one of its forms. */
export async function quoteFile(quote: Quote, form: Form<"quote">, names: QuoteNames, lang: Lang): Promise<File> {
  if (form === "json") return json(quote);
  const view = quoteView(quote, names, lang);
  return { html: quoteHtml, pdf: quotePdf, xlsx: quoteXlsx }[form](quote, view, lang);
}

/** The intake lists of items in one of their forms. @param place what a municipality is called */
export async function intakeFile(
  lists: readonly IntakeList[],
  form: Form<"intake">,
  place: (code: string) => string,
  lang: Lang,
): Promise<File> {
  return { csv: intakeCsv, xlsx: intakeXlsx }[form](lists, lang, place);
}

/** The account of what was held in one of its forms. @param label what activities are called */
export function accountFile(
  accounts: readonly Account[],
  form: Form<"account">,
  label: (code: string) => string,
  lang: Lang,
): File {
  if (form === "json") return json({ accounts });
  return form === "html" ? accountHtml(accounts, label, lang) : accountText(accounts, lang);
}
