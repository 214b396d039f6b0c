/** The words in both languages. */
import type { Lang } from "./types.js";
import { en } from "./words-en.js";
import { nl } from "./words-nl.js";

export type Words = typeof nl;
export const WORDS: Readonly<Record<Lang, Words>> = { nl, en };
