/** What an import changes, keeps and refuses, and what an export holds, by role. */
import { describe, expect, it } from "vitest";
import { exportRecords, importTables, recordsXlsx, viewOf } from "../../../src/pool/exchange/index.js";
import {
  codesOf,
  codeTellsName,
  consentsOf,
  giveConsent,
  saveTrainer,
  trailHead,
  trainerForChange,
  verifyTrail,
} from "../../../src/pool/store/index.js";
import { readXlsx } from "../../../src/sheets/read-xlsx.js";
import { smallSeason } from "../../support/small-season.js";
import { coordinator, officer, trailOf, withPool } from "../support.js";
import { bring, filesOf, keep, refusals, SESSION, trainer } from "./bring.js";
import { choices } from "./records.js";

describe("an import", () => {
  it("adds, says in a dry run what it would do, and changes nothing a second time", async () => {
    await withPool((store) => {
      expect(bring(store, SESSION, coordinator, true)).toEqual([["s1", "added"]]);
      expect(codesOf(store, "sessions")).toEqual([]);
      expect(bring(store, SESSION)).toEqual([["s1", "added"]]);
      expect(codesOf(store, "sessions")).toEqual(["s1"]);
      expect(bring(store, SESSION)).toEqual([["s1", "unchanged"]]);
      expect(verifyTrail(store.db).fault).toBeNull();
    });
  });

  it("updates by code the columns that it has, and keeps the others", async () => {
    await withPool((store) => {
      bring(store, SESSION);
      expect(
        bring(store, {
          Sessions: [
            ["Code", "Priority"],
            ["s1", 5],
          ],
        }),
      ).toEqual([["s1", "changed", "Priority"]]);
      expect(
        bring(store, {
          Dates: [
            ["Session", "Start", "End"],
            ["s1", "2027-04-01 09:30", "2027-04-01 12:30"],
          ],
        }),
      ).toEqual([["s1", "changed", "Dates (2 → 1 rows)"]]);
      // A sheet of details that has rows speaks for all records on the main sheet; an empty one for none.
      const needless = { ...SESSION, Dates: [SESSION.Dates[0] ?? []], Needs: [SESSION.Needs[0] ?? []] };
      expect(bring(store, needless)).toEqual([["s1", "unchanged"]]);
      const other = {
        Sessions: [...SESSION.Sessions, ["s2", "Webinar", null, 1]],
        Dates: [...SESSION.Dates, ["s2", 1, "2027-05-01 09:30", "2027-05-01 12:30"]],
        Needs: [SESSION.Needs[0] ?? [], ["s2", "Language", "Dutch", null]],
      };
      expect(bring(store, other)).toEqual([
        ["s1", "changed", "Dates", "Needs (1 → 0 rows)"],
        ["s2", "added"],
      ]);
    });
  });

  it("writes all or nothing, of several files too", async () => {
    await withPool((store) => {
      const head = trailHead(store.db);
      const files = [
        ...filesOf(SESSION),
        ...filesOf({
          Clients: [
            ["Code", "Name"],
            ["c1", null],
          ],
        }),
      ];
      expect(refusals(() => importTables(store, coordinator, files, choices, false))).toEqual([
        "Clients 2 B: must be filled",
      ]);
      expect([codesOf(store, "sessions"), codesOf(store, "clients")]).toEqual([[], []]);
      expect(trailHead(store.db)).toEqual(head);
    });
  });

  it("tells values that no list knows without refusing them", async () => {
    await withPool((store) => {
      const odd = {
        Sessions: [
          ["Code", "Activity", "Professionals"],
          ["s1", "Webbinar", 1],
        ],
        Dates: SESSION.Dates,
      };
      const { notes } = importTables(store, coordinator, filesOf(odd), choices, false);
      expect(notes.map(({ row, column }) => [row, column?.letter])).toEqual([[2, "B"]]);
    });
  });

  it("gives and takes back consents one by one", async () => {
    await withPool((store) => {
      const head = ["Trainer", "Purpose", "Which data", "Consent"];
      bring(store, {
        Consents: [
          head,
          ["t1", "Planning", "Roles; Languages", "Yes"],
          ["t1", "Season files outside the pool", "Roles", "Yes"],
        ],
      });
      bring(store, { Consents: [head, ["t1", "Planning", "Languages", "No"]] });
      expect(consentsOf(store, "t1")).toEqual({ matching: ["roles"], export: ["roles"] });
    });
  });
});

