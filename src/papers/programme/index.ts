/** The pages and lists of programmes. */
export { accountText, dutiesText, feesText } from "./afterwards.js";
export { choiceText, conflictText } from "./choice.js";
export { scanForm } from "./form.js";
export { emptyIntakeXlsx, intakeCsv, intakeText, intakeXlsx } from "./intake.js";
export { outcomeHtml } from "./outcome.js";
export { quoteHtml } from "./quote-html.js";
export { quotePdf } from "./quote-pdf.js";
export { type QuoteView, quoteView } from "./quote-words.js";
export { quoteXlsx } from "./quote-xlsx.js";
