/** A programme in the pool's database: its papers judged and kept, its sessions booked, booked anew and cancelled. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { loadCalendar, loadMenu, loadPlaces } from "../../src/faces/cli/programme/facts.js";
import { InputError, parseSession } from "../../src/model/index.js";
import { codesOf, excludesOf, nameOf, readBody, type Store, saveSession } from "../../src/pool/store/index.js";
import { bookProgramme, dossierOf, keepPaper, paperOf, papersOf } from "../../src/programme/index.js";
import { buildSeason } from "../../src/season/index.js";
import { consentTo, coordinator, officer, withPool } from "../pool/support.js";
import { smallSeason } from "../support/small-season.js";

const DEMO = path.resolve(import.meta.dirname, "../../data/demo/programme");
const ORDER = readFileSync(path.join(DEMO, "order.json"));
const ID = "lindehoven-2027";
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const order = JSON.parse(ORDER.toString("utf8"));

/** A choice of so many workshops. */
const choiceOf = (times: number, kind = "most-need") => ({
  format: "koppel-choice/1",
  order: ID,
  alternatives: [
    {
      kind,
      items: [
        {
          item: "workshop-beginners",
          times,
          fee: 1000,
          themes: [{ id: "forced-marriage", times, level: 1 }],
        },
      ],
      fee: 1000,
      metPercent: 10,
      proven: true,
      unmet: [],
    },
  ],
});

const facts = { menu: await loadMenu(), calendar: await loadCalendar(), places: await loadPlaces() };
const book = (store: Store, kind = "most-need") =>
  bookProgramme(store, coordinator, ID, facts, { kind, introductions: ["outcome"] });

test("papers are judged before they are kept, and given back as they were; other roles are refused", async () => {
  await withPool((store) => {
    expect(keepPaper(store, coordinator, ID, ORDER)).toBe("order");
    expect(paperOf(store, coordinator, ID, "order")).toEqual(order);
    expect(papersOf(store, coordinator, null).map(({ programme, kind }) => [programme, kind])).toEqual([[ID, "order"]]);
    expect(() => keepPaper(store, coordinator, "another", ORDER)).toThrow(InputError);
    expect(() => keepPaper(store, coordinator, ID, bytes({ ...order, budget: -1 }))).toThrow(InputError);
    expect(() => keepPaper(store, coordinator, ID, bytes({ format: "koppel-season/1" }))).toThrow(InputError);
    expect(() => keepPaper(store, coordinator, ID, bytes("no"))).toThrow(InputError);
    expect(() => keepPaper(store, coordinator, ID, ORDER, "an-item")).toThrow(InputError);
    for (const act of [
      () => keepPaper(store, officer, ID, ORDER),
      () => papersOf(store, officer, null),
      () => paperOf(store, officer, ID, "order"),
    ])
      expect(act).toThrow(/may not do this/);
    expect(paperOf(store, coordinator, ID, "order")?.budget).toBe(order.budget);
  });
});

test("booked: the sessions are in the pool, with a client and a budget, and a season has them, the meeting before them too", async () => {
  await withPool((store) => {
    for (const { id } of smallSeason().trainers) consentTo(store, id, "matching");
    expect(() => book(store)).toThrow(/no order/);
    keepPaper(store, coordinator, ID, ORDER);
    expect(dossierOf(store, coordinator, ID).bookedKind).toBe(null);
    expect(book(store).sessions.map(({ id }) => id)).toEqual([`${ID}-outcome`]);
    // Only the meetings before a choice are of no alternative.
    expect(dossierOf(store, coordinator, ID).bookedKind).toBe(null);
    keepPaper(store, coordinator, ID, bytes(choiceOf(3)));
    const booking = book(store);
    expect(booking.sessions).toHaveLength(4);
    expect([booking.kind, dossierOf(store, coordinator, ID).bookedKind]).toEqual(["most-need", "most-need"]);
    expect(booking.budget).toBe(order.budget);
    expect(nameOf(store, "clients", booking.client)).toBe(order.client.name);
    expect(book(store).client).toBe(booking.client);
    expect(() => book(store, "another")).toThrow(InputError);
    const places = [...smallSeason().places, ...facts.places];
    const { from, to } = order;
    const built = buildSeason(store, coordinator, {
      id: "s",
      from,
      to,
      timeZone: "Europe/Amsterdam",
      programmes: [ID],
      weights: smallSeason().weights,
      places,
      now: 0,
    });
    expect(built.season.sessions.map(({ id }) => id).sort()).toEqual(booking.sessions.map(({ id }) => id).sort());
    expect(built.season.programmes).toEqual([{ id: ID, budget: order.budget }]);
  });
});

/** A quote of one session that comes to so many cents. */
const quoted = (net: number) => ({
  ...{ format: "koppel-quote/1", number: "1", date: "2027-01-31", validDays: 30, validUntil: "2027-03-02" },
  ...{ from: { name: "A", lines: [] }, to: { name: "B", lines: [] }, vat: { kind: "exempt", nl: "x", en: "x" } },
  lines: [
    {
      ...{ session: "s", activity: "a", themes: [], place: null, days: [], minutes: 60, preparationMinutes: 0 },
      ...{ seats: [{ role: "lived", number: 1, rate: net, amount: net }], amount: net },
    },
  ],
  ...{ free: [], clientsPart: [], net, tax: 0, total: net, split: [] },
});

test("the budget is never less than what was quoted: a euro that is begun counts", async () => {
  await withPool((store) => {
    keepPaper(store, coordinator, ID, ORDER);
    for (const [net, budget] of [
      [1_177_300, 11_773],
      [1_177_250, 11_773],
      [1_177_201, 11_773],
      [0, 0],
    ] as const) {
      keepPaper(store, coordinator, ID, bytes(quoted(net)));
      expect(book(store).budget).toBe(budget);
    }
  });
});

test("booked anew: whom a session excludes stays, sessions that are no more are cancelled, others are left alone", async () => {
  await withPool((store) => {
    keepPaper(store, coordinator, ID, ORDER);
    keepPaper(store, coordinator, ID, bytes(choiceOf(3)));
    const [, first] = book(store).sessions;
    const id = first?.id ?? "";
    saveSession(store, officer, null, { ...parseSession({ ...first, excludes: [] }), excludes: ["t3"] });
    saveSession(store, officer, null, {
      ...parseSession({ ...first, excludes: [] }),
      id: "of-another",
      programme: null,
    });
    keepPaper(store, coordinator, ID, bytes(choiceOf(1)));
    const again = book(store);
    expect(again.cancelled).toEqual([`${ID}-workshop-beginners-2`, `${ID}-workshop-beginners-3`]);
    expect(excludesOf(store, id)).toEqual(["t3"]);
    expect(codesOf(store, "sessions")).toEqual([`${ID}-outcome`, id, "of-another"].sort());
    for (const code of codesOf(store, "series"))
      for (const session of (readBody(store, "series", code) as { sessions: string[] }).sessions)
        expect(codesOf(store, "sessions")).toContain(session);
  });
});
