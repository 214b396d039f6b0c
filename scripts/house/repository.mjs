/** What holds for files whatever they contain: their size, and that nothing ties the repository to one machine. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { filesUnder } from "./sources.mjs";

const MAX_LINES = 300;
const SIZED = ["src", "test", "bench", "scripts"];
const READ = [...SIZED, "data", "docs", ".ci"];
const AT_ROOT = [
  "README.md",
  "CHANGELOG.md",
  "package.json",
  "tsconfig.json",
  "tsconfig.build.json",
  "vitest.config.ts",
  "biome.json",
  ".npmrc",
];
const MAX_BYTES = 2_000_000;
/** Written in parts, so that this file does not refuse itself. */
const MACHINE_PATH = new RegExp(`(^|[\\s"'\`(=:,>])/(${["work", "root", "home", "Users"].join("|")})/[\\w.-]`);
/** A neighbour of the checkout. Continuous integration alone may look for one, and must do without. */
const NEIGHBOUR = new RegExp(`\\.\\./${"shared"}/`);
const NEIGHBOUR_ALLOWED = new Set([".ci/run"]);

const linesOf = (text) => (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");

function textOf(root, file) {
  const path = join(root, file);
  if (statSync(path).size > MAX_BYTES) return "";
  const text = readFileSync(path, "utf8");
  return text.includes("\0") ? "" : text;
}

function fileFaults(file, text, sized) {
  const faults = [];
  const lines = linesOf(text);
  if (sized && lines.length > MAX_LINES) {
    const what = `${lines.length} lines, more than ${MAX_LINES}: split it by concern`;
    faults.push({ file, line: MAX_LINES + 1, text: what });
  }
  for (const [index, line] of lines.entries()) {
    if (MACHINE_PATH.test(line)) {
      faults.push({
        file,
        line: index + 1,
        text: "names a path of one machine: take it from an option, or from where the file stands",
      });
    }
    if (NEIGHBOUR.test(line) && !NEIGHBOUR_ALLOWED.has(file)) {
      faults.push({ file, line: index + 1, text: "reaches beside the checkout: take the path from an option" });
    }
  }
  return faults;
}

/** The lock file and npm's settings name no registry: whoever installs takes the one that is set there. */
function registryFaults(root) {
  const faults = [];
  const look = (file, pattern, text) => {
    if (!existsSync(join(root, file))) return;
    for (const [index, line] of linesOf(readFileSync(join(root, file), "utf8")).entries()) {
      if (pattern.test(line)) faults.push({ file, line: index + 1, text });
    }
  };
  look(
    "package-lock.json",
    /"resolved":\s*"[a-z+]+:\/\//,
    "names a registry: run npm install with omit-lockfile-registry-resolved=true in .npmrc",
  );
  look(".npmrc", /^\s*(@[^:]+:)?registry\s*=/, "names a registry: leave it to whoever installs");
  return faults;
}

/** Files too long, paths of one machine, and registries. */
export function repositoryFaults(root) {
  const files = READ.flatMap((folder) => filesUnder(root, folder));
  const rooted = AT_ROOT.filter((file) => existsSync(join(root, file)));
  const faults = [...files, ...rooted].flatMap((file) => {
    const sized = SIZED.includes(file.split("/")[0]) && !basename(file).endsWith(".json");
    return fileFaults(file, textOf(root, file), sized);
  });
  return [...faults, ...registryFaults(root)];
}
