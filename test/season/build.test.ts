/** From the pool to a season: everything that planning may use is in it, and nothing else. */
import { expect, test } from "vitest";
import { InputError } from "../../src/model/index.js";
import { NO_AVAILABILITY } from "../../src/pool/availability/index.js";
import { saveAvailability, saveBusy, saveSession, saveTrainer, withdrawConsent } from "../../src/pool/store/index.js";
import { buildSeason, exportedSeason, keepPlan, keptPlan } from "../../src/season/index.js";
import {
  auditor,
  consentTo,
  consentToExport,
  coordinator,
  fillWork,
  loose,
  officer,
  options,
  PLAN,
  parseSeason,
  standing,
  withPool,
  withSeason,
} from "./support.js";

const WHO = { organisation: "org1", name: "n", contact: "c" };

test("the season has the pool's people and work as the model accepts them", async () => {
  await withSeason((store) => {
    const expected = loose();
    expected.pairs = [];
    expected.places = expected.places.filter(({ id }) =>
      JSON.stringify([expected.trainers, expected.sessions]).includes(`"${id}"`),
    );
    // nobody but those with a role: t6 is never free, and stays
    expect(standing(store)).toEqual(parseSeason(expected));
  });
});

test("without consent no background, language or trait is used, and whoever has no role left is not in it", async () => {
  await withPool((store) => {
    const season = loose();
    fillWork(store, season);
    const t2 = season.trainers[1];
    if (t2 === undefined) throw new Error("no t2");
    saveTrainer(store, officer, WHO, { ...t2, limits: { ...t2.limits, ownCommunityKm: 0 } });
    consentTo(store, "t1", "matching");
    consentTo(store, "t2", "matching");
    withdrawConsent(store, officer, "t2", "backgrounds", "matching");
    const built = buildSeason(store, coordinator, options());
    const byId = new Map(built.season.trainers.map((trainer) => [trainer.id, trainer]));
    expect(byId.get("t2")).toMatchObject({ roles: ["lived"], backgrounds: [], languages: ["q-nl"] });
    // professionals stay by their role, which tells nothing of a special category; those with lived experience alone go
    expect([...byId.keys()]).toEqual(["t1", "t2", "t3", "t4", "t5"]);
    expect(byId.get("t4")).toMatchObject({ roles: ["actor"], backgrounds: [], languages: [] });
    expect(built.withheld).toBe(1);
  });
});

test("availability is what she said, less her own calendar and what is held for others", async () => {
  await withSeason((store) => {
    const weekly = [{ days: ["tue" as const], parts: ["day" as const], from: null, to: null, everyWeeks: 1 }];
    const holds = [
      { offer: "another", start: "2027-03-09T09:00", end: "2027-03-09T12:00", until: "2027-02-01T00:00:00Z" },
      { offer: "small", start: "2027-03-09T13:00", end: "2027-03-09T14:00", until: "2027-02-01T00:00:00Z" },
      { offer: "another", start: "2027-03-23T09:00", end: "2027-03-23T12:00", until: "2026-12-01T00:00:00Z" },
    ];
    const t5 = { ...loose().trainers[4], available: [["2027-03-03T09:00", "2027-03-03T12:00"]] };
    saveTrainer(store, officer, { organisation: "org1", name: "n", contact: "c" }, t5);
    saveAvailability(store, officer, "t5", { ...NO_AVAILABILITY, weekly, holds });
    saveBusy(store, officer, "t5", [["2027-03-02T08:00", "2027-03-02T10:00"]]);
    const { season } = buildSeason(store, coordinator, options());
    expect(season.trainers.find(({ id }) => id === "t5")?.available).toEqual([
      ["2027-03-02T00:00", "2027-03-02T08:00"],
      ["2027-03-02T10:00", "2027-03-03T00:00"],
      ["2027-03-03T09:00", "2027-03-03T12:00"],
      ["2027-03-09T00:00", "2027-03-09T09:00"],
      ["2027-03-09T12:00", "2027-03-10T00:00"],
      ["2027-03-16T00:00", "2027-03-17T00:00"],
      ["2027-03-23T00:00", "2027-03-24T00:00"],
      ["2027-03-30T00:00", "2027-03-31T00:00"],
    ]);
  });
});

