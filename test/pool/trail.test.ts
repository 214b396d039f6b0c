/** The trail: append-only, a row for each change, no content; and nobody changes it unseen. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { NO_AVAILABILITY } from "../../src/pool/availability/index.js";
import * as api from "../../src/pool/store/index.js";
import { count } from "../support/counts.js";
import { smallSeason } from "../support/small-season.js";
import { coordinator, officer, optionsIn, trailOf, withPool } from "./support.js";

const { readSensitive, trailHead, verifyTrail } = api;
const COLUMNS = [
  "at",
  "actor",
  "role",
  "action",
  "purpose",
  "field",
  "subject",
  "outcome",
  "previous",
  "hash",
] as const;

test("the trail refuses every way to change or lose a row", async () => {
  await withPool(({ db }) => {
    const values = "(2, 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x')";
    const ways = [
      "UPDATE trail SET outcome = 'given' WHERE seq = 2",
      "DELETE FROM trail WHERE seq = 2",
      "DELETE FROM trail",
      `INSERT OR REPLACE INTO trail VALUES ${values}`,
      `INSERT INTO trail VALUES ${values}`,
      "INSERT INTO trail VALUES (99, 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x')",
      `REPLACE INTO trail VALUES ${values}`,
      "UPDATE OR REPLACE trail SET seq = 3 WHERE seq = 2",
      "DELETE FROM trail_head",
    ];
    for (const sql of ways) expect(() => db.exec(sql), sql).toThrow(/append-only/);
    expect(verifyTrail(db).fault).toBeNull();
    // REPLACE is stopped by the delete trigger too, not only by the order
    db.exec("DROP TRIGGER trail_in_order");
    expect(() => db.exec(`REPLACE INTO trail VALUES ${values}`)).toThrow(/append-only/);
  });
});

type Change = (store: api.Store, folder: string) => unknown;
const small = smallSeason();
const CHANGES: Readonly<Record<string, Change>> = {
  saveOrganisation: (s) => api.saveOrganisation(s, officer, "org3", "Three"),
  saveTrainer: (s) =>
    api.saveTrainer(s, officer, { organisation: "org1", name: "n", contact: "c" }, { ...small.trainers[0], id: "t7" }),
  saveAvailability: (s) => api.saveAvailability(s, officer, "t1", NO_AVAILABILITY),
  saveLocal: (s) => api.saveLocal(s, officer, { id: "l1", name: "n", place: null, communities: [], contacts: [] }),
  saveClient: (s) => api.saveClient(s, officer, "cl1", "Client"),
  saveContacts: (s) => api.saveContacts(s, officer, "cl1", [{ name: "n", task: null, email: null, phone: null }]),
  saveProgramme: (s) => api.saveProgramme(s, officer, "cl1", small.programmes[0]),
  saveSession: (s) => api.saveSession(s, officer, null, small.sessions[3]),
  saveSeason: (s) => api.saveSeason(s, officer, small),
  savePlan: (s) =>
    api.savePlan(s, officer, "plan", "small", { format: "koppel-plan/1", season: "small", assignments: [] }),
  saveSeries: (s) => {
    const id = small.sessions[3]?.id ?? "";
    api.inTransaction(s, () =>
      s.db.prepare("INSERT INTO sessions VALUES ('other', NULL, ?)").run(JSON.stringify({ pinned: null, waivers: [] })),
    );
    api.saveSeries(s, officer, { id: "row", sessions: [id, "other"], minDays: 1, maxDays: 9 });
  },
  saveVenue: (s) => api.saveVenue(s, officer, small.sessions[3]?.id ?? "", { ...api.NO_VENUE, address: "Street 1" }),
  removeRecord: (s) => api.removeRecord(s, officer, "locals", "l1"),
  saveWishes: (s) => api.saveWishes(s, officer, "t1", { ...api.NO_WISHES, mayBeNamed: true }),
  saveBusy: (s) => api.saveBusy(s, officer, "t1", [["2027-01-05T09:00", "2027-01-05T10:00"]]),
  savePublication: (s) => api.savePublication(s, officer, { season: "small", plan: "plan", at: "now", sessions: [] }),
  saveAgreement: (s) => api.saveAgreement(s, officer, "small", "plan"),
  savePaper: (s) => api.savePaper(s, officer, "p", { kind: "order", part: "" }, {}),
  removePaper: (s) => api.removePaper(s, officer, "p", { kind: "order", part: "" }),
  saveReply: (s) =>
    api.saveReply(s, officer, "small", {
      session: "s1",
      trainer: "t1",
      reply: "asked",
      slot: [["2027-01-05T09:00", "2027-01-05T10:00"]],
    }),
  giveConsent: (s) => api.giveConsent(s, officer, "t1", "traits", "matching"),
  withdrawConsent: (s) => api.withdrawConsent(s, officer, "t1", "traits", "matching"),
  eraseTrainer: (s) => api.eraseTrainer(s, officer, "t7"),
  rotateKey: (s) => api.rotateKey(s, officer, Buffer.alloc(32, 9)),
};

test("every function that changes something writes exactly one row, and is on this list", async () => {
  const changing = Object.keys(api).filter((name) => /^(save|give|withdraw|erase|rotate|add|remove|set)/.test(name));
  expect(changing.sort()).toEqual(Object.keys(CHANGES).sort());
  await withPool(
    (store, folder) => {
      for (const [name, change] of Object.entries(CHANGES)) {
        const before = trailHead(store.db).seq;
        change(store, folder);
        expect([name, trailHead(store.db).seq]).toEqual([name, before + 1]);
      }
      expect(verifyTrail(store.db)).toEqual({ rows: trailHead(store.db).seq, fault: null });
    },
    Buffer.alloc(32, 7),
  );
});

test("no content and no code of a trainer is in the trail", async () => {
  await withPool((store, folder) => {
    for (const [name, change] of Object.entries(CHANGES)) if (name !== "rotateKey") change(store, folder);
    readSensitive(store, { id: "t2", role: "trainer", trainer: "t2" }, "own", "t2", "backgrounds");
    const text = JSON.stringify(trailOf(store));
    const held = [...JSON.stringify(small).matchAll(/"(q-[^"]+|[tps]\d)"/g)].map((m) => m[1] ?? "");
    expect(held.length).toBeGreaterThan(50);
    for (const value of held) expect([value, text.includes(`"${value}"`)]).toEqual([value, false]);
    expect(text).not.toContain("Name of");
    expect(trailOf(store).at(-1)?.subject).toMatch(/^[0-9a-f]{32}$/);
  });
});

/** The chain as docs/trust.md says it, written apart from the code. */
function forgedHash(row: Record<string, string | number>): string {
  const { hash: _, ...rest } = row;
  return createHash("sha256")
    .update(JSON.stringify(Object.values(rest)))
    .digest("hex");
}

