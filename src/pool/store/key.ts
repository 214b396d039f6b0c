/** The key of an encrypted database: 32 random bytes, written as 64 hexadecimal digits, in a file or a variable. */
import { randomBytes } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { StoreError } from "./errors.js";

const FORM = "64 hexadecimal digits (32 random bytes, e.g. from `openssl rand -hex 32`)";

/** A fresh key, as text for a file. */
export function newKey(): string {
  return randomBytes(32).toString("hex");
}

/**
 * A key from its text; white space around it does not count.
 * @throws StoreError `key`; the message never holds the text
 */
export function keyFromText(text: string, what = "the key"): Buffer {
  const hex = text.trim();
  if (!/^[0-9a-fA-F]{64}$/.test(hex)) throw new StoreError("key", `${what}: expected ${FORM}`);
  return Buffer.from(hex, "hex");
}

/**
 * A key from a file that its owner alone may read.
 * @throws StoreError `key` where the file is missing, others may read it, or it holds no key
 */
export function keyFromFile(file: string): Buffer {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) throw new StoreError("key", `key file ${file}: not there`);
  if ((stat.mode & 0o077) !== 0) {
    throw new StoreError("key", `key file ${file}: others may read it; run \`chmod 600\` on it`);
  }
  return keyFromText(readFileSync(file, "utf8"), `key file ${file}`);
}

/**
 * The key that is meant: of the file, else of the variable, else none (a plain database).
 * @param variable the value of the environment variable, handed in by the face
 * @throws StoreError `key` where both are given, or what is given is no key
 */
export function keyFrom(source: { readonly file?: string; readonly variable?: string }): Buffer | null {
  if (source.file !== undefined && source.variable !== undefined) {
    throw new StoreError("key", "a key file and a key in the environment are both given: take one away");
  }
  if (source.file !== undefined) return keyFromFile(source.file);
  return source.variable === undefined ? null : keyFromText(source.variable, "the key in the environment");
}
