/** What a reader without the right learns of the kinds, and of the pool through them. */
import { describe, expect, test } from "vitest";
import type { Season, Session, Trainer } from "../../src/model/types.js";
import { count } from "../support/counts.js";
import { tinySeason } from "../support/tiny-season.js";
import { wall } from "../support/tiny-world.js";
import { recruits, timeless } from "./recruiting.js";

describe("a reader without the right", () => {
  test("sees languages, backgrounds and traits that her own sessions ask for, and no others", async () => {
    let hidden = 0;
    for (let seed = 0; seed < count(8, 200); seed++) {
      const season = tinySeason(seed, { trainers: 5 });
      const [mine] = season.sessions.map(({ id }) => id);
      const full = await recruits(season);
      const redacted = await recruits(season, { view: "redacted", readersSessions: [mine ?? ""] });
      const asked = tagsOf(season.sessions.find(({ id }) => id === mine));
      expect(redacted.base.costs).not.toHaveProperty("background");
      redacted.kinds.forEach(({ trainer, R }, i) => {
        expect(R.costs).not.toHaveProperty("background");
        const all = full.kinds[i]?.trainer;
        for (const field of ["backgrounds", "languages", "traits"] as const) {
          const shown = all?.[field].filter((tag) => asked[field].has(tag)) ?? [];
          expect(trainer[field], `seed ${seed}`).toEqual(shown);
          hidden += (all?.[field].length ?? 0) - shown.length;
        }
        expect({ ...trainer, backgrounds: [], languages: [], traits: [] }).toEqual({
          ...all,
          backgrounds: [],
          languages: [],
          traits: [],
        });
      });
    }
    expect(hidden).toBeGreaterThan(0);
  });

  test("cannot tell for which reason of her own a trainer does not come", async () => {
    for (let seed = 0; seed < count(6, 1000); seed++) {
      const answers = new Set<string>();
      for (const season of worlds(seed))
        answers.add(timeless(await recruits(season, { view: "redacted", readersSessions: ["s1"] })));
      expect(answers.size, `seed ${seed}`).toBe(1);
    }
  });
});

/** The tags that a session's needs name. */
function tagsOf(session: Session | undefined): Record<"backgrounds" | "languages" | "traits", Set<string>> {
  return {
    backgrounds: new Set(session?.communities.flatMap(({ backgrounds }) => backgrounds)),
    languages: new Set(session?.languages.map(({ id }) => id)),
    traits: new Set(session?.traits.map(({ id }) => id)),
  };
}

/** One season several times: each time another rule, of the trainer's own, keeps the first one from the first session. */
function worlds(seed: number): Season[] {
  const season = tinySeason(seed, { trainers: 5, sessions: 3 });
  const [her, ...others] = season.trainers;
  if (!her) throw new Error("no trainer");
  const sessions = season.sessions.map(
    (session, i): Session => ({
      ...session,
      place: i === 0 ? "P4" : "P1",
      audience: [],
      slots: [[[wall(2 * i, 10), wall(2 * i, 12)]]],
      before: 0,
      after: 0,
      pinned: null,
      excludes: [],
      waivers: [],
    }),
  );
  const available = [0, 1, 2].map((i) => [wall(2 * i, 0), wall(2 * i, 24)] as const);
  const free: Trainer = { ...her, available, avoidPlaces: [], avoidTrainers: [] };
  const world = (trainer: Partial<Trainer>, first: Partial<Session> = {}): Season => ({
    ...season,
    trainers: [{ ...free, ...trainer }, ...others],
    sessions: sessions.map((session, i) => (i === 0 ? { ...session, ...first } : session)),
    series: [],
    published: [],
  });
  return [world({ available: available.slice(1) }), world({ avoidPlaces: ["P4"] }), world({}, { excludes: [her.id] })];
}
