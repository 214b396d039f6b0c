/** A season made anew keeps to the programmes that it was made of, and tells what comes and goes before it is done. */
import { expect, test } from "vitest";
import { choiceOf, type Store, saveProgramme, saveSession, versionOf } from "../../src/pool/store/index.js";
import { type Built, buildSeason, keepPlan } from "../../src/season/index.js";
import { coordinator, officer, options, PLAN, sessionOf, standing, withSeason } from "./support.js";

const idsOf = ({ season }: Built): string[] => season.sessions.map(({ id }) => id);
const rowOf = ({ programmes }: Built, wanted: string | null) =>
  programmes.find(({ programme }) => programme === wanted);

/** A programme that came later, with a session in the period. */
function comesLater(store: Store): void {
  saveProgramme(store, officer, "cl", { id: "g2", budget: 900 });
  saveSession(store, officer, "cl", { ...sessionOf("s5"), id: "s9", programme: "g2" });
}

test("a season of one programme stays one of that programme; the others are told", async () => {
  await withSeason((store) => {
    expect(idsOf(buildSeason(store, coordinator, options({ programmes: ["g1"] })))).toEqual(["s1", "s2"]);
    comesLater(store);
    const again = buildSeason(store, coordinator, options());
    expect(idsOf(again)).toEqual(["s1", "s2"]);
    expect(again.choice).toEqual(["g1"]);
    expect(again.programmes.map(({ programme, isIn, sessions }) => [programme, isIn, sessions])).toEqual([
      ["g1", true, 2],
      ["g2", false, 1],
      [null, false, 3],
    ]);
    // chosen otherwise, it is that from then on
    const more = buildSeason(store, coordinator, options({ programmes: ["g1", "g2"] }));
    expect(rowOf(more, "g2")).toMatchObject({ isIn: true, came: ["s9"], left: [] });
    expect(buildSeason(store, coordinator, options()).choice).toEqual(["g1", "g2"]);
    expect(idsOf(buildSeason(store, coordinator, options({ programmes: [null] })))).toEqual(["s3", "s4", "s5"]);
  });
});

test("a season of all takes in what comes later, and says so", async () => {
  await withSeason((store) => {
    comesLater(store);
    const built = buildSeason(store, coordinator, options());
    expect(built).toMatchObject({ choice: "all", isNew: false });
    expect(rowOf(built, "g2")).toEqual({ programme: "g2", isIn: true, sessions: 1, came: ["s9"], left: [] });
    expect(idsOf(built)).toContain("s9");
    // what it had does not come
    expect(rowOf(built, "g1")).toMatchObject({ sessions: 2, came: [] });
    // of all it stays, though for a while it had sessions of one programme alone
    expect(idsOf(buildSeason(store, coordinator, options({ to: "2027-03-10" })))).toEqual(["s1", "s2"]);
    expect(buildSeason(store, coordinator, options()).choice).toBe("all");
  });
});

test("a dry run tells what would come of it, lost teams too, and keeps nothing", async () => {
  await withSeason((store) => {
    keepPlan(store, coordinator, "first", "small", PLAN, 0);
    const [before, version] = [standing(store), versionOf(store, "seasons", "small")];
    const wanted = options({ programmes: ["g1"] });
    const tried = buildSeason(store, coordinator, { ...wanted, dryRun: true });
    expect(rowOf(tried, null)).toMatchObject({ isIn: false, left: ["s3", "s4", "s5"] });
    expect(tried.shrunk).toEqual([{ plan: "first", lost: 1 }]);
    expect([standing(store), versionOf(store, "seasons", "small")]).toEqual([before, version]);
    // what is done then is what was told
    expect(buildSeason(store, coordinator, wanted)).toEqual(tried);
    expect(idsOf(buildSeason(store, coordinator, options()))).toEqual(["s1", "s2"]);
  });
});

test("of a season from before that was kept, its own sessions tell what it was made of", async () => {
  await withSeason((store) => {
    const forget = (): unknown => store.db.prepare("DELETE FROM season_choice").run();
    comesLater(store);
    buildSeason(store, coordinator, options({ programmes: ["g1"] }));
    forget();
    expect(buildSeason(store, coordinator, options()).choice).toEqual(["g1"]);
    // sessions that belong to no programme are in a season of all alone
    buildSeason(store, coordinator, options({ programmes: "all" }));
    forget();
    expect(buildSeason(store, coordinator, options()).choice).toBe("all");
  });
});

test("a programme that the pool does not have is refused by its place, and the season stays as it was", async () => {
  await withSeason((store) => {
    const before = [standing(store), versionOf(store, "seasons", "small"), choiceOf(store, "small")];
    for (const dryRun of [true, false])
      expect(() => buildSeason(store, coordinator, options({ programmes: ["g1", "nope", null], dryRun }))).toThrow(
        expect.objectContaining({
          issues: [{ path: "programmes[1]", expected: expect.stringContaining("no such programme"), value: '"nope"' }],
        }),
      );
    expect([standing(store), versionOf(store, "seasons", "small"), choiceOf(store, "small")]).toEqual(before);
  });
});
