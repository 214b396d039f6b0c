/** Random records of the pool: every field, with codes and texts that are hard on cells. */
import fc from "fast-check";
import { readChoices } from "../../../src/faces/cli/data-files.js";
import { NO_AVAILABILITY } from "../../../src/pool/availability/index.js";
import type { PoolRecords } from "../../../src/pool/exchange/index.js";

export const choices = await readChoices();

const awkward = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "'",
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        " ",
        ";",
        ",",
        ":",
        "\\",
        "_x0041_",
        "1",
        "ş",
        "Turks",
        "t1",
        "\u0000",
      ),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(""));
/** Text that is not blank: a form cannot tell blanks from nothing in a code. */
const text = fc
  .oneof({ weight: 2, arbitrary: fc.stringMatching(/^[A-Za-z]{1,8}$/) }, { weight: 1, arbitrary: awkward })
  .filter((t) => t.trim() !== "" && t !== "__proto__");
const tag = (list: keyof typeof choices) => fc.oneof(fc.constantFrom(...choices[list].map(({ code }) => code)), text);
/** A municipality that is on the list: others are refused. */
const place = fc.constantFrom(...choices.municipality.map(({ code }) => code));
const tags = (list: keyof typeof choices) => fc.uniqueArray(tag(list), { maxLength: 3 });
const n = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 1_000_000_000 }));
const role = fc.constantFrom("professional", "lived", "actor");
const who = fc.constantFrom("all", "any", "professional", "lived", "actor");

