/** Reading and writing files. What is written is there whole or not at all. */
import { randomBytes } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { UsageError } from "./errors.js";
import type { Io } from "./io.js";

/** The name that stands for standard input or output. */
export const STDIO = "-";

/**
 * The bytes of an input file, or of standard input for `-`. Gzip is told by the reader of the bytes, not here.
 * @param what the file is, for messages: "season"
 * @throws UsageError if it cannot be read
 */
export async function readInput(io: Io, file: string, what: string): Promise<Uint8Array> {
  if (file === STDIO) return io.readStdin();
  try {
    return await readFile(file);
  } catch (error) {
    throw new UsageError(`cannot read the ${what}, ${file}: ${reasonOf(error)}`);
  }
}

/** What a file is called in a message. */
export function nameOf(file: string): string {
  return file === STDIO ? "standard input" : file;
}

/** @throws UsageError if more than one of the inputs is standard input */
export function onlyOneStdin(files: readonly (string | undefined)[]): void {
  if (files.filter((file) => file === STDIO).length > 1)
    throw new UsageError("only one file can come from standard input: give the others by name");
}

/** An output with the option that asks for it, and an input with what it is. */
export interface NamedFile {
  readonly file: string | undefined;
  readonly what: string;
}

/**
 * Refuses an output that would take the place of an input, or of another output, by whatever name or link.
 * @throws UsageError
 */
export function assertApart(outputs: readonly NamedFile[], inputs: readonly NamedFile[]): void {
  const taken = new Map<string, string>();
  for (const { file, what } of inputs)
    if (isNamed(file)) taken.set(realName(file), `is the ${what}, which it would replace`);
  for (const { file, what } of outputs) {
    if (!isNamed(file)) continue;
    const name = realName(file);
    const fault = taken.get(name);
    if (fault !== undefined) throw new UsageError(`${what} ${file} ${fault}: give another file`);
    taken.set(name, `is the file of ${what} already`);
  }
}

function isNamed(file: string | undefined): file is string {
  return file !== undefined && file !== STDIO;
}

/** Where a name leads to in the end; of a file that is not there yet, where it would be. */
function realName(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    const full = path.resolve(file);
    try {
      return path.join(realpathSync(path.dirname(full)), path.basename(full));
    } catch {
      return full;
    }
  }
}

/**
 * Refuses a file that could not be written, before hours are spent on what goes into it.
 * @throws UsageError
 */
export function assertWritable(file: string, what: string): void {
  try {
    const { target, special, mode } = targetOf(file);
    // Replacing it would need no right to write into it, and somebody has taken that right away on purpose.
    if (!special && existsSync(target) && (mode & 0o222) === 0)
      throw new UsageError(
        `cannot write the ${what} ${file}: it is read-only; choose another name, or make it writable`,
      );
    const folder = path.dirname(target);
    if (!existsSync(folder))
      throw new UsageError(
        `cannot write the ${what} ${file}: the folder ${path.dirname(file)} does not exist: make it first`,
      );
    accessSync(special ? target : folder, constants.W_OK);
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`cannot write the ${what} ${file}: ${reasonOf(error)}`);
  }
}

/**
 * Writes a file whole or not at all: into a file beside it, which then takes its name.
 * @param fresh the mode of a file that is not there yet
 * @throws UsageError if it cannot be written; what stood there before still does
 */
export function writeWhole(file: string, what: string, text: string | Uint8Array, fresh = 0o666): void {
  try {
    const { target, special, mode } = targetOf(file, fresh);
    // A device or a pipe (/dev/null) takes what it is given; it must not be replaced by a file.
    if (special) {
      writeFileSync(target, text);
      return;
    }
    const beside = path.join(path.dirname(target), `.${path.basename(target)}.${randomBytes(6).toString("hex")}.tmp`);
    try {
      const handle = openSync(beside, "wx", mode);
      try {
        writeFileSync(handle, text);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      renameSync(beside, target);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`cannot write the ${what} ${file}: ${reasonOf(error)}`);
  }
}

/** Where a name leads to (a link is followed, so that it stays one), and what stands there. */
function targetOf(file: string, fresh = 0o666): { target: string; special: boolean; mode: number } {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return { target: path.resolve(file), special: false, mode: fresh };
  // What a pipe's name leads to (/dev/stdout) is no path.
  if (!stat.isFile() && !stat.isDirectory()) return { target: file, special: true, mode: stat.mode & 0o777 };
  if (stat.isDirectory()) throw new UsageError(`${file} is a folder: give the name of a file in it`);
  return { target: realpathSync(file), special: false, mode: stat.mode & 0o777 };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder; check the name",
  ENOTDIR: "a part of the path is no folder; check the name",
  EISDIR: "it is a folder; give a file",
  EACCES: "you may not; check its permissions",
  EPERM: "you may not; check its permissions",
  EROFS: "the disk is read-only; choose another folder",
  ENOSPC: "the disk is full; make room or choose another folder",
};

/** Why the file system refused, in words. @throws the error itself where it is none of the file system's */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (typeof code !== "string") throw error;
  return REASONS[code] ?? code;
}
