/** The trainer who is looked at: what the API tells of her, and what was changed of it and is not kept yet. Forgotten with the token. */
import { batch, signal } from "@preact/signals";
import type { WrongField } from "./faults.js";
import { onForget } from "./kept.js";
import type { Availability, Consents, Part, TrainerRecord, Wishes } from "./types.js";

export interface Kept {
  readonly code: string;
  readonly time: Availability;
  readonly consents: Consents;
  readonly wishes: Wishes;
  readonly share: TrainerRecord["trainer"]["share"];
  readonly etag: string;
}
/** What of a trainer is changed here. */
export type Parts = Pick<Kept, "time" | "consents" | "wishes">;
/** What was changed of a trainer, with the version that it was changed from. */
export interface Draft {
  readonly etag: string;
  readonly parts: Partial<Parts>;
}

/** her code, as the address has it; null: all of them are looked at */
export const trainer = signal<string | null>(null);
export const kept = signal<Kept | null>(null);
export const drafts = signal<ReadonlyMap<string, Draft>>(new Map());
/** what was refused of her, field by field: said until it is kept, or something else is */
export const refused = signal<{
  readonly code: string;
  readonly what: keyof Parts;
  readonly wrong: readonly WrongField[];
} | null>(null);
/** somebody else saved her since: said until what is kept is shown */
export const conflict = signal<string | null>(null);
/** trainer → when she can come in the season; those of one's own organisation */
export const times = signal<ReadonlyMap<string, readonly Part[]>>(new Map());

onForget(() =>
  batch(() => {
    kept.value = null;
    drafts.value = new Map();
    conflict.value = null;
    refused.value = null;
    times.value = new Map();
  }),
);
