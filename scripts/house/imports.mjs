/** Who may import whom: the rooms of docs/architecture.md, one way, without cycles. */

const ENGINE = ["model", "terms", "rules", "problem", "score", "bound", "search", "exact"];
/** room → the rooms that it may import, itself apart. A file name after a slash opens that file alone. */
const MAY_IMPORT = {
  model: [],
  sheets: ["model"],
  terms: [],
  check: ["model"],
  dates: ["model"],
  rules: ["model", "terms"],
  problem: ["model", "rules", "terms"],
  score: ["model", "problem", "terms"],
  bound: ["model", "problem", "terms"],
  search: ["model", "terms", "problem", "score", "bound"],
  exact: ["model", "terms", "problem", "bound"],
  reasons: ["model", "terms", "problem", "score"],
  solve: [...ENGINE, "check", "reasons"],
  advice: [...ENGINE, "check", "reasons", "solve"],
  queue: ["model", "solve/api.ts"],
  pool: ["model", "sheets"],
  season: ["model", "check", "pool", "solve/api.ts", "advice"],
  programme: ["model", "sheets", "dates", "pool", "advice", "search/random.ts"],
  papers: ["model", "sheets", "check", "dates", "solve/api.ts", "advice", "programme", "season"],
};
/** Packages that only some rooms may know; `faces` may know all. */
const ONLY_IN = [
  { packages: /^(node:)?worker_threads$/, rooms: ["solve"], files: /^src\/exact\/.*(worker|thread)/, what: "threads" },
  { packages: /^(better-sqlite3.*|kysely|node:sqlite)$/, rooms: ["pool"], what: "SQLite" },
  { packages: /^(pg|pg-boss)$/, rooms: ["queue"], what: "PostgreSQL" },
  { packages: /^(node:)?(https?|http2|net)$|^(fastify|@fastify\/.*)$/, rooms: [], what: "HTTP" },
  {
    packages: /^(node:)?(tty|readline|process)(\/.*)?$|^(commander|@commander-js\/.*|cli-progress|picocolors)$/,
    rooms: [],
    what: "a terminal or the process",
  },
  { packages: /^(preact.*|@preact\/.*)$/, rooms: [], what: "the planner's page" },
  { packages: /^(node:)?perf_hooks$/, rooms: ["solve"], files: /^src\/exact\/.*(worker|thread)/, what: "clocks" },
];
/** The commands that start another face: the only doors between two. */
const OPENS = new Map([
  ["src/faces/cli/serve.ts", "http"],
  ["src/faces/cli/mcp.ts", "mcp"],
]);
const CHECKED_APART = ["terms", "rules", "problem", "score"];

const roomOf = (file) => /^src\/([^/]+)\//.exec(file)?.[1] ?? null;
/** The face that a file belongs to, or null for what the faces share. */
const faceOf = (file) => /^src\/faces\/([^/]+)\//.exec(file)?.[1] ?? null;

/** Why this room may not import that file, or null. */
function wrongWay(file, room, target) {
  if (!target.startsWith("src/")) return "reaches out of src/: move what it needs into a room";
  const there = roomOf(target);
  if (there === room) {
    if (room !== "faces" || faceOf(target) === null || faceOf(target) === faceOf(file)) return null;
    if (OPENS.get(file) === faceOf(target)) return null;
    return "imports another face: move what both need to src/faces/ itself, or into a room below";
  }
  if (faceOf(file) === "web") return "the planner knows the HTTP API alone: ask it over HTTP";
  if (there === null) return "imports the public API, which stands above it: import the room itself";
  if (room === "faces") return null;
  const allowed = MAY_IMPORT[room];
  if (allowed.includes(there) || allowed.some((entry) => target === `src/${entry}`)) return null;
  const list = allowed.length > 0 ? allowed.join(", ") : "nothing";
  return `imports ${there}, but ${room} may know ${list}: move the code to the room that it belongs to, or pass the value in`;
}

/** Imports against the order of the rooms, packages where they do not belong, and rooms that nobody has drawn. */
export function wrongWays(sources) {
  const faults = [];
  for (const { file, imports } of sources.values()) {
    const room = roomOf(file);
    if (room === null) continue;
    if (room !== "faces" && !MAY_IMPORT[room]) {
      const text = `room ${room} is not on the map: add it to docs/architecture.md and to MAY_IMPORT in scripts/house/imports.mjs`;
      faults.push({ file, line: 1, text });
      continue;
    }
    for (const { specifier, line, target } of imports) {
      const text = target === null ? strangePackage(file, room, specifier) : wrongWay(file, room, target);
      if (text !== null) faults.push({ file, line, text: `${specifier}: ${text}` });
    }
  }
  return faults;
}

function strangePackage(file, room, specifier) {
  if (room === "terms") return "terms stand on the ground and import nothing but each other: pass the value in";
  if (room === "faces") return null;
  const closed = ONLY_IN.find(({ packages }) => packages.test(specifier));
  if (!closed || closed.rooms.includes(room) || closed.files?.test(file)) return null;
  const where = [...closed.rooms, "faces"].join(" and ");
  return `${room} knows nothing of ${closed.what}: keep it in ${where}, and pass in what is needed`;
}

/** The oracles of test/ reach, over however many files, nothing of the code that they judge. */
export function oraclesApart(sources) {
  const faults = [];
  for (const { file, imports } of sources.values()) {
    if (!file.startsWith("test/oracles/")) continue;
    for (const { specifier, line, target } of imports) {
      const chain = target === null ? null : chainTo(sources, target, (f) => CHECKED_APART.includes(roomOf(f)));
      if (chain === null) continue;
      const text = `${specifier}: an oracle must share no code with what it judges, but this leads to ${chain.join(" → ")}: write it from the model page alone`;
      faults.push({ file, line, text });
    }
  }
  return faults;
}

/** The shortest way of imports from a file to one that is wanted, both included, or null. */
function chainTo(sources, start, wanted) {
  const before = new Map([[start, null]]);
  const queue = [start];
  for (const file of queue) {
    if (wanted(file)) {
      const chain = [];
      for (let at = file; at !== null; at = before.get(at)) chain.unshift(at);
      return chain;
    }
    for (const { target } of sources.get(file)?.imports ?? []) {
      if (target === null || before.has(target)) continue;
      before.set(target, file);
      queue.push(target);
    }
  }
  return null;
}

/** Files that import each other in a ring; each ring is told once, at the import that closes it. */
export function cycles(sources) {
  const faults = [];
  const state = new Map();
  const path = [];
  const visit = (file) => {
    state.set(file, "open");
    path.push(file);
    for (const { target, line } of sources.get(file)?.imports ?? []) {
      if (target === null || !sources.has(target)) continue;
      if (state.get(target) === "open") {
        const ring = [...path.slice(path.indexOf(target)), target].join(" → ");
        faults.push({ file, line, text: `import cycle ${ring}: move what they share to a file below both` });
      } else if (!state.has(target)) visit(target);
    }
    path.pop();
    state.set(file, "done");
  };
  for (const file of sources.keys()) if (!state.has(file)) visit(file);
  return faults;
}
