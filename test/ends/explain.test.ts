/** `koppel explain`, from its arguments to its words. */
import { describe, expect, test } from "vitest";
import type { Edit } from "../../src/model/edit-types.js";
import { applyEdits } from "../../src/model/edits.js";
import { trainer } from "../papers/fixture.js";
import { command, inFolder, plan, put, season } from "./support.js";

/** Runs `explain` on a season and a plan of it. */
function explained(args: readonly string[], given: { season?: unknown; plan?: unknown } = {}) {
  return inFolder((folder) =>
    command([
      "explain",
      put(folder, "s.json", given.season ?? season),
      put(folder, "p.json", given.plan ?? plan),
      ...args,
    ]),
  );
}

describe("explain", () => {
  test("a team: what each brings, what it costs, and the runner-up", async () => {
    const ran = await explained(["online"], { season: { ...season, trainers: [...season.trainers, trainer("t4")] } });
    expect([ran.code, ran.err]).toEqual([0, ""]);
    expect(ran.out).toContain("online · Tue 30 Mar 23:00–Wed 31 Mar 01:00\n  professional: @t3 · holds the role\n");
    expect(ran.out).toContain("−3,000 sessions without a team");
    expect(ran.out).toMatch(/Runner-up: t\d · .* · just as good/);
  });

  test("an open session: the rules together, and changes that staff it", async () => {
    const ran = await explained(["open-lived"]);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain("booked at that time: t2 because of =two-parts");
    expect(ran.out).toContain("find somebody new: lived experience");
    const dutch = await explained(["open-lived", "--lang", "nl"]);
    expect(dutch.out).toContain("bezet op die tijd: t2 vanwege =two-parts");
    expect(dutch.out).toContain("vind iemand nieuw: ervaringsdeskundige");
  });

  test("why not her: what choosing her costs and whom, or what keeps her out", async () => {
    const busy = await explained(["open-lived", "--trainer", "t2"]);
    expect(busy.out).toContain("t2 is booked elsewhere, and could be chosen if she gave that up · cheaper by");
    expect(busy.out).toContain("=two-parts would be left open (t1, t2)");
    const blocked = await explained(["open-lived", "--trainer", "t1", "--lang", "nl"]);
    expect(blocked.out).toContain("t1 kan niet gekozen worden\n");
  });

  test("--json has the fields that scripts rely on, and fixes that are edits", async () => {
    const open = JSON.parse((await explained(["open-lived", "--trainer", "t2", "--json"])).out);
    for (const field of [
      "session",
      "staffed",
      "costs",
      "team",
      "trainer",
      "verdict",
      "blockedBy",
      "displaced",
      "delta",
      "conflict",
      "fixes",
    ])
      expect(open).toHaveProperty(field);
    expect(open.costs).toHaveProperty("background");
    const edits: Edit[] = open.fixes[0].edits;
    expect(applyEdits(season, plan, edits).season.id).toBe("spring");
    const redacted = JSON.parse((await explained(["open-lived", "--redacted", "--json"])).out);
    expect(redacted.costs).not.toHaveProperty("background");
  });

  test("--redacted tells no more than that she is not available", async () => {
    const trainers = season.trainers.map((one) => (one.id === "t2" ? { ...one, avoidPlaces: ["p2"] } : one));
    const given = { season: { ...season, trainers } };
    expect((await explained(["open-lived", "--trainer", "t2"], given)).out).toContain(
      "must not be sent there on every date",
    );
    for (const lang of ["en", "nl"]) {
      const { out } = await explained(["open-lived", "--trainer", "t2", "--redacted", "--lang", lang], given);
      expect(out).toContain(
        lang === "en" ? "not available on every date" : "niet inzetbaar; de reden blijft bij de trainer op elke datum",
      );
      expect(out).not.toMatch(/must not be|daar niet heen/);
    }
  });

  test("--leans: who would leave sessions open, in words and as JSON", async () => {
    expect((await explained(["--leans"])).out).toContain(
      "Sessions that would fall open without one person:\n  t2 · 1: =two-parts",
    );
    const leans = JSON.parse((await explained(["--leans", "--json"])).out);
    expect(leans.trainers[0]).toEqual({ trainer: "t2", sessions: ["=two-parts"] });
    expect((await explained(["--leans", "--lang", "nl"])).out).toContain("zonder één persoon");
  });

  test("bad input names what is wrong and what to do", async () => {
    const cases: [string[], RegExp][] = [
      [["nope"], /no session nope: give the id/],
      [["online", "--trainer", "nope"], /no trainer nope: give the id/],
      [[], /either a session or --leans/],
      [["online", "--leans"], /either a session or --leans/],
      [["--leans", "--trainer", "t1"], /name the session in place of --leans/],
    ];
    for (const [args, message] of cases) {
      const ran = await explained(args);
      expect([ran.code, ran.out], args.join(" ")).toEqual([2, ""]);
      expect(ran.err).toMatch(message);
    }
    const team = [{ seat: "professional", trainer: "t2" }];
    const broken = { ...plan, assignments: [{ session: "online", slot: 0, team }], cost: undefined, bound: undefined };
    const ran = await explained(["online"], { plan: broken });
    expect([ran.code, ran.out]).toEqual([1, ""]);
    expect(ran.err).toMatch(/breaks \d+ rules?: give one that breaks none/);
    const false1 = await explained(["online"], { plan: { ...plan, cost: 1, bound: undefined } });
    expect([false1.code, false1.err]).toEqual([0, expect.stringMatching(/states a cost of 1, and it costs [\d,]+/)]);
  });

  test("what every member lacks is named, and of what is missing its level and its seats", async () => {
    const sessions = season.sessions.map((one) =>
      one.id === "open-lived"
        ? {
            ...one,
            traits: [{ id: "night-owl", who: "all" as const }],
            themes: [{ id: "law", level: 3, wish: 3, who: "lived" as const }],
          }
        : one,
    );
    const { out } = await explained(["open-lived"], { season: { ...season, sessions } });
    expect(out).toMatch(/night-owl, of every member|law.* \(level 3, lived experience\)/);
  });

  test("--help has an example", async () => {
    const ran = await command(["explain", "--help"]);
    expect([ran.code, ran.out.includes("Example:\n  koppel explain")]).toEqual([0, true]);
  });
});
