/** The pages and lists of programmes. */
export { accountText, dutiesText, feesText } from "./afterwards.js";
export { accountHtml, dutiesHtml } from "./afterwards-html.js";
export { choiceText, conflictText } from "./choice.js";
export { type EmptyList, emptyListXlsx } from "./empty-list.js";
export { accountFile, FORMS, type Form, intakeFile, PAGES, type Page, quoteFile } from "./files.js";
export { scanForm } from "./form.js";
export { type IntakeList, intakeCsv, intakeText, intakeXlsx } from "./intake.js";
export { outcomeHtml } from "./outcome.js";
export { quoteHtml } from "./quote-html.js";
export { quotePdf } from "./quote-pdf.js";
export { type QuoteNames, type QuoteView, quoteView } from "./quote-words.js";
export { quoteXlsx } from "./quote-xlsx.js";
