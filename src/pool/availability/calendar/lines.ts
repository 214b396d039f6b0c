/** Content lines of RFC 5545, 3.1: unfolded, one after the other, and only those that are asked for. */
import type { CalendarLimits, Refusals } from "./limits.js";

export interface ContentLine {
  /** where it begins in the file, from 1 */
  readonly line: number;
  /** in capitals */
  readonly name: string;
  /** unfolded, name and parameters included */
  readonly text: string;
}

/**
 * The text of a file in UTF-8; a byte-order mark is skipped. Bytes that are no UTF-8 become replacement characters: they can
 * stand only in what is not read (titles), or make a time zone unknown.
 */
export function calendarText(bytes: Uint8Array, limits: CalendarLimits, refusals: Refusals): string {
  if (bytes.length > limits.bytes)
    refusals.stop(1, null, `a file of at most ${limits.bytes.toLocaleString("en")} bytes: export a shorter period`);
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    refusals.stop(1, null, "text in UTF-8, not UTF-16: export it again, or save it as UTF-8");
  const text = new TextDecoder("utf-8").decode(bytes);
  return text.includes("\n") ? text : text.replaceAll("\r", "\n");
}

const NAME = /^([A-Za-z0-9-]{1,60})[;:]/;

/**
 * The lines whose property is wanted, in order. Whatever else a file says is passed over as it stands: it is neither
 * unfolded nor kept.
 */
export function* contentLines(
  text: string,
  wanted: ReadonlySet<string>,
  limits: CalendarLimits,
  refusals: Refusals,
): Generator<ContentLine> {
  let line = 0;
  let open: { line: number; name: string; pieces: string[]; length: number } | null = null;
  for (let at = 0; at < text.length; ) {
    const feed = text.indexOf("\n", at);
    const next = feed === -1 ? text.length : feed;
    const end = next > at && text.charCodeAt(next - 1) === 13 ? next - 1 : next;
    const first = text.charCodeAt(at);
    line++;
    if (line > limits.lines) refusals.stop(line, null, `at most ${limits.lines.toLocaleString("en")} lines`);
    if (end > at && (first === 32 || first === 9)) {
      if (open !== null) {
        open.length += end - at;
        if (open.length > limits.property) tooLong(open, limits, refusals);
        open.pieces.push(text.slice(at + 1, end));
      }
    } else if (end > at) {
      if (open !== null) yield { line: open.line, name: open.name, text: open.pieces.join("") };
      const name = NAME.exec(text.slice(at, Math.min(end, at + 61)))?.[1]?.toUpperCase();
      open =
        name !== undefined && wanted.has(name) ? { line, name, pieces: [text.slice(at, end)], length: end - at } : null;
      if (open !== null && open.length > limits.property) tooLong(open, limits, refusals);
    }
    at = next + 1;
  }
  if (open !== null) yield { line: open.line, name: open.name, text: open.pieces.join("") };
}

function tooLong({ line, name }: { line: number; name: string }, limits: CalendarLimits, refusals: Refusals): never {
  return refusals.stop(line, name, `at most ${limits.property.toLocaleString("en")} characters`);
}