const day = fc
  .date({ min: new Date("1890-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const clock = fc
  .integer({ min: 0, max: 1439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`);
const wall = fc.tuple(day, clock).map(([d, t]) => `${d}T${t}`);
const interval = fc
  .tuple(wall, wall)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => (a < b ? [a, b] : [b, a]));
const days = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
const hours = fc
  .tuple(clock, clock)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => (a < b ? [a, b] : [b, a]));
const parts = fc.array(fc.oneof(fc.constantFrom("morning", "afternoon", "evening", "day"), hours), {
  minLength: 1,
  maxLength: 3,
});
const few = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 2 });

const availability = fc.record({
  weekly: few(
    fc
      .record({
        bounds: days,
        open: fc.boolean(),
        days: fc.uniqueArray(fc.constantFrom("mon", "tue", "sun"), { minLength: 1 }),
        parts,
        everyWeeks: fc.integer({ min: 1, max: 520 }),
      })
      .map(({ bounds, open, ...rest }) => ({ ...rest, from: bounds.from, to: open ? null : bounds.to })),
  ),
  extra: few(fc.record({ day, parts })),
  blocked: few(fc.record({ day, parts })),
  holidays: few(days),
  blocks: few(interval),
  holds: few(
    fc
      .record({ offer: text, span: interval, until: fc.constant("2027-02-01T12:00:00Z") })
      .map(({ offer, span: [start, end], until }) => ({ offer, start, end, until })),
  ),
});

const orNull = fc.option(text, { nil: null });

function trainers(ids: readonly string[], organisations: readonly string[]) {
  const one = (id: string) =>
    fc.record({
      organisation: fc.constantFrom(...organisations),
      name: text,
      contact: text,
      trainer: fc.record({
        id: fc.constant(id),
        roles: fc.uniqueArray(role, { minLength: 1 }),
        backgrounds: tags("background"),
        languages: tags("language"),
        traits: tags("trait"),
        expertise: fc.dictionary(tag("theme"), fc.integer({ min: 1, max: 3 }), { maxKeys: 3 }),
        home: place,
        available: few(interval),
        discouraged: few(interval),
        limits: fc.record({
          perDay: n,
          perWeek: n,
          perSeason: n,
          restDays: n,
          travelKm: n,
          ownCommunityKm: n,
          exposure: fc.dictionary(tag("theme"), n, { maxKeys: 2 }),
        }),
        share: fc.record({ min: n, max: n }),
        // a place to avoid must be one that there is
        avoidPlaces: fc.uniqueArray(place, { maxLength: 3 }),
        avoidTrainers: fc.subarray(ids.filter((other) => other !== id)),
        ratePerHour: n,
      }),
      availability: availability.map((said) => ({ ...NO_AVAILABILITY, ...said })),
      wishes: fc.record({ mayBeNamed: fc.boolean(), mayBePhotographed: fc.boolean(), limits: orNull }),
      consents: fc.dictionary(
        fc.constantFrom("matching", "need", "export"),
        fc.subarray(["roles", "backgrounds", "languages", "traits"], { minLength: 1 }),
      ),
    });
  return fc.tuple(...ids.map(one));
}

const contacts = few(fc.record({ name: text, task: orNull, email: orNull, phone: orNull }));

function slots() {
  // Parts in order: intervals on days apart.
  const slot = fc
    .uniqueArray(day, { minLength: 1, maxLength: 3 })
    .chain((on) => fc.tuple(...[...on].sort().map((d) => hours.map(([a, b]) => [`${d}T${a}`, `${d}T${b}`]))));
  return fc.uniqueArray(slot, { minLength: 1, maxLength: 3, selector: (s) => JSON.stringify(s) });
}

function sessions(
  ids: readonly string[],
  codes: { trainers: readonly string[]; clients: readonly string[]; programmes: readonly string[] },
) {
  const unlike = <T extends { id: string; who: string }>(item: fc.Arbitrary<T>) =>
    fc.uniqueArray(item, { maxLength: 3, selector: ({ id, who: whoever }) => JSON.stringify([id, whoever]) });
  const one = (id: string) =>
    slots().chain((offered) =>
      fc.record({
        client: fc.option(fc.constantFrom(...codes.clients), { nil: null }),
        venue: fc.record({
          venue: orNull,
          address: orNull,
          contact: orNull,
          phone: orNull,
          arrival: orNull,
          agreements: orNull,
        }),
        session: fc.record({
          id: fc.constant(id),
          activity: tag("activity"),
          programme: fc.option(fc.constantFrom(...codes.programmes), { nil: null }),
          place: fc.option(place, { nil: null }),
          audience: fc.uniqueArray(place, { maxLength: 3 }),
          slots: fc.constant(offered),
          before: n,
          after: n,
          paidMinutes: n,
          halfDays: n,
          seats: fc.constantFrom({ professional: 1 }, { professional: 1, lived: 2 }, { actor: 12 }),
          themes: unlike(
            fc
              .record({
                id: tag("theme"),
                levels: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
                who,
              })
              .map(({ levels, ...rest }) => ({ ...rest, level: Math.min(...levels), wish: Math.max(...levels) })),
          ),
          communities: fc.uniqueArray(
            fc.record({
              backgrounds: fc.uniqueArray(tag("background"), { minLength: 1, maxLength: 2 }),
              weight: n,
              required: fc.option(who, { nil: null }),
            }),
            { maxLength: 2, selector: ({ backgrounds }) => JSON.stringify([...backgrounds].sort()) },
          ),
          languages: unlike(fc.record({ id: tag("language"), who })),
          traits: unlike(fc.record({ id: tag("trait"), who })),
          excludes: fc.subarray([...codes.trainers]),
          waivers: fc
            .subarray(
              codes.trainers.flatMap((trainer) => [
                { trainer, rule: "available" },
                { trainer, rule: "travelKm" },
              ]),
            )
            .map((all) => all.slice(0, 3)),
          priority: fc.integer({ min: 1, max: 5 }),
          pinned: fc.option(
            fc.record({
              slot: fc.integer({ min: 0, max: offered.length - 1 }),
              team: fc
                .subarray([...codes.trainers])
                .chain((members) =>
                  fc.tuple(...members.map((trainer) => fc.record({ seat: role, trainer: fc.constant(trainer) }))),
                ),
            }),
            { nil: null },
          ),
        }),
      }),
    );
  return fc.tuple(...ids.map(one));
}

const ids = fc.uniqueArray(text, { minLength: 1, maxLength: 3 });

/** A whole small pool whose references hold. */
export const pool: fc.Arbitrary<PoolRecords> = fc
  .tuple(ids, ids, ids, ids, ids, ids)
  .chain(([organisations, people, clients, locals, programmes, meetings]) =>
    fc.record({
      organisation: fc.tuple(...organisations.map((id) => fc.record({ id: fc.constant(id), name: text }))),
      trainer: trainers(people, organisations),
      client: fc.tuple(...clients.map((id) => fc.record({ id: fc.constant(id), name: text, contacts }))),
      local: fc.tuple(
        ...locals.map((id) =>
          fc.record({
            id: fc.constant(id),
            name: text,
            place: fc.option(tag("municipality"), { nil: null }),
            communities: tags("background"),
            contacts,
          }),
        ),
      ),
      programme: fc.tuple(
        ...programmes.map((id) =>
          fc.record({ id: fc.constant(id), client: fc.option(fc.constantFrom(...clients), { nil: null }), budget: n }),
        ),
      ),
      session: sessions(meetings, { trainers: people, clients, programmes }),
      series:
        meetings.length < 2
          ? fc.constant([])
          : few(
              fc.record({
                sessions: fc.shuffledSubarray([...meetings], { minLength: 2 }),
                days: fc.tuple(n, n).map((two) => [...two].sort((a, b) => a - b)),
              }),
            ).map((all) =>
              all.map(({ sessions: list, days: [minDays, maxDays] }, i) => ({
                id: `series ${i}`,
                sessions: list,
                minDays,
                maxDays,
              })),
            ),
    }),
  ) as unknown as fc.Arbitrary<PoolRecords>;
