/** What a second import may not undo: what keeps her safe, and a date that is fixed. */
import { expect, it } from "vitest";
import type { Session } from "../../../src/model/index.js";
import { changesOf, readBody, type Store, versionOf } from "../../../src/pool/store/index.js";
import { officer, withPool } from "../support.js";
import { bring, keep, refusals, SESSION, trainer } from "./bring.js";

it("backgrounds, by which she is kept away from her own community: a coordinator only adds, an officer takes none while they do", async () => {
  await withPool((store) => {
    const backgrounds = (): readonly string[] => trainer(store, "t1")?.backgrounds ?? [];
    bring(store, keep("Backgrounds", "Turkish; Kurdish"), officer);
    const both = backgrounds();
    expect(both).toHaveLength(2);
    for (const fewer of ["Turkish", null]) bring(store, keep("Backgrounds", fewer));
    expect(backgrounds()).toEqual(both);
    bring(store, keep("Backgrounds", "Turkish"), officer);
    expect(backgrounds()).toHaveLength(1);
    bring(store, keep("Backgrounds", "Kurdish"));
    expect([...backgrounds()].sort()).toEqual([...both].sort());
    bring(store, keep("Distance from own community (km)", 30), officer);
    expect(refusals(() => bring(store, keep("Backgrounds", "Turkish"), officer))).toEqual([
      "Trainers 2 B: takes protection away; two people do that together, and not by an import",
    ]);
  });
});

it("whether a coordinator's guess of what she may not see was so already shows in no count that ETags tell", async () => {
  // A column, what it holds by now, and guesses besides: a part of it, something else.
  const guesses = [
    ["Backgrounds", "Turkish; Kurdish", "Turkish", "Moroccan"],
    ["Languages", "Dutch; Turkish", "Dutch", "Arabic"],
    ["Roles", "Professional", "Training actor", "Professional; Training actor"],
  ] as const;
  const risen = (store: Store, work: () => void): readonly number[] => {
    const counts = (): number[] => [changesOf(store), versionOf(store, "trainers", "t1")];
    const before = counts();
    work();
    return counts().map((count, i) => count - (before[i] ?? 0));
  };
  for (const [column, is, ...others] of guesses) {
    const seen = new Set<string>();
    for (const guess of [is, ...others])
      await withPool((store) => {
        bring(store, keep(column, is), officer);
        seen.add(risen(store, () => bring(store, keep(column, guess))).join(" "));
      });
    expect([column, ...seen]).toHaveLength(2);
  }
});

it("a fixed date stays that date when dates are told anew without it, and is let go where it is gone", async () => {
  await withPool((store) => {
    const fixed = {
      ...SESSION,
      Sessions: [
        [...(SESSION.Sessions[0] ?? []), "Fixed date"],
        [...(SESSION.Sessions[1] ?? []), 2],
      ],
    };
    bring(store, fixed);
    const pinned = (): unknown => {
      const { pinned: pin, slots } = readBody(store, "sessions", "s1") as Session;
      return pin === null ? null : slots[pin.slot]?.[0]?.[0];
    };
    expect(pinned()).toBe("2027-03-08T09:30");
    const [head = []] = SESSION.Dates;
    const second = ["s1", 1, "2027-03-08 09:30", "2027-03-08 12:30"];
    bring(store, { Dates: [head, second, ["s1", 2, "2027-03-22 09:30", "2027-03-22 12:30"]] });
    expect(pinned()).toBe("2027-03-08T09:30");
    const others = [22, 29].map((day, i) => ["s1", i + 1, `2027-03-${day} 09:30`, `2027-03-${day} 12:30`]);
    bring(store, { Dates: [head, ...others] });
    expect(pinned()).toBeNull();
  });
});

it("a place that nobody knows, an unknown member of a fixed team, a level and a year that cannot be: refused where they stand", async () => {
  await withPool((store) => {
    expect(refusals(() => bring(store, keep("Home", "Utrect")))).toEqual([expect.stringMatching(/^Trainers 2 B: /)]);
    expect(refusals(() => bring(store, keep("Expertise", "Forced marriage: 7")))).toEqual([
      "Trainers 2 B: a level is 1, 2 or 3",
    ]);
    const [head = [], row = []] = SESSION.Sessions;
    const fixed = {
      ...SESSION,
      Sessions: [
        [...head, "Fixed date", "Fixed team"],
        [...row, 1, "Professional: t99"],
      ],
    };
    expect(refusals(() => bring(store, fixed))).toEqual([
      expect.stringMatching(/^Sessions 2 F: this code is not known/),
    ]);
    const year = [
      ["Session", "Choice", "Start", "End"],
      ["s1", 1, "2027-03-08 09:30", "2028-03-08 12:30"],
    ];
    expect(refusals(() => bring(store, { ...SESSION, Dates: year }))).toEqual([
      expect.stringMatching(/^Dates 2 .*is the year right/),
    ]);
  });
});
