/** Sessions in several municipalities, and sessions of several days. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { observancesBetween, rankSlots } from "../../src/dates/index.js";
import { InputError } from "../../src/model/errors.js";
import { quoteView } from "../../src/papers/programme/quote-words.js";
import type { Alternative } from "../../src/programme/choose/alternatives.js";
import { choiceProblem, sessionFee } from "../../src/programme/choose/problem.js";
import { type Order, venuesOf } from "../../src/programme/order.js";
import { parseTerms, quoteOf } from "../../src/programme/quote/quote.js";
import { programmeSeason } from "../../src/programme/sessions/season.js";
import { sessionsOf } from "../../src/programme/sessions/sessions.js";
import { sitesFor } from "../../src/programme/sessions/sites.js";
import { count } from "../support/counts.js";
import { alternative, group, groups, parts, theme } from "./sessions-fixture.js";
import { calendar, data, menu, order, pool } from "./support.js";

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

  test("has each group where its participants said, and what else that group goes through there too; the quote tells where", async () => {
    const said = {
      ...groups,
      groups: groups.groups.map((one, n) => ({
        ...one,
        date: n === 0 ? "2027-06-09" : one.date,
        place: n === 0 ? "GM0637" : "GM0503",
      })),
    };
    const named = {
      ...region,
      client: { ...region.client, sites: sites.map((one) => ({ ...one, venue: `huis ${one.place}` })) },
    };
    const { sessions } = sessionsOf(await parts({ order: named, groups: new Map([["lkha-training", said]]) }));
    const placeOf = (id: string) => sessions.find((one) => one.id === `${order.id}-${id}`)?.place;
    expect(["lkha-training-1", "basic-training-1", "lkha-training-2", "basic-training-2"].map(placeOf)).toEqual([
      "GM0637",
      "GM0637",
      "GM0503",
      "GM0503",
    ]);
    const terms = parseTerms(data("demo/programme/terms.json"));
    const quote = quoteOf({ sessions, terms, venues: venuesOf(named) });
    const { lines } = quote;
    for (const { place, venue } of lines) expect(venue).toBe(place === null ? undefined : `huis ${place}`);
    const codes = { label: (code: string) => code, role: (code: string) => code };
    const [line] = quoteView(quote, codes, "nl")
      .stages.flatMap((stage) => stage.lines)
      .filter(({ where }) => where.includes("GM0637"));
    expect(line?.where).toBe("GM0637, huis GM0637");
  });

  test("has no group in a place that is no site of the order", async () => {
    const elsewhere = { ...groups, groups: groups.groups.map((one) => ({ ...one, place: "GM0518" })) };
    const refused = parts({ order: region, groups: new Map([["lkha-training", elsewhere]]) }).then(sessionsOf);
    const issues = await refused.catch((error: unknown) => (error instanceof InputError ? error.issues : []));
    expect(issues).toMatchObject([{ path: "the groups of lkha-training: group 1: place" }, { value: '"GM0518"' }]);
    expect(JSON.stringify(issues)).toContain("GM0503 or GM0637");
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
