/** Each kind of edit by hand on the small season, and everything that is refused of a file of edits or scenarios. */
import { describe, expect, it } from "vitest";
import {
  applyEdits,
  applyScenarios,
  type Edit,
  type InputIssue,
  type Plan,
  parseEdits,
  parseScenarios,
  parseSeason,
  readEdits,
  type Season,
} from "../../src/model/index.js";
import { smallSeason } from "../support/small-season.js";
import { refusals, told } from "./breaking.js";

const SEASON: Season = parseSeason(smallSeason());
const PLAN: Plan = {
  format: "koppel-plan/1",
  season: "small",
  assignments: [
    { session: "s4", slot: 1, team: [{ seat: "professional", trainer: "t1" }] },
    { session: "s5", slot: 1, team: [{ seat: "professional", trainer: "t3" }] },
  ],
  cost: 5,
  bound: 1,
};

const file = (...edits: unknown[]): unknown => ({ format: "koppel-edits/1", edits });
/** Applies edits that went through the reader, as those of a file do. */
const apply = (...edits: Edit[]) => applyEdits(SEASON, PLAN, parseEdits(file(...edits)).edits);
const sessionOf = (season: Season, id: string) => season.sessions.find((session) => session.id === id);
const faultsOf = (...edits: Edit[]): readonly InputIssue[] => refusals(() => apply(...edits));
const pathsOf = (issues: readonly InputIssue[]): string[] => issues.map(({ path }) => path);

