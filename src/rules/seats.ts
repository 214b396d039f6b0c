/** Rule 1 `seats`. The number of seats and "nobody sits twice" are part of what a team is; see score/ and exact/. */
import { ROLES } from "../model/types.js";
import { BAN } from "../terms/indices.js";
import type { Rule } from "./rule.js";

export const seats: Rule = {
  name: "seats",
  hard: true,
  sentence: "Every seat of the session is filled by a trainer who holds that role, and nobody sits twice.",
  emit(season) {
    const holds = season.season.trainers.map((t) => ROLES.map((role) => t.roles.includes(role)));
    return [
      {
        kind: "member",
        rule: "seats",
        always: (trainer, role) => (holds[trainer]?.[role] ? 0 : BAN),
        ofSession: () => null,
        ofSlot: () => null,
      },
    ];
  },
};
