/** Plans, single sessions, and numbers too large to add up. */
import { describe, expect, it } from "vitest";
import { parsePlan, parseSeason, parseSession } from "../../src/model/index.js";
import { smallSeason } from "../support/small-season.js";
import { put, refusals, told } from "./breaking.js";

const season = parseSeason(smallSeason());

describe("parsePlan", () => {
  const plan = { format: "koppel-plan/1", season: "small", assignments: [] };
  const assignment = { session: "s5", slot: 0, team: [{ seat: "professional", trainer: "t1" }] };

  it.each([
    ["nothing stated", {}],
    ["its cost and bound", { cost: Number.MAX_SAFE_INTEGER, bound: 0 }],
    ["another season, for check to say", { season: "other" }],
    ["a session that is none, for check to say", { assignments: [{ ...assignment, session: "s9" }] }],
    [
      "a trainer who is none, for check to say",
      { assignments: [{ ...assignment, team: [{ seat: "lived", trainer: "t9" }] }] },
    ],
    ["a slot that is none, for check to say", { assignments: [{ ...assignment, slot: 99 }] }],
    ["a session twice, for check to say", { assignments: [assignment, assignment] }],
  ])("takes %s", (_name, fields) => {
    expect(parsePlan({ ...plan, ...fields }, season)).toEqual({ ...plan, ...fields });
  });

  it.each([
    ["another format", { format: "koppel-plan/2" }, "format"],
    ["a negative bound", { bound: -1 }, "bound"],
    ["a cost that is not whole", { cost: 0.5 }, "cost"],
    ["a cost beyond exact numbers", { cost: 2 ** 53 }, "cost"],
    [
      "a seat that is none",
      { assignments: [{ ...assignment, team: [{ seat: "boss", trainer: "t1" }] }] },
      "assignments[0].team[0].seat",
    ],
    ["a slot that is not whole", { assignments: [{ ...assignment, slot: 0.5 }] }, "assignments[0].slot"],
  ])("refuses %s", (_name, fields, path) => {
    expect(refusals(() => parsePlan({ ...plan, ...fields }, season)).map((issue) => issue.path)).toEqual([path]);
  });

  it("shows no special value of its season, even where a plan holds it", () => {
    const issues = refusals(() => parsePlan({ ...plan, assignments: [{ ...assignment, slot: "q-sunni" }] }, season));
    expect(issues.map((issue) => issue.path)).toEqual(["assignments[0].slot"]);
    expect(told(issues)).not.toContain("q-sunni");
  });
});

describe("parseSession", () => {
  const session = () => smallSeason().sessions[2];
  it("takes a session with or without a season", () => {
    expect(parseSession(session())).toEqual(session());
    expect(parseSession(session(), season)).toEqual(session());
  });
  it("tells paths from the session on", () => {
    const broken = session();
    put(broken, "priority", 9);
    put(broken, "slots[0][0][1]", "2027-03-16T08:00");
    put(broken, "languages", [{ id: "q-nl", who: "nobody" }]);
    const issues = refusals(() => parseSession(broken));
    expect(issues.map((issue) => issue.path).sort()).toEqual(["languages[0].who", "priority", "slots[0][0]"]);
    expect(told(issues)).not.toMatch(/q-nl|nobody/);
  });
  it("judges references, wall times and the pin in a season alone", () => {
    const broken = session();
    put(broken, "place", "p9");
    put(broken, "slots[0]", [["2027-03-28T02:30", "2027-03-28T09:00"]]);
    expect(refusals(() => parseSession(broken))).toEqual([]);
    expect(refusals(() => parseSession(broken, season)).map((issue) => issue.path)).toEqual([
      "place",
      "slots[0][0][0]",
    ]);
    const pinned = session();
    put(pinned, "waivers", []);
    expect(refusals(() => parseSession(pinned, season)).map((issue) => issue.path)).toEqual(["pinned.team[0]"]);
  });
});

describe("sizes", () => {
  const most = 1_000_000_000;
  it.each([
    ["a share beyond squaring", { "trainers[0].share": { min: most, max: most } }, "weights.fairness"],
    ["a load beyond squaring", { "sessions[3].halfDays": most }, "weights.fairness"],
    ["fees times their weight", { "trainers[5].ratePerHour": most, "weights.fee": most }, "weights.fee"],
    [
      "a programme's fees",
      {
        "trainers[5].ratePerHour": most,
        "sessions[3].programme": "g1",
        "sessions[3].paidMinutes": most,
        "weights.fee": 0,
      },
      "programmes[0]",
    ],
    [
      "backgrounds times their weight",
      { "sessions[0].communities[0].weight": most, "weights.background": most },
      "weights.background",
    ],
    [
      "kilometres times their weight",
      {
        "weights.travelKm": most,
        "sessions[4].seats.professional": 12,
        "weights.unstaffed": most,
        "trainers[0].share.min": 0,
        ...manySeats(),
      },
      "weights.travelKm",
    ],
  ])("refuses %s", (_name, puts, path) => {
    const broken = smallSeason();
    for (const [at, value] of Object.entries(puts)) put(broken, at, value);
    expect(refusals(() => parseSeason(broken)).map((issue) => issue.path)).toEqual([path]);
  });

  it.each([
    ["a share without an upper end", { "trainers[0].share.max": most }],
    [
      "every weight at its largest but fairness",
      Object.fromEntries(["unstaffed", "depth", "slot", "pair", "change"].map((w) => [`weights.${w}`, most])),
    ],
    [
      "a high rate with no weight, and no programme",
      {
        "trainers[5].ratePerHour": most,
        "weights.fee": 0,
        "sessions[0].programme": null,
        "sessions[1].programme": null,
      },
    ],
    ["long set-ups", { "sessions[3].before": most }],
  ])("takes %s", (_name, puts) => {
    const large = smallSeason();
    for (const [at, value] of Object.entries(puts)) put(large, at, value);
    expect(told(refusals(() => parseSeason(large)))).toBe("");
  });

  /** Enough sessions that the kilometres of their members could pass what is exact. */
  function manySeats(): Record<string, unknown> {
    const { sessions } = smallSeason();
    const open = sessions[4];
    return Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [
        `sessions[${5 + i}]`,
        { ...open, id: `more${i}`, seats: { professional: 12 } },
      ]),
    );
  }
});
