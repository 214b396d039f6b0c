/** The files that a built page loads before the first click, with what they weigh on the line. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

export interface Loaded {
  readonly file: string;
  /** compressed, as the server sends it */
  readonly bytes: number;
}

/** What a page names by address, and what scripts and styles take in at once; what is loaded at a click (`import(…)`) is not. */
const NAMED: Readonly<Record<string, RegExp>> = {
  ".html": /<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+)"/g,
  ".js": /\b(?:from|import)\s*["'](\.{1,2}\/[^"']+)["']/g,
  ".css": /(?:@import\s*|url\(\s*)["']?([^"')]+)/g,
};

/** @param folder a built page: `index.html` and what it names */
export function firstLoad(folder: string): readonly Loaded[] {
  const found = new Map<string, Loaded>();
  const waiting = ["index.html"];
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    if (found.has(file)) continue;
    const bytes = readFileSync(path.join(folder, file));
    found.set(file, { file, bytes: gzipSync(bytes, { level: 9 }).length });
    const named = NAMED[path.extname(file)];
    if (named === undefined) continue;
    for (const [, address = ""] of bytes.toString("utf8").matchAll(named))
      if (!/^(?:data:|[a-z]+:\/\/|#)/.test(address)) waiting.push(inFolder(file, address));
  }
  return [...found.values()];
}

/** An address as a file of the folder: from its root, or from the file that names it. */
const inFolder = (file: string, address: string): string =>
  path.posix.normalize(address.startsWith("/") ? address.slice(1) : path.posix.join(path.posix.dirname(file), address));
