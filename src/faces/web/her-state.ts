/** Reading and keeping what a trainer says: her time, her consents, her wishes, by the version that was seen. */
import { batch } from "@preact/signals";
import { ApiError, ask, list } from "./api.js";
import { conflict, type Draft, drafts, type Kept, kept, type Parts, refused, times } from "./her.js";
import { lookAgain, pool, season, tell, tried, words } from "./state.js";
import type { Availability, FreeTime, PoolRow, TrainerRecord } from "./types.js";

const at = (code: string): string => `trainers/${encodeURIComponent(code)}`;
const ADDRESS: Readonly<Record<keyof Parts, string>> = {
  time: "availability",
  consents: "consents",
  wishes: "wishes",
};

/** When trainers of one's own organisation can come in the season that is open. */
export const loadTimes = (): Promise<void> =>
  tried(async () => {
    const id = season.value?.id;
    if (id === undefined) return;
    const found = await list<FreeTime>(`seasons/${encodeURIComponent(id)}/availability`);
    if (season.value?.id === id) times.value = new Map(found.map(({ trainer, available }) => [trainer, available]));
  });

/** Reads what is kept of a trainer of one's own organisation. What was changed of her and not kept yet stays. */
export async function readHer(code: string): Promise<void> {
  // Her record first: where somebody saves her between the two, the older version is the one that was seen.
  const { value: record, etag } = await ask<TrainerRecord>("GET", at(code));
  const { value: time } = await ask<Availability>("GET", `${at(code)}/availability`);
  const { consents, wishes, trainer } = record;
  kept.value = { code, time, consents, wishes, share: trainer.share, etag: etag ?? "" };
}

/** A trainer's part as it was changed, else as it is kept. */
export function shownOf<K extends keyof Parts>(her: Kept, what: K): Parts[K] {
  const changed: Partial<Parts> = drafts.value.get(her.code)?.parts ?? {};
  return changed[what] ?? her[what];
}
export function isChanged(code: string, what: keyof Parts): boolean {
  return drafts.value.get(code)?.parts[what] !== undefined;
}

/** Changes a part of her, here alone until it is kept. */
export function changeHer<K extends keyof Parts>(her: Kept, what: K, to: Parts[K]): void {
  const draft = drafts.value.get(her.code) ?? { etag: her.etag, parts: {} };
  const { [what]: _, ...others } = draft.parts;
  const isBack = JSON.stringify(to) === JSON.stringify(her[what]);
  setDraft(her.code, { ...draft, parts: isBack ? others : { ...others, [what]: to } });
}

/** Lets go of what was changed of one part. */
export function undoHer(her: Kept, what: keyof Parts): void {
  if (refused.value?.what === what) refused.value = null;
  changeHer(her, what, her[what]);
}

/** Lets go of all that was changed of her, and shows what is kept. */
export async function showKept(code: string): Promise<void> {
  await readHer(code);
  batch(() => {
    setDraft(code, null);
    conflict.value = null;
  });
}

/** Keeps a part of her. Where somebody saved her since, nothing is overwritten and what was changed here stays to be seen. */
export function keepHer(her: Kept, what: keyof Parts): Promise<void> {
  refused.value = null;
  return tried(
    () => keep(her, what),
    (wrong) => {
      refused.value = { code: her.code, what, wrong };
    },
  );
}

async function keep(her: Kept, what: keyof Parts): Promise<void> {
  const draft = drafts.value.get(her.code);
  const value = draft?.parts[what];
  if (draft === undefined || value === undefined) return;
  try {
    const { etag } = await ask("PUT", `${at(her.code)}/${ADDRESS[what]}`, value, { "if-match": draft.etag });
    // What she changed while it was saved is still hers to keep.
    const { [what]: latest, ...others } = drafts.value.get(her.code)?.parts ?? {};
    const parts = latest === undefined || latest === value ? others : { ...others, [what]: latest };
    batch(() => {
      if (kept.value?.code === her.code) kept.value = { ...kept.value, [what]: value, etag: etag ?? "" };
      // What else was changed was changed from a version that nobody but us has changed since.
      setDraft(her.code, { etag: etag ?? "", parts });
    });
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 412) throw error;
    conflict.value = her.code;
    return;
  }
  tell("good", words.value.person.kept);
  if (what === "time") tell("good", words.value.rebuildHint);
  void felt();
}

/** What a trainer's record has to do with is read again: the list, when she can come, how the plan stands. */
const felt = (): Promise<void> =>
  tried(async () => {
    pool.value = await list<PoolRow>("trainers");
    await loadTimes();
    await lookAgain();
  });

/** Whether what was changed of trainers and not kept may go; asked of whoever would lose it. */
export function mayForget(): boolean {
  const { size } = drafts.value;
  return size === 0 || window.confirm(words.value.person.dropAsk(size));
}

/** @param draft without parts, or null: there is none */
function setDraft(code: string, draft: Draft | null): void {
  const others = [...drafts.value].filter(([other]) => other !== code);
  const isNone = draft === null || Object.keys(draft.parts).length === 0;
  drafts.value = new Map(isNone ? others : [...others, [code, draft]]);
}
