/** What is wrong with the files of a programme, in Dutch: every sentence that their readers say, and as the command line tells it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { expectedIn } from "../../src/faces/expected.js";
import { InputError } from "../../src/model/index.js";
import { readHeld } from "../../src/programme/account.js";
import { readChoice } from "../../src/programme/choose/alternatives.js";
import { groupsOf, readGroups } from "../../src/programme/groups/groups.js";
import { readIntake } from "../../src/programme/groups/participants.js";
import { readOrder } from "../../src/programme/order.js";
import { quoteOf, readQuote, readTerms } from "../../src/programme/quote/quote.js";
import { readDone } from "../../src/programme/readiness.js";
import { readAnswers } from "../../src/programme/scan/answers.js";
import { needsOf, readNeeds } from "../../src/programme/scan/needs.js";
import { sessionsOf } from "../../src/programme/sessions/sessions.js";
import { alternative, parts } from "../programme/sessions-fixture.js";
import { command, inFolder, put } from "./support.js";

const DEMO = path.resolve("data/demo/programme");
const demo = (name: string) => path.join(DEMO, name);
const paper = (name: string): unknown => JSON.parse(readFileSync(demo(name), "utf8"));
const bytesOf = (value: unknown) => Buffer.from(JSON.stringify(value));

const intake = readIntake(bytesOf(paper("participants.json")));
const terms = readTerms(bytesOf(paper("terms.json")));
const answers = {
  format: "koppel-answers/1",
  answers: Array.from({ length: 12 }, (_, i) => ({
    ...{ role: i % 2 === 0 ? "formal" : "informal", knowledge: { fgm: i % 4 }, wishes: ["fgm"], workForms: [] },
    ...{ communities: [], languages: ["nl"], cooperation: [], days: ["mon"], dayparts: ["morning"] },
  })),
};
const kinds: readonly (readonly [kind: string, sound: () => Promise<unknown>, read: (bytes: Uint8Array) => unknown])[] =
  [
    ["order", async () => paper("region-order.json"), readOrder],
    ["terms", async () => paper("terms.json"), readTerms],
    ["participants", async () => paper("participants.json"), readIntake],
    ["held", async () => paper("held.json"), readHeld],
    ["answers", async () => answers, readAnswers],
    ["needs", async () => needsOf(readAnswers(bytesOf(answers)), ["fgm"]), readNeeds],
    ["groups", async () => groupsOf(intake), readGroups],
    ["choice", async () => ({ format: "koppel-choice/1", order: "l", alternatives: [alternative] }), readChoice],
    ["quote", async () => quoteOf({ sessions: sessionsOf(await parts({})).sessions, terms }), readQuote],
    ["done", async () => ({ format: "koppel-done/1", done: [{ session: "s", task: "t" }] }), readDone],
  ];

/** A value with each of its parts replaced or taken away in turn, and with a field more. The first two of a list are enough. */
function* broken(value: unknown): Generator<unknown> {
  yield* [null, "", "x", -1, 1.5, 1e12, true, [], {}, ["x", "x"], "2027-02-31"].filter((one) => one !== value);
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const [i, part] of value.slice(0, 2).entries()) for (const one of broken(part)) yield value.with(i, one);
    yield [...value, value[0]];
    return;
  }
  yield { ...value, formt: 1 };
  yield { ...value, somethingElse: 1 };
  for (const [key, part] of Object.entries(value)) {
    yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));
    for (const one of broken(part)) yield { ...value, [key]: one };
  }
}

test.each(kinds)(
  "what a reader of koppel-%s/1 expects has words in Dutch, whatever is wrong",
  async (_, sound, read) => {
    const value = JSON.parse(JSON.stringify(await sound()));
    expect(() => read(bytesOf(value))).not.toThrow();
    const told = new Set<string>();
    for (const one of broken(value)) {
      try {
        read(bytesOf(one));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        for (const { expected } of error.issues) told.add(expected);
      }
    }
    for (const text of ["", "{", "[1", '{"a":1,}', '{"a" 1}', "\x1f\x8bx", "\xff"])
      expect(() => read(Buffer.from(text, "latin1"))).toThrow(InputError);
    expect(told.size).toBeGreaterThan(4);
    expect([...told].filter((expected) => expectedIn("nl", expected) === null)).toEqual([]);
  },
);

