/** What is told of wishes that cannot go together. */
import { describe, expect, test } from "vitest";
import { conflictText } from "../../src/papers/programme/choice.js";
import { conflictOf } from "../../src/programme/choose/conflict.js";
import type { Order } from "../../src/programme/order.js";
import { menu, order, withPeople } from "./support.js";

const free: Order = { ...order, must: [], mustNot: [] };
const code = (text: string) => text;

describe("wishes that cannot go together", () => {
  test("say of what there must be one of the least that any of them needs", () => {
    const oneOf = ["conference", "conference-hybrid"];
    expect(conflictOf(menu, withPeople(free, 20), oneOf)).toEqual([
      { wish: "one-of", items: oneOf },
      { wish: "participants", people: 20, needed: 30 },
    ]);
    // Kept out, the smaller of the two is none of them.
    const without: Order = { ...withPeople(free, 35), mustNot: ["conference"] };
    expect(conflictOf(menu, without, oneOf)).toEqual([
      { wish: "must-not", what: "conference" },
      { wish: "one-of", items: oneOf },
      { wish: "participants", people: 35, needed: 40 },
    ]);
  });

  test("are told as such, and one that can never be met as one", () => {
    const webinar = (theme: string | null) => [{ item: "webinar", times: 1, theme }];
    const alone = conflictOf(menu, { ...free, must: webinar("conversation-skills") }) ?? [];
    const two = conflictOf(menu, { ...free, must: webinar(null), mustNot: ["webinar"] }) ?? [];
    expect([alone.length, two.length]).toEqual([1, 2]);
    for (const [lang, one, more] of [
      ["nl", "op zichzelf al niet te vervullen", "gaan niet samen"],
      ["en", "whatever else", "do not go together"],
    ] as const) {
      expect(conflictText("broad", alone, code, lang)).toContain(one);
      expect(conflictText("broad", two, code, lang)).toContain(more);
    }
  });
});
