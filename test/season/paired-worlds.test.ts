/**
 * Over the database, a coordinator of another organisation cannot tell why somebody does not come: what a season's building says,
 * its suggestions, explanations, verdicts and overviews are the same bytes in two pools alike but for the rule.
 */
import { describe, expect, test } from "vitest";
import { AdviceDesk } from "../../src/faces/http/advice-ops.js";
import type { Season } from "../../src/model/types.js";
import { closeStore, createStore, type Store, saveOrganisation, saveTrainer } from "../../src/pool/store/index.js";
import { buildSeason, keepPlan, keptPlan, listSeasons } from "../../src/season/index.js";
import { banTheSame, haveTeamsAlike, pairOfWorlds, SECRETS, type Worlds } from "../advice/paired-worlds.js";
import { inFolder, optionsIn } from "../pool/support.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { consentTo, fillWork, officer, other, WHO } from "./support.js";

/** A pool that builds the season, whose trainers are all of the other organisation than the reader's. */
function fillWith(store: Store, season: Season): void {
  saveOrganisation(store, officer, "org1", "Organisation one");
  saveOrganisation(store, officer, "org2", "Organisation two");
  // Whom they avoid comes after them: all are there before anybody names another.
  for (const trainer of season.trainers) {
    saveTrainer(store, officer, WHO, { ...trainer, avoidTrainers: [] });
    consentTo(store, trainer.id, "matching");
  }
  for (const trainer of season.trainers) saveTrainer(store, officer, WHO, trainer);
  fillWork(store, season);
}

const facts = { choices: {} } as ConstructorParameters<typeof AdviceDesk>[0];

/** All that she is told of one of the two. */
async function told(
  season: Season,
  { plan, session }: Worlds,
  isLocal: boolean,
): Promise<{ made: Season; lines: string[] }> {
  return inFolder(async (folder) => {
    const store = createStore(`${folder}/pool.db`, optionsIn(folder));
    try {
      fillWith(store, season);
      const { id, from, to, timeZone, weights, places } = season;
      const now = Date.parse("2027-01-01T00:00:00Z");
      const built = buildSeason(store, other, { id, from, to, timeZone, weights, places, programmes: null, now });
      const { season: made, released, ...rest } = built;
      const lines = [JSON.stringify(rest), JSON.stringify(listSeasons(store, other))];
      if (!isLocal) lines.push(JSON.stringify(released));
      // A pin that was let go changes what the season asks: the plan is kept as far as it stands.
      keepPlan(store, other, "first", id, plan, 0);
      const desk = new AdviceDesk(facts);
      const ask = async (op: "suggestions" | "explanations" | "checks" | "overviews", body: object): Promise<void> => {
        const bytes = new TextEncoder().encode(JSON.stringify({ season: id, plan: "first", ...body }));
        lines.push(JSON.stringify(await desk.answer(op, { actor: other, store }, bytes)));
      };
      for (const one of isLocal ? [session] : made.sessions.map((known) => known.id)) {
        await ask("suggestions", { session: one, top: 20 });
        await ask("explanations", { session: one });
        for (const { id: trainer } of made.trainers) await ask("explanations", { session: one, trainer });
      }
      lines.push(JSON.stringify(keptPlan(store, other, "first").verdict.violations));
      if (!isLocal) {
        await ask("checks", {});
        await ask("overviews", {});
      }
      return { made, lines };
    } finally {
      closeStore(store);
    }
  });
}

describe("paired worlds over the database", () => {
  const pairs = count(3, 60);
  test.each(SECRETS)(`kept away by %s or by availability: the same bytes, ${pairs} pairs`, async (rule) => {
    let found = 0;
    for (let seed = 0; found < pairs && seed < 40_000; seed++) {
      const worlds = pairOfWorlds(seed, rule, new Random(seed));
      if (worlds === null) continue;
      const isLocal = rule === "exposure";
      const [secret, plain] = [await told(worlds.secret, worlds, isLocal), await told(worlds.plain, worlds, isLocal)];
      // Times of hers that touch are one in the pool, and then hold more than each: the pair is none any more.
      const built = { ...worlds, secret: secret.made, plain: plain.made };
      if (!isLocal && !(haveTeamsAlike(secret.made, plain.made) && banTheSame(built))) continue;
      found++;
      expect(secret.lines, `seed ${seed}`).toEqual(plain.lines);
    }
    expect(found).toBe(pairs);
  });
});
