import type { Rule } from "./rule.js";

/** Rule 2 `slot`. A plan in indices can name no other slot than one on offer, so no term is needed. */
export const slotOnOffer: Rule = {
  name: "slot",
  hard: true,
  sentence: "The slot is one of those on offer.",
  emit: () => [],
};
