/** Sessions of a programme: what the model accepts, when they may be, and in what order. */
import { describe, expect, test } from "vitest";
import { observancesBetween, rankSlots } from "../../src/dates/index.js";
import { InputError } from "../../src/model/errors.js";
import type { Order } from "../../src/programme/order.js";
import { programmeSeason } from "../../src/programme/sessions/season.js";
import { type SessionParts, sessionsOf } from "../../src/programme/sessions/sessions.js";
import { alternative, group, groups, parts } from "./sessions-fixture.js";
import { calendar, order, pool } from "./support.js";

const ends = (order: Order) => [order.from, order.to] as const;

describe("the sessions of a programme", () => {
  test("are a season that the model accepts, modules apart, with a series for each group", async () => {
    const season = programmeSeason(await parts(), pool(), [], 9000);
    expect(season.sessions.map(({ id }) => id.replace(`${order.id}-`, ""))).toEqual([
      "conversation",
      "outcome",
      "conference-1",
      "webinar-1",
      "basic-training-1",
      "basic-training-2",
      "lkha-training-1",
      "lkha-training-2",
    ]);
    expect(season.programmes).toEqual([{ id: order.id, budget: 9000 }]);
    expect(season.series.map(({ sessions }) => sessions)).toEqual(
      [1, 2].map((n) => [`${order.id}-basic-training-${n}`, `${order.id}-lkha-training-${n}`]),
    );
    expect(season.sessions.filter(({ programme }) => programme === null)).toHaveLength(2);
  });

  test("have both kinds of expertise, an actor where practice asks for one, and what each item needs", async () => {
    const { sessions } = sessionsOf(await parts());
    const of = (name: string) => sessions.find(({ id }) => id.endsWith(name));
    for (const { seats } of sessions) expect(Math.min(seats.professional ?? 0, seats.lived ?? 0)).toBeGreaterThan(0);
    expect(of("lkha-training-1")?.seats.actor).toBe(1);
    expect(of("conference-1")?.seats).toEqual({ professional: 2, lived: 2 });
    expect(of("webinar-1")?.place).toBe(null);
    expect(of("lkha-training-1")?.traits).toEqual([
      { id: "org:lkha", who: "any" },
      { id: "woman", who: "all" },
    ]);
    expect(of("lkha-training-2")?.traits).toEqual([{ id: "org:lkha", who: "any" }]);
    expect(of("basic-training-1")?.themes.map(({ id }) => id)).toEqual(["social-control", "gender-equality"]);
    expect(of("basic-training-2")?.themes.map(({ id }) => id)).toEqual(["social-control"]);
    expect(of("conference-1")?.communities.map(({ backgrounds, weight }) => [backgrounds[0], weight])).toEqual([
      ["moroccan", 3],
      ["turkish", 2],
    ]);
  });

  test("are offered dates in the period, within opening times, clear of what their communities keep, beginners first", async () => {
    const { sessions } = sessionsOf(await parts());
    const known = await calendar();
    const [from, to] = ends(order);
    const observances = observancesBetween(known, from, to, { communities: [["turkish"], ["moroccan"]] });
    for (const session of sessions) {
      expect(session.slots.length).toBeGreaterThan(0);
      for (const [part] of session.slots) {
        const day = part?.[0].slice(0, 10) ?? "";
        expect(day >= from && day <= to).toBe(true);
        expect(new Date(day).getUTCDay() % 6).not.toBe(0);
      }
      for (const { touches } of rankSlots(known, session, observances))
        expect(touches.filter(({ observance }) => observance.impact === "off")).toEqual([]);
    }
    const days = (name: string) =>
      sessions.filter(({ id }) => id.includes(name)).flatMap(({ slots }) => slots.map(([part]) => part?.[0] ?? ""));
    const lastOfFirst = [...days("conference")].sort().at(-1) ?? "";
    expect(lastOfFirst < ([...days("basic-training")].sort()[0] ?? "")).toBe(true);
    expect(new Set(days("lkha-training").map((day) => day.slice(0, 10)))).toEqual(
      new Set(["2027-06-08", "2027-06-10"]),
    );
  });

  test("without a date left are refused, each by its id", async () => {
    const sunday = { day: "sun", from: "09:00", to: "10:00" } as const;
    const sites = order.client.sites.map((site) => ({ ...site, opening: [sunday] }));
    const closed: Order = { ...order, client: { ...order.client, sites } };
    const made = parts({ order: closed });
    await expect(made.then(sessionsOf)).rejects.toThrow(InputError);
    const issues = await made.then(sessionsOf).catch((error) => (error as InputError).issues);
    expect(issues).toHaveLength(7);
  });

  test("are not held on a day that their communities keep, even where a group has no other", async () => {
    const feast = { ...groups, groups: [group("2027-05-17", false)] };
    const issues = await parts({ groups: new Map([["lkha-training", feast]]) })
      .then(sessionsOf)
      .catch((error) => (error as InputError).issues);
    expect(issues).toMatchObject([{ path: `${order.id}-lkha-training-1` }]);
    // A day later nobody has the day off, where no community is known.
    const { sessions } = sessionsOf(
      await parts({
        groups: new Map([["lkha-training", { ...feast, groups: [group("2027-05-18", false)] }]]),
        needs: null,
      }),
    );
    expect(sessions.length).toBe(8);
  });

  test("are refused where an item, a place or groups are none of theirs, each by its name", async () => {
    const issuesOf = async (change: Partial<SessionParts>) => {
      try {
        programmeSeason(await parts(change), pool(), [], 9000);
      } catch (error) {
        return error instanceof InputError ? error.issues.map(({ path }) => path) : [];
      }
      return [];
    };
    const seance = { ...alternative, items: [{ item: "seance", times: 1, fee: 0, themes: [] }] };
    expect(await issuesOf({ alternative: seance })).toEqual(["the choice: seance", "the groups of lkha-training"]);
    const three = { ...groups, groups: [...groups.groups, group("2027-06-11", false)] };
    expect(await issuesOf({ groups: new Map([["lkha-training", three]]) })).toEqual(["the groups of lkha-training"]);
    const client = { ...order.client, audience: ["GM0518", "Delft"] };
    expect(await issuesOf({ order: { ...order, client } })).toEqual(["client.audience[1]"]);
  });

  test("before a choice are the meetings alone", async () => {
    const { sessions, series } = sessionsOf(await parts({ alternative: null, needs: null, groups: new Map() }));
    expect([sessions.length, series.length]).toEqual([2, 0]);
  });
});