describe("roles", () => {
  it("a coordinator writes no no-go lists and no other organisation's trainers, and does not learn what she wrote over", async () => {
    await withPool((store) => {
      const officersOwn = /only the safety officer/;
      // Whatever is on the list, a guess is refused in the same words.
      const guess = () => refusals(() => bring(store, keep("Never to", "Utrecht")));
      const unknown = guess();
      expect(unknown[0]).toMatch(officersOwn);
      bring(store, keep("Never to", "Utrecht; Tiel"), officer);
      expect(guess()).toEqual(unknown);
      expect(
        refusals(() =>
          bring(store, {
            ...SESSION,
            Sessions: [
              ["Code", "Activity", "Professionals", "Not with"],
              ["s1", "Webinar", 1, "t1"],
            ],
          }),
        )[0],
      ).toMatch(officersOwn);
      expect(
        refusals(() =>
          bring(store, {
            Trainers: [
              ["Code", "Home"],
              ["t6", "Utrecht"],
            ],
          }),
        )[0],
      ).toMatch(/her own organisation/);
      expect(
        refusals(() =>
          bring(store, {
            Availability: [
              ["Trainer", "What", "From", "To"],
              ["t6", "Holiday", "2027-01-01", "2027-01-02"],
            ],
          }),
        )[0],
      ).toMatch(/her own organisation/);
      const same = trainer(store, "t1")?.backgrounds.join("; ") ?? "";
      for (const guess of [same, "Turkish; Kurdish", null]) {
        expect(bring(store, keep("Backgrounds", guess), coordinator, true)).toEqual([
          ["t1", "unchanged", "not compared: Backgrounds"],
        ]);
      }
    });
  });

  it("a coordinator neither adds nor changes another organisation; one that is as it was may stand in her file, and an officer adds it", async () => {
    await withPool((store) => {
      const sheet = (...rows: string[][]) => ({ Organisations: [["Code", "Name"], ...rows] });
      for (const [code, name] of [
        ["org9", "Organisation nine"],
        ["org2", "Another name"],
      ] as const)
        expect(refusals(() => bring(store, sheet(["org1", "One"], [code, name]), coordinator, true))).toEqual([
          "Organisations 3 A: a coordinator writes her own organisation alone; another is imported by a safety officer",
        ]);
      expect(bring(store, sheet(["org1", "One"], ["org2", "Organisation two"]))).toEqual([
        ["org1", "changed", "Name"],
        ["org2", "unchanged"],
      ]);
      expect(bring(store, sheet(["org9", "Organisation nine"]), officer)).toEqual([["org9", "added"]]);
    });
  });

  it("another organisation's trainers in a file do not hide what else is wrong in it, nor are they judged", async () => {
    await withPool((store) => {
      const rows = [
        ["Code", "Organisation", "Name", "Home"],
        ["t6", "org2", "Somebody", "Utrecht"],
        ["n1", "org1", "Amal Yilmaz", null],
      ];
      const dates = [
        ["Session", "Choice", "Start", "End"],
        ["s1", 1, "2027-03-01 12:30", "2027-03-01 09:30"],
      ];
      const told = refusals(() => bring(store, { ...SESSION, Dates: dates, Trainers: rows }));
      expect(told.filter((line) => !/needs this column/.test(line)).sort()).toEqual([
        "Dates 2 C: the end is not after the start",
        "Trainers 2 B: a coordinator imports trainers of her own organisation alone",
        "Trainers 3 D: must be filled",
      ]);
    });
  });

  it("a new trainer's code does not tell her name, whichever way she comes in; one who has it keeps it", async () => {
    await withPool((store) => {
      const named = (code: string, name: string) => ({
        Trainers: [
          ["Code", "Organisation", "Name", "How to reach her", "Home", "Roles"],
          [code, "org1", name, "06", "Utrecht", "Professional"],
        ],
      });
      for (const [code, name] of [
        ["yilmaz-1", "Amal Yılmaz"],
        ["amalyilmaz", "Amal Yilmaz"],
        ["t-eva", "Eva de Bo"],
        ["muller_a", "A. Müller"],
      ] as const) {
        const told = refusals(() => bring(store, named(code, name), officer));
        expect(told.filter((line) => /must not tell her name/.test(line))).toHaveLength(1);
        const trainer = { ...smallSeason().trainers[0], id: code };
        const contact = { organisation: "org1", name, contact: "" };
        expect(() => saveTrainer(store, officer, contact, trainer)).toThrow("the trainer: 1 thing is wrong");
      }
      for (const code of ["t1", "iot-07", "adv3", "van-1"])
        expect(codeTellsName(code, "Adriana van der Berg-Advocaat")).toBe(code === "van-1");
      // Who is known by such a code stays known by it: plans and trails have it.
      store.db.prepare("UPDATE trainers SET name = 'T One', code = code").run();
      expect(bring(store, keep("Name", "T1"))).toEqual([["t1", "changed", "Name"]]);
    });
  });

  it("nobody takes protection away by an import, and a blank cell keeps it", async () => {
    await withPool((store) => {
      bring(store, keep("Never to", "Utrecht; Den Haag"), officer);
      expect(refusals(() => bring(store, keep("Never to", "Utrecht"), officer))).toEqual([
        "Trainers 2 B: takes protection away; two people do that together, and not by an import",
      ]);
      expect(bring(store, keep("Never to", null), officer)).toEqual([["t1", "unchanged"]]);
      expect(bring(store, keep("Never to", "Den Haag; Utrecht; Tiel"), officer)).toEqual([
        ["t1", "changed", "Never to"],
      ]);
      bring(store, keep("At most by theme in a lived-experience seat", "fgm: 3"), officer);
      expect(
        refusals(() => bring(store, keep("At most by theme in a lived-experience seat", "fgm: 4"), officer)),
      ).toHaveLength(1);
      bring(store, keep("Distance from own community (km)", 30), officer);
      expect(refusals(() => bring(store, keep("Distance from own community (km)", 0), officer))).toHaveLength(1);
    });
  });

  it("an export holds what its reader may see, and importing it again changes nothing", async () => {
    await withPool(async (store) => {
      bring(store, SESSION);
      // the small season's places are no municipalities, and a place to avoid must be on the list
      const places = ["p1", "p2", "p3", "p4"].map((code) => ({ code, nl: `Plaats ${code}`, en: `Place ${code}` }));
      const listed = { ...choices, municipality: [...choices.municipality, ...places] };
      giveConsent(store, officer, "t1", "backgrounds", "export");
      const before = codesOf(store, "trainers").map((code) => trainerForChange(store, officer, code));
      for (const actor of [coordinator, officer]) {
        const { records, withheld } = exportRecords(store, actor);
        const bytes = await recordsXlsx(records, { lang: "nl", choices: listed, withheld, ...viewOf(actor) });
        const tables = readXlsx(bytes);
        const [header, t1] = tables.find(({ name }) => name === "Trainers")?.rows ?? [];
        const texts = [...(header?.cells.values() ?? [])];
        const all = JSON.stringify(tables.map(({ rows }) => rows.map(({ cells }) => [...cells.values()])));
        if (actor === coordinator) {
          expect(texts).not.toContain("Rollen");
          expect(texts).not.toContain("Nooit naar");
          expect(all).toContain("Name of t1");
          expect(records.trainer.map(({ trainer: { id } }) => id)).not.toContain("t6");
        } else {
          expect(texts).not.toContain("Naam");
          expect(tables.map(({ name }) => name)).not.toContain("Beschikbaarheid");
          expect(all).not.toContain("Name of t1");
          expect(t1?.cells.get(texts.indexOf("Rollen") + 1)).toBe("(geen toestemming)");
          expect(t1?.cells.get(texts.indexOf("Achtergronden") + 1)).not.toBe("(geen toestemming)");
        }
        const { changes } = importTables(store, actor, [{ file: "f", tables }], listed, false);
        expect(changes.filter(({ what }) => what !== "unchanged")).toEqual([]);
      }
      expect(codesOf(store, "trainers").map((code) => trainerForChange(store, officer, code))).toEqual(before);
      const looks = trailOf(store).filter(({ action, purpose }) => action === "read" && purpose === "export");
      expect(new Set(looks.map(({ role }) => role))).toEqual(new Set(["safetyOfficer"]));
    });
  });
});
