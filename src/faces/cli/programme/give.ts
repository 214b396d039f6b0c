/** Where a result goes: a file, whole or not at all, or standard output. */
import { assertWritable, STDIO, writeWhole } from "../files.js";
import type { Io } from "../io.js";

/** @param what the file is, for messages */
export async function give(
  io: Io,
  file: string | undefined,
  what: string,
  content: string | Uint8Array,
): Promise<void> {
  if (file === undefined || file === STDIO) {
    await io.out(typeof content === "string" ? content : Buffer.from(content).toString("latin1"));
    return;
  }
  assertWritable(file, what);
  writeWhole(file, what, content);
}
