/**
 * Where a JSON text goes wrong. The engine's own message quotes the text around the fault, which could be a
 * special-category value, and does not always say where; this scanner says where and what was expected, and no more.
 */
export interface JsonFault {
  /** index into the text */
  readonly at: number;
  readonly expected: string;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

/** The index behind a match that begins at `at`, or -1. */
function past(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/**
 * The first place at which a text stops being JSON, or null if it is JSON.
 * It keeps its own stack, so depth cannot overflow anything.
 */
export function jsonFault(text: string): JsonFault | null {
  const open: ("[" | "{")[] = [];
  let at = past(SPACE, text, 0);
  for (;;) {
    // A value starts here.
    const sign = text[at];
    if (sign === "[" || sign === "{") {
      at = past(SPACE, text, at + 1);
      if (text[at] !== (sign === "[" ? "]" : "}")) {
        open.push(sign);
        if (sign === "{") {
          const value = memberValue(text, at);
          if (typeof value !== "number") return value;
          at = value;
        }
        continue;
      }
      at++;
    } else {
      const end = sign === '"' ? stringEnd(text, at) : Math.max(past(NUMBER, text, at), past(WORD, text, at));
      if (end < 0) return { at, expected: sign === '"' ? "a string that ends, on its line" : "a value" };
      at = end;
    }
    // A value ends here: close what ends with it, then go to the next.
    for (;;) {
      at = past(SPACE, text, at);
      const inside = open.at(-1);
      if (inside === undefined) return at < text.length ? { at, expected: "the end of the file" } : null;
      const close = inside === "[" ? "]" : "}";
      if (text[at] === close) {
        open.pop();
        at++;
        continue;
      }
      if (text[at] !== ",") return { at, expected: `a comma or ${close}` };
      at = past(SPACE, text, at + 1);
      if (inside === "{") {
        const value = memberValue(text, at);
        if (typeof value !== "number") return value;
        at = value;
      }
      break;
    }
  }
}

/** The index behind a string, or -1. A loop: a pattern could exhaust its stack on a long string. */
function stringEnd(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] === '"') return i + 1;
    if (text.charCodeAt(i) < 0x20) return -1;
    if (text[i] === "\\") {
      const end = past(ESCAPE, text, i);
      if (end < 0) return -1;
      i = end - 1;
    }
  }
  return -1;
}

/** From a member's name to where its value starts. */
function memberValue(text: string, at: number): number | JsonFault {
  const name = text[at] === '"' ? stringEnd(text, at) : -1;
  if (name < 0) return { at, expected: "a field's name in double quotes" };
  const colon = past(SPACE, text, name);
  if (text[colon] !== ":") return { at: colon, expected: "a colon" };
  return past(SPACE, text, colon + 1);
}

/**
 * The index at which a JSON text (or what claims to be one) nests deeper than `limit`, or -1.
 * Looked at before the text is parsed, so that no later walk can be driven out of its stack.
 */
export function tooDeepAt(text: string, limit: number): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x22) {
      i = text.indexOf('"', i + 1);
      while (i > 0 && escaped(text, i)) i = text.indexOf('"', i + 1);
      if (i < 0) return -1;
    } else if (c === 0x5b || c === 0x7b) {
      if (++depth > limit) return i;
    } else if (c === 0x5d || c === 0x7d) depth--;
  }
  return -1;
}

/** Whether an odd number of backslashes stands before an index. */
function escaped(text: string, at: number): boolean {
  let i = at;
  while (text[i - 1] === "\\") i--;
  return (at - i) % 2 === 1;
}

/** Line and column, both from 1, of an index into a text. */
export function lineAndColumn(text: string, at: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let i = text.indexOf("\n"); i >= 0 && i < at; i = text.indexOf("\n", i + 1)) {
    line++;
    start = i + 1;
  }
  return { line, column: at - start + 1 };
}
