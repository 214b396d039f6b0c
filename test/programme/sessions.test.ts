/** Sessions of a programme: what the model accepts, when they may be, and in what order. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { observancesBetween, rankSlots } from "../../src/dates/index.js";
import { InputError } from "../../src/model/errors.js";
import type { Alternative } from "../../src/programme/choose/alternatives.js";
import { choiceProblem, sessionFee } from "../../src/programme/choose/problem.js";
import type { Groups } from "../../src/programme/groups/groups.js";
import type { Order } from "../../src/programme/order.js";
import { type Needs, parseNeeds } from "../../src/programme/scan/needs.js";
import { programmeSeason } from "../../src/programme/sessions/season.js";
import { type SessionParts, sessionsOf } from "../../src/programme/sessions/sessions.js";
import { sitesFor } from "../../src/programme/sessions/sites.js";
import { count } from "../support/counts.js";
import { calendar, menu, order, pool } from "./support.js";

const theme = (id: string, times: number, level = 1) => ({ id, times, level });
const alternative: Alternative = {
  kind: "most-need",
  items: [
    { item: "conference", times: 1, fee: 0, themes: [theme("social-control", 1), theme("fgm", 1)] },
    { item: "webinar", times: 1, fee: 0, themes: [theme("fgm", 1)] },
    { item: "module-intercultural", times: 1, fee: 0, themes: [theme("culture-sensitive-work", 1)] },
    { item: "basic-training", times: 2, fee: 0, themes: [theme("social-control", 2), theme("gender-equality", 1)] },
    { item: "lkha-training", times: 2, fee: 0, themes: [theme("forced-marriage", 2, 2), theme("abandonment", 1, 2)] },
  ],
  fee: 0,
  metPercent: 50,
  proven: true,
  unmet: [],
};
const needs: Needs = parseNeeds({
  format: "koppel-needs/1",
  leastTold: 5,
  groups: ["formal", "informal"],
  people: { total: null, byGroup: { formal: null, informal: null, municipality: null } },
  themes: [],
  counts: {
    workForms: [],
    communities: [
      { id: "turkish", people: 9 },
      { id: "moroccan", people: 12 },
    ],
    languages: [],
    cooperation: [],
    days: [
      { id: "tue", people: 20 },
      { id: "thu", people: 18 },
    ],
    dayparts: [{ id: "morning", people: 20 }],
  },
});
const group = (date: string, womenOnly: boolean): Groups["groups"][number] => ({
  id: "1",
  date,
  language: "nl",
  womenOnly,
  formal: 5,
  informal: 5,
  placesLeft: 6,
  members: [],
});
const groups: Groups = {
  format: "koppel-groups/1",
  groups: [group("2027-06-08", true), group("2027-06-10", false)],
  waiting: [],
  measures: { placed: 0, mix: 0, colleagues: 0 },
  bound: { placed: 0, mix: 0, colleagues: 0 },
  proven: true,
};
const parts = async (change: Partial<SessionParts> = {}): Promise<SessionParts> => ({
  menu,
  order,
  alternative,
  needs,
  groups: new Map([["lkha-training", groups]]),
  introductions: ["conversation", "outcome"],
  calendar: await calendar(),
  ...change,
});
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

describe("a region of several municipalities", () => {
  const [site] = order.client.sites;
  if (site === undefined) throw new Error("the demo has no municipality");
  const sites = [
    { ...site, place: "GM0503", participants: 60 },
    { ...site, place: "GM0637", participants: 30, opening: [{ day: "wed", from: "08:00", to: "18:00" } as const] },
  ];
  const region: Order = { ...order, client: { name: "Regio", sites, audience: ["GM0518"] } };

  test("has its sessions where the people are, each group's in one place, within that place's opening times", async () => {
    const { sessions, series } = sessionsOf(await parts({ order: region, groups: new Map() }));
    const placeOf = (id: string) => sessions.find((one) => one.id === id)?.place;
    for (const { sessions: ids } of series) expect(new Set(ids.map(placeOf)).size).toBe(1);
    const placed = sessions.filter(({ place }) => place !== null);
    const second = placed.filter(({ place }) => place === "GM0637");
    expect([placed.length, second.length]).toEqual([7, 2]);
    for (const { slots } of second)
      for (const [part] of slots) expect(new Date(part?.[0].slice(0, 10) ?? "").getUTCDay()).toBe(3);
  });

  test("is the audience of every session as a whole, online too, so that nobody is seen where she must not be", async () => {
    const { sessions } = sessionsOf(await parts({ order: region, groups: new Map() }));
    for (const { place, audience } of sessions)
      expect([...audience, ...(place === null ? [] : [place])].sort()).toEqual(["GM0503", "GM0518", "GM0637"]);
  });

  test("shares its sessions by participants as the Webster method does", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 5 }),
        fc.nat(30),
        (people, n) => {
          const client = {
            ...region.client,
            sites: people.map((participants, i) => ({ ...site, place: `p${i}`, participants })),
          };
          const lists = Array.from({ length: n }, (_, i) => [`s${i}`]);
          const got = [...sitesFor(lists, { ...region, client }).values()].map(({ place }) => place);
          const seats = people.map((_, i) => got.filter((place) => place === `p${i}`).length);
          // The method's own test: no seat taken was worth less than one that was not.
          const taken = seats.flatMap((held, i) => (held === 0 ? [] : [(people[i] ?? 0) / (2 * held - 1)]));
          const left = seats.map((held, i) => (people[i] ?? 0) / (2 * held + 1));
          expect(Math.min(...taken)).toBeGreaterThanOrEqual(Math.max(...left));
        },
      ),
      { numRuns: count(200, 2000) },
    );
  });
});

describe("a session of several parts", () => {
  const halves: Alternative = {
    ...alternative,
    items: [{ item: "basic-training-halves", times: 1, fee: 0, themes: [theme("social-control", 1)] }],
  };

  test("has its parts as far apart as its item says, all in the period, open and clear, and is paid for all of them", async () => {
    const { sessions } = sessionsOf(await parts({ alternative: halves, introductions: [], groups: new Map() }));
    const [session] = sessions;
    expect(session?.slots.length).toBeGreaterThan(0);
    for (const slot of session?.slots ?? []) {
      const days = slot.map(([start]) => Date.parse(start.slice(0, 10)));
      expect(days.map((day) => day - (days[0] ?? 0))).toEqual([0, 7 * 86_400_000]);
      for (const [start] of slot) expect(start >= order.from && start.slice(0, 10) <= order.to).toBe(true);
    }
    const item = menu.items.find(({ id }) => id === "basic-training-halves");
    const whole = menu.items.find(({ id }) => id === "basic-training");
    if (item === undefined || whole === undefined) throw new Error("the menu has no basic training");
    expect(sessionFee(item, order)).toBe(sessionFee(whole, order));
    expect(
      programmeSeason(await parts({ alternative: halves, groups: new Map() }), pool(), [], 9000).sessions.length,
    ).toBe(3);
  });

  test("is offered no date of which any part is on a day that its communities keep", async () => {
    const known = await calendar();
    const { sessions } = sessionsOf(await parts({ alternative: halves, introductions: [], groups: new Map() }));
    const communities = [["turkish"], ["moroccan"]];
    const observances = observancesBetween(known, order.from, order.to, { communities });
    for (const session of sessions)
      for (const { touches } of rankSlots(known, session, observances))
        expect(touches.filter(({ observance }) => observance.impact === "off")).toEqual([]);
  });

  test("has all of its parts while the location is open, and none of them on a day that is kept", async () => {
    const following = menu.items.map((item) =>
      item.id === "basic-training-halves" && item.activity !== null
        ? { ...item, activity: { ...item.activity, daysApart: 1 } }
        : item,
    );
    const made = await parts({
      menu: { ...menu, items: following },
      alternative: halves,
      introductions: [],
      groups: new Map(),
    });
    expect(sessionsOf(made).sessions[0]?.slots.length).toBeGreaterThan(0);
    const tuesday = { day: "tue", from: "08:00", to: "22:00" } as const;
    const sites = order.client.sites.map((site) => ({ ...site, opening: [tuesday] }));
    const closed: Order = { ...order, client: { ...order.client, sites } };
    expect(() => sessionsOf({ ...made, order: closed })).toThrow(InputError);
    // Its second part would be on Whit Monday.
    const whitsun = new Map([["basic-training-halves", { ...groups, groups: [group("2027-05-10", false)] }]]);
    const refused = parts({ alternative: halves, introductions: [], groups: whitsun }).then(sessionsOf);
    await expect(refused).rejects.toThrow(InputError);
  });

  test("is in a programme only where the order asks for it", () => {
    const asked = { ...order, must: [{ item: "basic-training-halves", times: 1, theme: null }] };
    const has = (one: Order) =>
      choiceProblem(menu, one, []).items.some(({ item }) => item.id === "basic-training-halves");
    expect([has(order), has(asked)]).toEqual([false, true]);
  });
});
