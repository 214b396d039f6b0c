/** Where results go: files, whole or not at all, or standard output. */
import { assertApart, assertWritable, type NamedFile, STDIO, writeWhole } from "../files.js";
import type { Io } from "../io.js";

/**
 * Refuses outputs that could not be written, or would take the place of an input or of each other, before any of them is.
 * @throws UsageError
 */
export function assertOutputs(outputs: readonly NamedFile[], inputs: readonly NamedFile[]): void {
  assertApart(outputs, inputs);
  for (const { file, what } of outputs)
    if (file !== undefined && file !== STDIO) assertWritable(file, `file of ${what}`);
}

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
  writeWhole(file, what, content);
}