test("every edit, deletion, addition, exchange and forged chain is found, and a whole trail is not accused", async () => {
  const runs = count(150, 1000);
  let tried = 0;
  await withPool((store) => {
    const { db } = store;
    for (let i = 0; i < 40; i++) readSensitive(store, i % 2 ? officer : coordinator, "safety", `t${i % 8}`, "traits");
    const anchor = trailHead(db);
    expect(verifyTrail(db, anchor).fault).toBeNull();
    const row = fc.integer({ min: 1, max: anchor.seq });
    const tampering = fc.oneof(
      fc.record({ kind: fc.constant("edit"), row, other: row, column: fc.constantFrom(...COLUMNS), text: fc.string() }),
      fc.record({ kind: fc.constantFrom("delete", "cut", "exchange", "copy", "forge"), row, other: row }),
    );
    fc.assert(
      fc.property(tampering, (how) => {
        db.exec("BEGIN");
        try {
          for (const name of ["trail_no_update", "trail_no_delete", "trail_in_order"]) db.exec(`DROP TRIGGER ${name}`);
          const before = JSON.stringify(trailOf(store));
          tamper(how);
          fc.pre(JSON.stringify(trailOf(store)) !== before);
          tried++;
          // only a chain that is forged to its end needs an anchor from outside
          expect(verifyTrail(db, how.kind === "forge" ? anchor : null).fault).not.toBeNull();
        } finally {
          db.exec("ROLLBACK");
        }
      }),
      { numRuns: runs },
    );
    expect(tried).toBeGreaterThanOrEqual(runs);
    expect(verifyTrail(db, anchor).fault).toBeNull();

    function tamper(how: { kind: string; row: number; other: number; column?: string; text?: string }): void {
      const rows = trailOf(store) as unknown as Record<string, string | number>[];
      const last = rows.length;
      if (how.kind === "edit")
        db.prepare(`UPDATE trail SET ${how.column} = ? WHERE seq = ?`).run(how.text ?? "", how.row);
      else if (how.kind === "delete") db.prepare("DELETE FROM trail WHERE seq = ?").run(how.row);
      else if (how.kind === "cut") db.prepare("DELETE FROM trail WHERE seq >= ?").run(how.row);
      else if (how.kind === "copy") {
        const copied = Object.values(rows[how.row - 1] ?? {}).slice(1);
        db.prepare(`INSERT INTO trail VALUES (${Array(11).fill("?").join(",")})`).run(last + 1, ...copied);
      } else if (how.kind === "exchange") {
        const move = db.prepare("UPDATE trail SET seq = ? WHERE seq = ?");
        for (const [to, from] of [
          [-1, how.row],
          [how.row, how.other],
          [how.other, -1],
        ] as const)
          move.run(to, from);
      } else forge(rows, how.row);
    }
    /** Edits a row, then reckons every hash after it and the head anew. */
    function forge(rows: Record<string, string | number>[], from: number): void {
      let previous = String(rows[from - 1]?.previous ?? "");
      for (const old of rows.slice(from - 1)) {
        const forged = { ...old, ...(old.seq === from ? { at: "never" } : {}), previous };
        previous = forgedHash(forged);
        const { at } = forged as { at: string };
        db.prepare("UPDATE trail SET at = ?, previous = ?, hash = ? WHERE seq = ?").run(
          at,
          forged.previous,
          previous,
          Number(old.seq),
        );
      }
      db.prepare("UPDATE trail_head SET hash = ?").run(previous);
      // the forgery is good: without the anchor it passes
      expect(verifyTrail(db).fault).toBeNull();
    }
  });
});

test("a store that is opened again goes on with the same chain", async () => {
  await withPool((store, folder) => {
    const again = api.openStore(store.file, optionsIn(folder));
    readSensitive(again, officer, "safety", "t1", "traits");
    readSensitive(store, officer, "safety", "t1", "traits");
    api.closeStore(again);
    expect(verifyTrail(store.db).fault).toBeNull();
  });
});
