/** What protects a trainer, changed: one safety officer adds to it, and it takes two to take away from it. */

import { InputError } from "../../model/errors.js";
import { assertMay, noteRefusal } from "./acts.js";
import { judgedTrainer, type Special } from "./bodies.js";
import { inTransaction, type Store } from "./context.js";
import { trainerForChange } from "./directory.js";
import { StoreError } from "./errors.js";
import { need } from "./need.js";
import { put } from "./records.js";
import type { Actor } from "./rights.js";
import { tableOf } from "./schema.js";
import { readSensitive } from "./sensitive.js";
import { append } from "./trail.js";
import { touch } from "./versions.js";

/** One piece of protection: a place, a trainer, km from her own community, or how often a theme. */
export type Piece =
  | { readonly field: "avoidPlaces" | "avoidTrainers"; readonly value: string }
  | { readonly field: "ownCommunityKm"; readonly value: number }
  | { readonly field: "exposure"; readonly value: { readonly theme: string; readonly times: number } };
type NoGo = Pick<Special, Piece["field"]>;
const FIELDS = ["avoidPlaces", "avoidTrainers", "ownCommunityKm", "exposure"] as const;

/** What protects a trainer. @throws StoreError `refused` for other roles, `unknown` for no trainer of the pool */
export function protectionFor(store: Store, actor: Actor, trainer: string): NoGo {
  assertMay(store, actor, "protect");
  return inTransaction(store, () => {
    const looks = FIELDS.map((field) => [field, readSensitive(store, actor, "safety", trainer, field)] as const);
    return Object.fromEntries(
      looks.map(([field, look]) => {
        if (!look.given) throw new StoreError("unknown", "no such trainer in the pool");
        return [field, look.value];
      }),
    ) as unknown as NoGo;
  });
}

/**
 * Adds a piece: it holds at once, in every season.
 * @param isPlace whether there is such a place at all: one that is misspelt would keep her from nowhere
 * @throws InputError for a value that the model refuses; StoreError `refused` where it would protect her less than now
 */
export function protect(
  store: Store,
  actor: Actor,
  trainer: string,
  piece: Piece,
  isPlace: (id: string) => boolean,
): "added" {
  assertMay(store, actor, "protect");
  if (piece.field === "avoidPlaces" && !isPlace(piece.value))
    throw new StoreError("unknown", "there is no such place: give the CBS code of a municipality, such as GM0503");
  return inTransaction(store, () => {
    if (piece.field === "avoidTrainers") need(store, "trainers", "code", piece.value, "trainer");
    if (piece.field === "avoidTrainers" && piece.value === trainer)
      throw new InputError("what protects her", [{ path: piece.field, expected: "another trainer than herself" }]);
    const had = protectionFor(store, actor, trainer);
    const next = added(had, piece);
    if (next === null) noteRefusal(store, actor, "protect", trainer);
    if (next === null)
      throw new StoreError("refused", `${piece.field}: this would protect her less; two people do that, by removing`);
    // Whoever adds has looked anew: what somebody asked to take away before no longer waits for a second.
    forgetRemovals(store, trainer, piece);
    write(store, actor, trainer, piece.field, next[piece.field], "protect");
    return "added";
  });
}

/** Requests to take a piece away, or more of what it belongs to. */
function forgetRemovals(store: Store, trainer: string, piece: Piece): void {
  const { field } = piece;
  const sql = "SELECT value FROM special_removals WHERE trainer = ? AND field = ?";
  const asked = store.db.prepare(sql).all(trainer, field) as { value: string }[];
  const isOfIt = (value: unknown): boolean =>
    field === "exposure" ? (value as typeof piece.value).theme === piece.value.theme : value === piece.value;
  const drop = store.db.prepare("DELETE FROM special_removals WHERE trainer = ? AND field = ? AND value = ?");
  for (const { value } of asked)
    if (field === "ownCommunityKm" || isOfIt(JSON.parse(value))) drop.run(trainer, field, value);
}

