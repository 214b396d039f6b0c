/**
 * Texts in cells, so that nothing is lost on the way out and back, and no spreadsheet takes a text for a formula. The two
 * functions are each other's inverse over all texts (test/sheets/text.test.ts).
 */

/** What XML or the reading of lines would change or refuse: control characters, halves of a pair, and our own mark. */
const STRANGE = /_(?=x[0-9A-Fa-f]{4}_)|(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;
const MARK = /_x([0-9A-Fa-f]{4})_/g;

/** Begins as a formula does, or has blanks at an end that would be lost; or looks as if it had been protected. */
function needsApostrophe(text: string): boolean {
  const rest = text.replace(/^'+/, "");
  return /^[=+\-@\t\r\n]/.test(rest) || (rest === "" ? text !== "" : rest !== rest.trim());
}

/** A text as a cell holds it: `=1` becomes `'=1`; strange characters become `_xHHHH_`, as in ECMA-376 part 1, 22.9.2.19. */
export function toCell(text: string): string {
  const protectedText = needsApostrophe(text) ? `'${text}` : text;
  return protectedText.replace(STRANGE, (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

/** The text that a cell means; blanks around it fall away, as in every form. */
export function fromCell(cell: string): string {
  const text = cell.replace(MARK, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  if (text.startsWith("'") && needsApostrophe(text.slice(1))) return text.slice(1);
  return text.trim();
}
