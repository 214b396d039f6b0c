/** `npm run bench:generate -- …`: see README.md. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { readSeason } from "../../src/model/index.js";
import { runBench } from "../options.js";
import { readOptions, usage } from "./options.js";
import { generateSeason } from "./season.js";

function main(args: readonly string[]): void {
  const { name, size, count, seed: first, out, fixed } = readOptions(args);
  mkdirSync(out, { recursive: true });
  for (let seed = first; seed < first + count; seed++) {
    const id = `gen-${name}-${seed}`;
    const file = gzipSync(`${JSON.stringify(generateSeason(id, size, seed, fixed))}\n`);
    // A season that the project refuses is a fault of the generator and must never reach a bench.
    const { trainers, sessions, published } = readSeason(file);
    writeFileSync(join(out, `${id}.json.gz`), file);
    const pinned = sessions.filter(({ pinned }) => pinned !== null).length;
    process.stdout.write(
      `${id}: ${trainers.length} trainers, ${sessions.length} sessions, ${published.length} published, ${pinned} pinned\n`,
    );
  }
}

await runBench((args) => {
  if (args.includes("--help")) process.stdout.write(usage());
  else main(args);
});