describe("each kind of edit", () => {
  it("remove-trainer: with every mention of her", () => {
    const { season, plan, removedTrainers, released } = apply({ edit: "remove-trainer", trainer: "t3" });
    expect(JSON.stringify(season)).not.toContain('"t3"');
    expect(season.published.find(({ session }) => session === "s5")?.team).toEqual([]);
    expect(sessionOf(season, "s2")?.pinned).toEqual({ slot: 0, team: [{ seat: "lived", trainer: "t2" }] });
    expect(plan).toEqual({ format: "koppel-plan/1", season: "small", assignments: [PLAN.assignments[0]] });
    expect({ removedTrainers, released }).toEqual({ removedTrainers: ["t3"], released: [] });
  });

  it("block-trainer: cut out of her times, days whole, and a pin that it breaks is released with what hangs on it", () => {
    const { season, released, blockedTrainers } = apply({
      edit: "block-trainer",
      trainer: "t1",
      from: "2027-03-01",
      to: "2027-03-02",
    });
    const { available } = season.trainers[0] ?? { available: [] };
    expect(available[0]).toEqual(["2027-03-03T08:00", "2027-03-03T22:00"]);
    // s2 follows s1 in its series: without the full pin ahead of it it could not hold.
    expect(released).toEqual(["s1", "s2"]);
    expect(blockedTrainers).toEqual(["t1"]);
    const noon = apply({ edit: "block-trainer", trainer: "t3", from: "2027-03-04T12:00", to: "2027-03-04T13:30" });
    expect(noon.season.trainers[2]?.available.slice(3, 5)).toEqual([
      ["2027-03-04T08:00", "2027-03-04T12:00"],
      ["2027-03-04T13:30", "2027-03-04T22:00"],
    ]);
    expect(noon.tightens).toBe(true);
  });

  it("add-trainer and change-trainer: each field replaced whole", () => {
    const [t1] = SEASON.trainers;
    if (t1 === undefined) throw new Error("the small season has trainers");
    const { season, addedTrainers, changedTrainers } = apply(
      { edit: "add-trainer", trainer: { ...t1, id: "t7" } },
      { edit: "change-trainer", trainer: "t7", set: { expertise: { talk: 3 }, ratePerHour: 90 } },
      { edit: "change-trainer", trainer: "t5", set: { home: "p1" } },
    );
    expect(season.trainers.at(-1)).toEqual({ ...t1, id: "t7", expertise: { talk: 3 }, ratePerHour: 90 });
    expect(season.trainers[4]?.home).toBe("p1");
    expect({ addedTrainers, changedTrainers }).toEqual({ addedTrainers: ["t7"], changedTrainers: ["t5"] });
  });

  it("change-session: pins, published plan and plan follow the slot with the same parts", () => {
    const slots = sessionOf(SEASON, "s3")?.slots ?? [];
    const moved = apply({ edit: "change-session", session: "s3", set: { slots: [slots[1] ?? [], slots[0] ?? []] } });
    expect(sessionOf(moved.season, "s3")?.pinned?.slot).toBe(0);
    expect(moved.slots.get("s3")).toEqual([1, 0]);
    const gone = apply(
      { edit: "change-session", session: "s4", set: { slots: [sessionOf(SEASON, "s4")?.slots[0] ?? []] } },
      { edit: "change-session", session: "s3", set: { slots: [slots[0] ?? []] } },
    );
    expect(gone.season.published[0]).toMatchObject({ session: "s4", slot: null });
    expect(gone.plan?.assignments.map(({ session }) => session)).toEqual(["s5"]);
    expect(gone.released).toEqual(["s3"]);
    expect(gone.comparable).toBe(false);
  });

  it("cancel-session: its series loses it, and goes when one is left", () => {
    const one = apply({ edit: "cancel-session", session: "s5" });
    expect(one.season.series[0]?.sessions).toEqual(["s1", "s2"]);
    expect(one.season.published.map(({ session }) => session)).toEqual(["s4"]);
    const two = apply({ edit: "cancel-session", session: "s5" }, { edit: "cancel-session", session: "s1" });
    expect(two.season.series).toEqual([]);
    expect(two.cancelledSessions).toEqual(["s5", "s1"]);
  });

  it("set-weight and set-budget, a factor rounded down", () => {
    const { season, comparable } = apply(
      { edit: "set-weight", weight: "fairness", value: 9 },
      { edit: "set-budget", programme: "g1", factor: 0.9995 },
    );
    expect(season.weights.fairness).toBe(9);
    expect(season.programmes).toEqual([{ id: "g1", budget: 1999 }]);
    expect(comparable).toBe(false);
    const exact = apply({ edit: "set-budget", programme: "g1", factor: 1.1 });
    expect(exact.season.programmes[0]?.budget).toBe(2200);
    expect(exact.comparable).toBe(true);
    expect(exact.tightens).toBe(false);
  });

  it("pin as it stands in the plan or as it is named, unpin, fix-slot, waive", () => {
    const { season, released } = apply(
      { edit: "pin", session: "s5" },
      { edit: "pin", session: "s4", slot: 0, team: [] },
      { edit: "unpin", session: "s3" },
      { edit: "waive", session: "s4", trainer: "t6", rule: "available" },
      { edit: "waive", session: "s4", trainer: "t6", rule: "available" },
    );
    expect(sessionOf(season, "s5")?.pinned).toEqual({ slot: 1, team: [{ seat: "professional", trainer: "t3" }] });
    expect(sessionOf(season, "s4")?.pinned).toEqual({ slot: 0, team: [] });
    expect(sessionOf(season, "s3")?.pinned).toBeNull();
    expect(sessionOf(season, "s4")?.waivers).toEqual([{ trainer: "t6", rule: "available" }]);
    expect(released).toEqual([]);
    const fixed = apply(
      { edit: "block-trainer", trainer: "t5", from: "2027-03-16", to: "2027-03-16" },
      { edit: "fix-slot", session: "s3", slot: 0 },
    );
    expect(sessionOf(fixed.season, "s3")?.pinned).toEqual({ slot: 0, team: [] });
    expect(fixed.released).toEqual(["s3"]);
  });

  it("a pin that an edit makes stands, and an older full pin that clashes with it makes way", () => {
    const team = [
      { seat: "professional", trainer: "t3" },
      { seat: "lived", trainer: "t4" },
    ] as const;
    const clash = [["2027-03-09T10:00", "2027-03-09T13:00"]] as const;
    const { released, season } = apply(
      { edit: "change-session", session: "s4", set: { slots: [clash], excludes: [] } },
      { edit: "pin", session: "s4", slot: 0, team },
    );
    expect(released).toEqual(["s2"]);
    expect(sessionOf(season, "s4")?.pinned?.team).toEqual(team);
  });
});

