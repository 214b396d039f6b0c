/**
 * Makes data/demo/pool/: the demo season as the spreadsheets that a coordinator and a safety officer would have filled in.
 * Run after a build: node scripts/make-demo-pool.mjs
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { readChoices } from "../dist/src/faces/cli/data-files.js";
import { NO_AVAILABILITY } from "../dist/src/pool/availability/index.js";
import { recordsCsv } from "../dist/src/pool/exchange/index.js";
import { NO_VENUE, NO_WISHES } from "../dist/src/pool/store/index.js";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const out = path.join(root, "data/demo/pool");
const season = JSON.parse(readFileSync(path.join(root, "data/demo/season.json"), "utf8"));
const OWN = "alliantie";
const PROTECTION = ["exposure", "ownCommunityKm", "avoidPlaces", "avoidTrainers"];
const places = new Map(season.places.map(({ id, name }) => [id, name]));
const clientOf = (session) => (session.place === null ? null : `c-${session.place.toLowerCase()}`);

const clients = [...new Set(season.sessions.map(clientOf))].filter((id) => id !== null).sort();
const records = {
  organisation: [{ id: OWN, name: "Alliantie Verandering van Binnenuit" }],
  trainer: season.trainers.map((trainer, i) => ({
    organisation: OWN,
    name: `Trainer ${String(i + 1).padStart(2, "0")}`,
    contact: `${trainer.id}@example.org`,
    trainer,
    availability: NO_AVAILABILITY,
    wishes: i % 4 === 0 ? { ...NO_WISHES, mayBeNamed: true } : NO_WISHES,
    consents: { matching: ["roles", "backgrounds", "languages", "traits"] },
  })),
  client: clients.map((id) => ({
    id,
    name: `Gemeente ${places.get(id.slice(2).toUpperCase())}`,
    contacts: [
      { name: "Beleidsmedewerker", task: "contact voor het programma", email: `${id}@example.org`, phone: null },
    ],
  })),
  local: [],
  programme: season.programmes.map(({ id, budget }) => {
    const session = season.sessions.find(({ programme }) => programme === id);
    return { id, budget, client: session === undefined ? null : clientOf(session) };
  }),
  session: season.sessions.map((session, i) => ({
    client: clientOf(session),
    session,
    venue:
      i % 3 === 0 && session.place !== null
        ? {
            ...NO_VENUE,
            venue: "Buurthuis De Brug, zaal 2",
            contact: "de beheerder",
            arrival: "Ingang aan de achterzijde.",
          }
        : NO_VENUE,
  })),
  series: season.series,
};

rmSync(out, { recursive: true, force: true });
const choices = await readChoices();
const write = (folder, shows, showsSheet, records) => {
  mkdirSync(path.join(out, folder), { recursive: true });
  for (const [sheet, text] of recordsCsv(records, { lang: "nl", choices, withheld: new Map(), shows, showsSheet }))
    writeFileSync(path.join(out, folder, `${sheet}.csv`), text);
};
const guarded = ({ special }) => PROTECTION.includes(special) || special === "excludes";
write(
  "coordinator",
  (column) => !guarded(column),
  () => true,
  records,
);
const isCode = ({ path: at }) => at === "id";
const protectedOnes = season.trainers.filter(
  ({ limits, avoidPlaces, avoidTrainers }) =>
    Object.keys(limits.exposure).length + limits.ownCommunityKm + avoidPlaces.length + avoidTrainers.length > 0,
);
write(
  "safety-officer",
  (column) => isCode(column) || (guarded(column) && column.special !== "excludes"),
  (key) => key === "trainers",
  { ...records, trainer: records.trainer.filter(({ trainer }) => protectedOnes.includes(trainer)) },
);
