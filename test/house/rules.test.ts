/** Each house rule: a small house that keeps them all is accepted, and each planted fault is refused at its file and line. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const script = fileURLToPath(new URL("../../scripts/house-rules.mjs", import.meta.url));

/** A house with a file in most rooms, each importing what it may. */
const SOUND: Readonly<Record<string, string>> = {
  "src/model/types.ts": "export type A = string;\n",
  "src/model/index.ts": 'export * from "./types.js";\nexport const at = (wall: string) => new Date(wall);\n',
  "src/terms/kind.ts": "export interface Kind { readonly process: number }\n",
  "src/rules/seats.ts":
    'import type { A } from "../model/index.js";\nexport * from "../terms/kind.js";\nexport type B = A;\n',
  "src/problem/build.ts": 'import "../rules/seats.js";\n',
  "src/score/score.ts": 'import "../problem/build.js";\n',
  "src/bound/bound.ts": 'import "../problem/build.js";\n',
  "src/search/search.ts": 'import "../bound/bound.js";\nimport "../score/score.js";\n',
  "src/exact/worker.ts":
    'import { parentPort } from "node:worker_threads";\nexport const p = [parentPort, Date.now()];\n',
  "src/check/index.ts": 'import "../model/index.js";\n',
  "src/solve/api.ts": 'import type { A } from "../model/types.js";\nexport type C = A;\n',
  "src/solve/index.ts":
    'import "../search/search.js";\nimport "../check/index.js";\nexport const now = performance.now();\n',
  "src/papers/csv.ts":
    'import type { C } from "../solve/api.js";\n// process.exit and Date.now in a comment are no fault\nexport type D = C;\n',
  "src/faces/common.ts": "export const argv = process.argv;\n",
  "src/faces/cli/main.ts": 'import "../common.js";\nimport "../../solve/index.js";\nconsole.log(Date.now());\n',
  "src/index.ts": 'export * from "./solve/index.js";\n',
  "test/oracles/brute.ts": 'import "../../src/solve/api.js";\n',
  "package-lock.json": '{ "packages": { "node_modules/x": { "version": "1.0.0" } } }\n',
  ".npmrc": "fund=false\n",
};

interface Fault {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}
// the rules are a plain script, without types of their own
const { judgeHouse } = (await import(new URL("../../scripts/house/all.mjs", import.meta.url).href)) as {
  judgeHouse: (root: string) => { programs: number; faults: Fault[] };
};