/** A request that nobody joined for so long is none. */
const REMOVAL_DAYS = 30;

/**
 * Takes a piece away once a second safety officer asks the same, within 30 days and with nothing added to it meanwhile.
 * @returns `asked` where it waits for the second, `removed` where she was the second
 * @throws StoreError `unknown` where there is no such piece
 */
export function unprotect(store: Store, actor: Actor, trainer: string, piece: Piece): "asked" | "removed" {
  assertMay(store, actor, "protect");
  return inTransaction(store, () => {
    const next = removed(protectionFor(store, actor, trainer), piece);
    if (next === null) throw new StoreError("unknown", `${piece.field}: there is no such piece to take away`);
    const value = JSON.stringify(piece.value);
    const where = "trainer = ? AND field = ? AND value = ?";
    const row = store.db
      .prepare(`SELECT asked, at FROM special_removals WHERE ${where}`)
      .get(trainer, piece.field, value);
    const first = row as { asked: string; at: string } | undefined;
    const lapses = first === undefined ? 0 : Date.parse(first.at) + REMOVAL_DAYS * 86_400_000;
    const asked = Date.parse(store.now()) < lapses ? first?.asked : undefined;
    if (asked === undefined || asked === actor.id) {
      if (asked === undefined)
        store.db
          .prepare("INSERT OR REPLACE INTO special_removals VALUES (?, ?, ?, ?, ?)")
          .run(trainer, piece.field, value, actor.id, store.now());
      append(store, actor, { action: "ask removal", field: piece.field, trainer });
      return "asked";
    }
    store.db.prepare(`DELETE FROM special_removals WHERE ${where}`).run(trainer, piece.field, value);
    write(store, actor, trainer, piece.field, next[piece.field], "remove");
    return "removed";
  });
}

/** The protection with a piece more; null where it would be weaker. */
function added(had: NoGo, piece: Piece): NoGo | null {
  switch (piece.field) {
    case "avoidPlaces":
    case "avoidTrainers":
      return { ...had, [piece.field]: [...new Set([...had[piece.field], piece.value])] };
    case "ownCommunityKm":
      return piece.value < had.ownCommunityKm ? null : { ...had, ownCommunityKm: piece.value };
    case "exposure": {
      const { theme, times } = piece.value;
      if (times > (had.exposure[theme] ?? Number.POSITIVE_INFINITY)) return null;
      return { ...had, exposure: { ...had.exposure, [theme]: times } };
    }
  }
}

/** The protection without a piece (with fewer km, or a theme more often); null where there is nothing to take. */
function removed(had: NoGo, piece: Piece): NoGo | null {
  switch (piece.field) {
    case "avoidPlaces":
    case "avoidTrainers": {
      const { field, value } = piece;
      return had[field].includes(value) ? { ...had, [field]: had[field].filter((one) => one !== value) } : null;
    }
    case "ownCommunityKm":
      return piece.value < had.ownCommunityKm ? { ...had, ownCommunityKm: piece.value } : null;
    case "exposure": {
      const { theme, times } = piece.value;
      const now = had.exposure[theme];
      return now !== undefined && times > now ? { ...had, exposure: { ...had.exposure, [theme]: times } } : null;
    }
  }
}

function write(
  store: Store,
  actor: Actor,
  trainer: string,
  field: Piece["field"],
  value: unknown,
  action: "protect" | "remove",
): void {
  const kept = trainerForChange(store, actor, trainer);
  if (kept === null) throw new StoreError("unknown", "no such trainer in the pool");
  const { limits, ...rest } = kept.trainer;
  // Judged as a whole before it is kept.
  judgedTrainer(
    field === "ownCommunityKm" || field === "exposure"
      ? { ...rest, limits: { ...limits, [field]: value } }
      : { ...rest, limits, [field]: value },
  );
  put(store, tableOf(field), { trainer, value: JSON.stringify(value) });
  touch(store);
  append(store, actor, { action, field, trainer });
}
