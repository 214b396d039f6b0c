import { constants, gunzipSync } from "node:zlib";
import { InputError } from "./errors.js";
import { jsonFault, lineAndColumn, tooDeepAt } from "./json-fault.js";

/** Larger files are refused, whether written so or only after decompression; it stays under the longest string. */
export const MOST_BYTES = 512_000_000;
/** Far more than any format of this project nests. */
export const MOST_LEVELS = 32;

/**
 * What a file holds: JSON, or JSON within gzip (told by its first bytes).
 * @param bytes the whole file
 * @param what how the file is called in the message, e.g. its name
 * @throws InputError if it is no gzip after all, cut short, too large, not UTF-8, not JSON, or nested too deeply;
 * the message has line and column, never a piece of the text
 */
export function decode(bytes: Uint8Array, what: string): unknown {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? unzip(bytes, what) : bytes;
  if (plain.length > MOST_BYTES) throw tooLarge(what);
  const text = utf8(plain, what);
  const refuseAt = (at: number, expected: string): InputError => {
    const { line, column } = lineAndColumn(text, at);
    if (at >= text.length) return refusal(what, `a whole file; it breaks off at line ${line}: copy it again`);
    return refusal(what, `valid JSON: ${expected} at line ${line}, column ${column}`);
  };
  if (text.trim() === "") throw refusal(what, "valid JSON; the file is empty");
  const deep = tooDeepAt(text, MOST_LEVELS);
  if (deep >= 0) throw refuseAt(deep, `at most ${MOST_LEVELS} levels of nesting; one more begins`);
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const fault = jsonFault(text);
    throw fault === null ? refusal(what, "valid JSON") : refuseAt(fault.at, fault.expected);
  }
}

function refusal(what: string, expected: string): InputError {
  return new InputError(what, [{ path: "", expected }]);
}

function tooLarge(what: string): InputError {
  return refusal(what, `at most ${MOST_BYTES / 1e6} MB after decompression`);
}

function unzip(bytes: Uint8Array, what: string): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES, finishFlush: constants.Z_FINISH });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(what);
    if (code === "Z_BUF_ERROR") throw refusal(what, "a whole gzip file; this one is cut short: copy it again");
    throw refusal(what, "a sound gzip file; this one is damaged: copy it again");
  }
}

/** A file's text, one byte-order mark skipped. */
function utf8(bytes: Uint8Array, what: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const at = firstInvalid(bytes);
    const before = Buffer.from(bytes.buffer, bytes.byteOffset, at).toString("utf8");
    const { line, column } = lineAndColumn(before, before.length);
    throw refusal(what, `UTF-8 text; line ${line}, column ${column} is not: save the file as UTF-8`);
  }
}

/** The first byte that is not UTF-8: where the bytes differ from those of their own lossy reading. */
function firstInvalid(bytes: Uint8Array): number {
  const again = Buffer.from(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8"), "utf8");
  let at = 0;
  while (at < bytes.length && bytes[at] === again[at]) at++;
  return at;
}