/** Builds the sound house with some files added or replaced, and hands its folder on. */
function inHouse<T>(changes: Readonly<Record<string, string>>, use: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), "koppel-house-"));
  try {
    for (const [file, text] of Object.entries({ ...SOUND, ...changes })) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    return use(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Written in parts, so that this file is no fault itself. */
const MACHINE = ["", "work", "plans"].join("/");
const BESIDE = ["..", "shared", "x.json"].join("/");

/** What is planted, where it must be seen, and what the refusal must say. */
const PLANTED: readonly (readonly [title: string, files: Record<string, string>, at: string, says: string])[] = [
  [
    "model imports check",
    { "src/model/a.ts": '\nimport "../check/index.js";\n' },
    "src/model/a.ts:2",
    "may know nothing",
  ],
  ["terms import model", { "src/terms/a.ts": 'import "../model/index.js";\n' }, "src/terms/a.ts:1", "may know nothing"],
  ["terms import a package", { "src/terms/a.ts": 'import "zod";\n' }, "src/terms/a.ts:1", "on the ground"],
  ["check imports rules", { "src/check/a.ts": 'import "../rules/seats.js";\n' }, "src/check/a.ts:1", "may know model"],
  ["a type counts", { "src/check/a.ts": 'import type { K } from "../terms/kind.js";\n' }, "src/check/a.ts:1", "terms"],
  [
    "an import type counts",
    { "src/check/a.ts": 'type K = import("../terms/kind.js").Kind;\n' },
    "src/check/a.ts:1",
    "terms",
  ],
  [
    "a dynamic import counts",
    { "src/rules/a.ts": 'await import("../score/score.js");\n' },
    "src/rules/a.ts:1",
    "score",
  ],
  ["score imports bound", { "src/score/a.ts": 'export * from "../bound/bound.js";\n' }, "src/score/a.ts:1", "bound"],
  ["exact imports search", { "src/exact/a.ts": 'import "../search/search.js";\n' }, "src/exact/a.ts:1", "search"],
  [
    "papers import solve itself",
    { "src/papers/a.ts": 'import "../solve/index.js";\n' },
    "src/papers/a.ts:1",
    "solve/api",
  ],
  ["solve imports a face", { "src/solve/a.ts": 'import "../faces/common.js";\n' }, "src/solve/a.ts:1", "faces"],
  [
    "one face imports another",
    { "src/faces/http/a.ts": 'import "../cli/main.js";\n' },
    "src/faces/http/a.ts:1",
    "another face",
  ],
  [
    "a room imports the public API",
    { "src/advice/a.ts": 'import "../index.js";\n' },
    "src/advice/a.ts:1",
    "public API",
  ],
  [
    "src imports a test",
    { "src/solve/a.ts": 'import "../../test/oracles/brute.js";\n' },
    "src/solve/a.ts:1",
    "out of src",
  ],
  ["a room that nobody drew", { "src/shed/a.ts": "export {};\n" }, "src/shed/a.ts:1", "not on the map"],
  ["SQLite below the pool", { "src/solve/a.ts": 'import "better-sqlite3";\n' }, "src/solve/a.ts:1", "SQLite"],
  ["HTTP below the faces", { "src/advice/a.ts": 'import "node:http";\n' }, "src/advice/a.ts:1", "HTTP"],
  ["a terminal below the faces", { "src/papers/a.ts": 'import "picocolors";\n' }, "src/papers/a.ts:1", "terminal"],
  [
    "an oracle imports a rule",
    { "test/oracles/a.ts": 'import "../../src/rules/seats.js";\n' },
    "test/oracles/a.ts:1",
    "oracle",
  ],
  [
    "an oracle by a detour",
    { "test/oracles/a.ts": 'import "../../src/solve/index.js";\n' },
    "test/oracles/a.ts:1",
    "→",
  ],
  [
    "a cycle",
    { "src/model/a.ts": 'import "./b.js";\n', "src/model/b.ts": '\nimport "./a.js";\n' },
    "src/model/b.ts:2",
    "src/model/a.ts → src/model/b.ts → src/model/a.ts",
  ],
  ["a file over 300 lines", { "src/model/a.ts": "export {};\n".repeat(301) }, "src/model/a.ts:301", "301 lines"],
  ["a script over 300 lines", { "scripts/a": "true\n".repeat(301) }, "scripts/a:301", "split it"],
  ["Date.now", { "src/search/a.ts": "\nexport const t = Date.now();\n" }, "src/search/a.ts:2", "Date.now"],
  ["Date.now, passed on", { "src/search/a.ts": "export const t = Date.now;\n" }, "src/search/a.ts:1", "Date.now"],
  ["performance.now", { "src/bound/a.ts": "export const t = performance.now();\n" }, "src/bound/a.ts:1", "performance"],
  ["new Date()", { "src/advice/a.ts": "export const t = new Date();\n" }, "src/advice/a.ts:1", "new Date()"],
  [
    "a clock in exact, outside its worker",
    { "src/exact/a.ts": "export const t = Date.now();\n" },
    "src/exact/a.ts:1",
    "clock",
  ],
  ["a thread", { "src/search/a.ts": 'import "node:worker_threads";\n' }, "src/search/a.ts:1", "threads"],
  ["process", { "src/solve/a.ts": "export const e = process.env.X;\n" }, "src/solve/a.ts:1", "process"],
  [
    "process by way of globalThis",
    { "src/solve/a.ts": "export const e = globalThis.process;\n" },
    "src/solve/a.ts:1",
    "process",
  ],
  ["process as a module", { "src/solve/a.ts": 'import p from "node:process";\n' }, "src/solve/a.ts:1", "process"],
  ["console", { "src/check/a.ts": 'console.log("x");\n' }, "src/check/a.ts:1", "console"],
  ["a path of one machine", { "bench/a.ts": `\nexport const f = "${MACHINE}";\n` }, "bench/a.ts:2", "one machine"],
  ["a path of one machine in a document", { "docs/a.md": `See ${MACHINE}.\n` }, "docs/a.md:1", "one machine"],
  [
    "a neighbour of the checkout",
    { "test/a.ts": `export const f = "../${BESIDE}";\n` },
    "test/a.ts:1",
    "beside the checkout",
  ],
  [
    "a registry in the lock file",
    { "package-lock.json": '{\n  "resolved": "https://registry.example/x.tgz"\n}\n' },
    "package-lock.json:2",
    "registry",
  ],
  ["a registry in .npmrc", { ".npmrc": "registry=https://registry.example/\n" }, ".npmrc:1", "registry"],
];

describe("the house rules", () => {
  test("accept a house that keeps every one", () => {
    expect(inHouse({}, judgeHouse).faults).toEqual([]);
  });

  test.each(PLANTED)("refuse: %s", (_title, files, at, says) => {
    const { faults } = inHouse(files, judgeHouse);
    // one fault is planted and one refused, there and nowhere else
    expect(faults.map(({ file, line }) => `${file}:${line}`)).toEqual([at]);
    expect(faults[0]?.text).toContain(says);
    expect(faults[0]?.text, "says what to do").toMatch(/: [a-z].+/);
  });
});

describe("scripts/house-rules.mjs", () => {
  const run = (root: string) => spawnSync(process.execPath, [script, root], { encoding: "utf8" });

  test("exits 0 where the rules are kept, and 1 with file and line where not", () => {
    expect(inHouse({}, run).status).toBe(0);
    const broken = inHouse({ "src/check/a.ts": 'console.log("x");\n' }, run);
    expect(broken.status).toBe(1);
    expect(broken.stderr).toContain("src/check/a.ts:1: console: ");
  });
});