describe("what is refused", () => {
  it("tells every fault of the shape at once, at the edit's index and field", () => {
    const issues = refusals(() =>
      parseEdits(
        file(
          { edit: "remove", trainer: "t1" },
          { edit: "remove-trainer" },
          { edit: "block-trainer", trainer: "t1", from: "2027-03-09", to: "2027-03-02" },
          { edit: "set-weight", weight: "fairnes", value: -1 },
          { edit: "set-budget", programme: "g1" },
          { edit: "change-trainer", trainer: "t1", set: {} },
          { edit: "change-session", session: "s1", set: { id: "s9" } },
          7,
        ),
      ),
    );
    expect(pathsOf(issues)).toEqual([
      "edits[0].edit",
      "edits[1].trainer",
      "edits[3].weight",
      "edits[3].value",
      "edits[4]",
      "edits[5].set",
      "edits[6].set",
      "edits[7]",
      "edits[2].to",
    ]);
    expect(told(issues)).toContain("one of remove-trainer, block-trainer");
  });

  it("tells every edit that does not apply, at its field, with its value", () => {
    const issues = faultsOf(
      { edit: "remove-trainer", trainer: "t77" },
      { edit: "pin", session: "s4", slot: 5, team: [] },
      { edit: "pin", session: "s3", slot: 0 },
      { edit: "set-budget", programme: "g9", factor: 1 },
      { edit: "block-trainer", trainer: "t1", from: "2027-03-28T02:30", to: "2027-03-29" },
      { edit: "change-trainer", trainer: "t1", set: { home: "p77" } },
      { edit: "set-weight", weight: "unstaffed", value: 1_000_000_000 },
    );
    expect(pathsOf(issues)).toEqual([
      "edits[0].trainer",
      "edits[1].slot",
      "edits[2].team",
      "edits[3].programme",
      "edits[4].from",
      "edits[5].set.home",
    ]);
    expect(issues[0]).toMatchObject({ value: '"t77"', expected: "the id of a trainer of this season" });
    expect(issues[5]).toMatchObject({ value: '"p77"' });
  });

  it("refuses a pin of its own that cannot hold, at the member", () => {
    const wrong = { edit: "pin", session: "s5", slot: 0, team: [{ seat: "professional", trainer: "t5" }] } as const;
    expect(pathsOf(faultsOf(wrong))).toEqual(["edits[0].team[0]"]);
    // Its predecessors are pinned, and too near.
    const early = { edit: "pin", session: "s5", slot: 0, team: [{ seat: "professional", trainer: "t1" }] } as const;
    const slots = [[["2027-03-10T10:00", "2027-03-10T13:00"]]] as const;
    const issues = faultsOf({ edit: "change-session", session: "s5", set: { slots } }, early);
    expect(pathsOf(issues)).toEqual(["edits[1]"]);
    expect(issues[0]?.expected).toContain("rule order");
  });

  it("tells the faults of all scenarios, and doubled ids", () => {
    const scenario = (id: string, ...edits: unknown[]) => ({ id, edits });
    const bad = { edit: "cancel-session", session: "s99" };
    const scenarios = parseScenarios({
      format: "koppel-scenarios/1",
      scenarios: [scenario("a", bad), scenario("b"), scenario("c", { edit: "unpin", session: "s1" }, bad)],
    });
    const issues = refusals(() => applyScenarios(SEASON, null, scenarios));
    expect(pathsOf(issues)).toEqual(["scenarios[0].edits[0].session", "scenarios[2].edits[1].session"]);
    const doubled = { format: "koppel-scenarios/1", scenarios: [scenario("a"), scenario("a")] };
    expect(pathsOf(refusals(() => parseScenarios(doubled)))).toEqual(["scenarios[1].id"]);
  });

  it("refuses other files for their format alone, and bytes that are no JSON", () => {
    expect(refusals(() => parseEdits(smallSeason()))).toEqual([
      { path: "format", expected: '"koppel-edits/1"', value: '"koppel-season/1"' },
    ]);
    expect(pathsOf(refusals(() => parseSeason(file())))).toEqual(["format"]);
    expect(refusals(() => readEdits(Buffer.from("{")))).toHaveLength(1);
  });

  it("never shows a value of a special category, wherever it stands", () => {
    const [t1] = smallSeason().trainers;
    const [s1] = smallSeason().sessions;
    const special = {
      roles: ["q-role"],
      backgrounds: "q-1",
      languages: ["q-nl", "q-nl"],
      traits: 7,
      avoidPlaces: ["q-place"],
      avoidTrainers: "q-t",
      "q-key": 1,
    };
    const session = { communities: ["q-2"], languages: "q-3", traits: [{ id: "q-4" }], excludes: ["q-5", "q-5"] };
    const canaries = [
      { edit: "add-trainer", trainer: { ...t1, id: "t8", ...special } },
      { edit: "change-trainer", trainer: "t1", set: special },
      { edit: "change-trainer", trainer: "q-turkish", set: { limits: { exposure: { "q-honour": "q-6" } } } },
      { edit: "add-session", session: { ...s1, id: "s8", ...session } },
      { edit: "change-session", session: "s1", set: session },
      { edit: "pin", session: "s1", slot: 0, team: [{ seat: "lived", "q-3": "q-2" }] },
    ];
    for (const edit of canaries) {
      const shape = refusals(() => parseEdits(file(edit), SEASON));
      expect(shape.length).toBeGreaterThan(0);
      expect(told(shape)).not.toMatch(/q-/);
    }
    const sound: Edit[] = [
      { edit: "change-trainer", trainer: "t1", set: { avoidPlaces: ["q-nowhere"], languages: ["q-nl", "q-nl"] } },
      { edit: "change-session", session: "s4", set: { excludes: ["q-nobody"] } },
      { edit: "remove-trainer", trainer: "q-turkish" },
    ];
    const issues = faultsOf(...sound);
    expect(pathsOf(issues).sort()).toEqual([
      "edits[0].set.avoidPlaces[0]",
      "edits[0].set.languages[1]",
      "edits[1].set.excludes[0]",
      "edits[2].trainer",
    ]);
    expect(told(issues)).not.toMatch(/q-/);
  });
});