test("sessions without a date in the period stay out, and a series of which one is left", async () => {
  await withSeason((store) => {
    const built = buildSeason(store, coordinator, options({ from: "2027-03-10" }));
    expect(built.undated).toEqual(["s1", "s2"]);
    expect(built.brokenSeries).toEqual(["r1"]);
    expect(built.season.series).toEqual([]);
    expect(
      buildSeason(store, coordinator, options({ programmes: ["g1"] })).season.sessions.map(({ id }) => id),
    ).toEqual(["s1", "s2"]);
  });
});

test("a fixed team that does not hold is let go of and told", async () => {
  await withSeason((store) => {
    const session = loose().sessions.find(({ id }) => id === "s4");
    const team = [{ seat: "professional", trainer: "t3" }];
    // s4 excludes t3: saved so by somebody who did not know
    saveSession(store, officer, "cl", { ...session, pinned: { slot: 0, team } });
    const built = buildSeason(store, coordinator, options());
    // Which of her own rules it is, stays hers; that she lives too far away does not.
    expect(built.released).toEqual([
      { session: "s4", faults: [{ trainer: "t3", expected: expect.stringContaining("excludes, exposure") }] },
    ]);
    const t3 = loose().trainers.find(({ id }) => id === "t3");
    const far = t3?.home === "p1" ? "p2" : "p1";
    const contact = { organisation: "org1", name: "n", contact: "c" };
    saveTrainer(store, officer, contact, { ...t3, limits: { ...t3?.limits, travelKm: 0 } });
    saveSession(store, officer, "cl", { ...session, excludes: [], place: far, pinned: { slot: 0, team } });
    const [again] = buildSeason(store, coordinator, options()).released;
    expect(again?.faults.map(({ trainer }) => trainer)).toEqual(["t3"]);
    expect(again?.faults[0]?.expected).toContain("travelKm");
    expect(built.season.sessions.find(({ id }) => id === "s4")?.pinned).toBeNull();
  });
});

test("a place to avoid that nobody knows is refused: a coordinator is not told whose, an officer is", async () => {
  await withSeason((store) => {
    const t3 = { ...loose().trainers[2], avoidPlaces: ["q-nowhere"] };
    saveTrainer(store, officer, { organisation: "org1", name: "n", contact: "c" }, t3);
    const refusal = (build: () => unknown): InputError => {
      try {
        build();
      } catch (error) {
        if (error instanceof InputError) return error;
      }
      throw new Error("it was built");
    };
    const told = JSON.stringify(refusal(() => buildSeason(store, coordinator, options())).issues);
    expect(told).toContain("what keeps trainers safe");
    expect(told).not.toMatch(/t3|q-nowhere|avoidPlaces/);
    const all = JSON.stringify(refusal(() => buildSeason(store, officer, options())).issues);
    expect(all).toContain("t3");
    expect(all).not.toContain("q-nowhere");
  });
});

test("a season built anew keeps its plans, whose dates stay what they were", async () => {
  await withSeason((store) => {
    keepPlan(store, coordinator, "first", "small", PLAN, 0);
    const s4 = loose().sessions.find(({ id }) => id === "s4");
    const [a, b] = s4?.slots ?? [];
    saveSession(store, officer, "cl", { ...s4, slots: [b, [["2027-03-17T10:00", "2027-03-17T13:00"]], a] });
    buildSeason(store, coordinator, options());
    const kept = keptPlan(store, coordinator, "first");
    expect(kept.plan.assignments.map(({ session, slot }) => [session, slot])).toEqual([["s4", 0]]);
    expect(kept.season.sessions.find(({ id }) => id === "s4")?.slots[0]).toEqual(b);
    saveSession(store, officer, "cl", { ...s4, slots: [a] });
    buildSeason(store, coordinator, options());
    expect(keptPlan(store, coordinator, "first").plan.assignments).toEqual([]);
  });
});

test("only a safety officer takes a season out, with what is consented to be exported", async () => {
  await withSeason((store) => {
    for (const actor of [coordinator, auditor]) expect(() => exportedSeason(store, actor, "small")).toThrow(/may not/);
    consentToExport(store, "t2");
    const out = exportedSeason(store, officer, "small");
    expect(out.trainers.map(({ id, backgrounds }) => [id, backgrounds])).toEqual([
      ["t1", []],
      ["t2", ["q-turkish", "q-sunni"]],
      ["t3", []],
      ["t4", []],
      ["t5", []],
    ]);
    expect(out.trainers.find(({ id }) => id === "t2")?.avoidPlaces).toEqual(["p3"]);
  });
});