describe("with --lang nl", () => {
  const refused = async (...args: string[]) => {
    const { code, err } = await command(["programme", ...args, "--lang", "nl"]);
    expect([args, code]).toEqual([args, 2]);
    return err;
  };

  test("wrong fields of JSON files are told in Dutch, with their places; without it in English", async () => {
    await inFolder(async (folder) => {
      const file = put(folder, "held.json", { ...(paper("held.json") as object), held: [{ session: 5 }] });
      const err = await refused("account", file);
      expect(err).toMatch(/held\.json: er kloppen 8 dingen niet\n/);
      expect(err).toContain("  held[0].session: verwacht tekst\n");
      expect(err).toContain("  held[0].date: verwacht een dag die bestaat\n");
      expect((await command(["programme", "account", file])).err).toContain("8 things are wrong\n");
      const cut = put(folder, "cut.json", '{"format": "koppel-held/1", ');
      expect(await refused("account", cut)).toContain(
        "het bestand: verwacht een heel bestand; het breekt af op regel 1",
      );
      const order = put(folder, "order.json", { ...(paper("order.json") as object), budget: -1, actor: undefined });
      const both = await refused("choose", put(folder, "answers.json", answers), order);
      expect(both).toContain("budget: verwacht een heel getal van 0 tot en met 10.000.000; gevonden -1");
      expect(both).toMatch(/actor: verwacht true of false; dit ontbreekt\n/);
    });
  });

  test("places of groups that do not exist, or that the order does not have, are told in Dutch", async () => {
    await inFolder(async (folder) => {
      const list = [demo("region-participants-filled.csv"), "--date", "2027-06-03", "2027-06-08", "2027-06-10"];
      const given = ["groups", ...list, "--groups", "3", "--place"];
      const unknown = await refused(...given, "GM0503", "GM9999");
      expect(unknown).toContain("koppel: --place: er klopt één ding niet\n");
      expect(unknown).toContain('places[1]: verwacht de CBS-code van een gemeente, zoals GM0503; gevonden "GM9999"');
      const order = ["--item", "lkha-training", "--order", demo("order.json")];
      const places = ["GM0503", "GM0637", "GM1916"];
      const strange = await refused(...given, ...places, ...order);
      expect(strange).toContain("koppel: de deelnemers: er kloppen 2 dingen niet\n");
      expect(strange).toContain(
        "places[1]: verwacht een gemeente van de opdracht, GM0503: voeg er daar een toe, of laat",
      );
      expect(await refused("groups", list[0] ?? "", "--place", "GM0503")).toContain("geef ze allebei");
      expect(await refused("groups", demo("participants.json"), "--place", "GM0503")).toContain("zegt dat zelf");
      expect(await refused(...given, ...places, "--needs", put(folder, "n.json", {}))).toContain("geef ook --item");
    });
  });

  test("papers for the database likewise; what has no words in Dutch is told in English", async () => {
    await inFolder(async (folder) => {
      const db = path.join(folder, "pool.db");
      await command(["pool", "create", "--db", db]);
      const as = ["--db", db, "--role", "coordinator", "--organisation", "alliantie"];
      const order = put(folder, "order.json", { ...(paper("order.json") as object), budget: -1 });
      const held = put(folder, "held.json", { format: "koppel-held/1", held: 1 });
      const err = await refused("keep", "lindehoven-2027", order, held, ...as);
      expect(err).toContain("budget: verwacht een heel getal van 0 tot en met 10.000.000; gevonden -1\n");
      expect(err).toContain("held: verwacht een lijst van bijeenkomsten\n");
    });
    expect(expectedIn("nl", "a dragon")).toBe(null);
  });
});
