/**
 * A program that writes until it is killed, for the tests: `node writer.mjs DIST FILE LEDGER KEY FROM PAUSE`. Each transaction saves
 * one trainer with all her sensitive fields; once it is committed, its number is written to standard output. PAUSE is in ms.
 */
import { writeSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [dist, file, ledger, key, from, pause] = process.argv.slice(2);
const { openStore, saveTrainer } = await import(pathToFileURL(path.join(dist, "src/pool/store/index.js")).href);
const store = openStore(file, {
  key: key === "" ? null : Buffer.from(key, "hex"),
  now: () => new Date().toISOString(),
  ledger,
});
const still = new Int32Array(new SharedArrayBuffer(4));
const tags = Array.from({ length: 40 }, (_, i) => `tag-${i}`);
for (let n = Number(from); ; n++) {
  const trainer = {
    id: `w${n}`,
    roles: ["lived"],
    backgrounds: tags,
    languages: tags,
    traits: tags,
    expertise: {},
    home: "p1",
    available: [],
    discouraged: [],
    limits: { perDay: 1, perWeek: 1, perSeason: 1, restDays: 0, travelKm: 1, ownCommunityKm: n, exposure: { law: n } },
    share: { min: 0, max: 1 },
    avoidPlaces: tags,
    avoidTrainers: tags,
    ratePerHour: n,
  };
  const actor = { id: "writer", role: "safetyOfficer" };
  saveTrainer(store, actor, { organisation: "org1", name: `Name ${n}`, contact: `${n}` }, trainer);
  writeSync(1, `${n}\n`);
  if (Number(pause) > 0) Atomics.wait(still, 0, 0, Number(pause));
}
