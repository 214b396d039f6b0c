/** Cells as CSV (RFC 4180: CRLF, quotes where a cell needs them). What a cell may not begin with is `toCell`'s to say. */
import type { Moment } from "./types.js";

/** Spreadsheets take a file for UTF-8 only where it says so. */
export const BYTE_ORDER_MARK = "\ufeff";

export function csvText(rows: readonly (readonly string[])[], delimiter: "," | ";"): string {
  const cell = (text: string): string =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((cells) => `${cells.map(cell).join(delimiter)}\r\n`).join("");
}

/** `2027-03-01` or `2027-03-01 09:30`. */
export function momentText({ day, time }: Moment): string {
  return time === null ? day : `${day} ${time}`;
}
