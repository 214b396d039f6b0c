/** The demo season with a canary in every sensitive field of a trainer, in a pool: whoever may not know it is not to find one. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { readSeason } from "../../src/model/parse.js";
import type { Season, Trainer } from "../../src/model/types.js";
import {
  type Actor,
  giveConsent,
  SENSITIVE_FIELDS,
  type Store,
  saveClient,
  saveOrganisation,
  saveProgramme,
  saveSeries,
  saveSession,
  saveTrainer,
  saveWishes,
} from "../../src/pool/store/index.js";

const DEMO = path.resolve(import.meta.dirname, "../../data/demo/season.json");
const officer: Actor = { id: "o1", role: "safetyOfficer" };

/** By field: what stands in it and nowhere else, and how it would read in a text. */
export const CANARIES: Readonly<Record<(typeof SENSITIVE_FIELDS)[number], readonly string[]>> = {
  // a role is what she is assigned for, and bookings are no secret: it has no canary
  roles: [],
  backgrounds: ["kanarie-achtergrond"],
  languages: ["kanarie-taal"],
  traits: ["kanarie-kenmerk"],
  exposure: ["kanarie-thema", "4141"],
  ownCommunityKm: ["4242"],
  avoidPlaces: ["GM0088", "Schiermonnikoog"],
  avoidTrainers: [],
};
/** What backgrounds cost would tell of them. */
export const TELLS_BACKGROUNDS = /"background":|backgrounds that the team|\bbackground {2,}/;

/** The demo season with canaries in everybody who has lived experience. */
export function withCanaries(): Season {
  const season = readSeason(readFileSync(DEMO));
  const trainers = season.trainers.map((trainer): Trainer => {
    if (!trainer.roles.includes("lived")) return trainer;
    return {
      ...trainer,
      backgrounds: [...trainer.backgrounds, "kanarie-achtergrond"],
      languages: [...trainer.languages, "kanarie-taal"],
      traits: [...trainer.traits, "kanarie-kenmerk"],
      avoidPlaces: [...trainer.avoidPlaces, "GM0088"],
      limits: { ...trainer.limits, exposure: { ...trainer.limits.exposure, "kanarie-thema": 4141 } },
    };
  });
  // one who lives far from everybody, so that km say nothing
  const [first, ...rest] = trainers as [Trainer, ...Trainer[]];
  return { ...season, trainers: [{ ...first, limits: { ...first.limits, ownCommunityKm: 4242 } }, ...rest] };
}

/** Puts that season in a pool: its trainers are of the organisation `own`, its work is for the client `cl`. */
export function fillCanaries(store: Store, season: Season = withCanaries()): void {
  saveOrganisation(store, officer, "own", "Own");
  saveClient(store, officer, "cl", "Client");
  for (const trainer of season.trainers) {
    saveTrainer(store, officer, { organisation: "own", name: `Naam ${trainer.id}`, contact: "06" }, trainer);
    for (const field of SENSITIVE_FIELDS) giveConsent(store, officer, trainer.id, field, "matching");
    saveWishes(store, officer, trainer.id, { mayBeNamed: false, mayBePhotographed: false, limits: null });
  }
  for (const programme of season.programmes) saveProgramme(store, officer, "cl", programme);
  for (const session of season.sessions) saveSession(store, officer, "cl", session);
  for (const series of season.series) saveSeries(store, officer, series);
}
