import type { Rule } from "./rule.js";

export const unstaffed: Rule = {
  name: "unstaffed",
  hard: false,
  sentence: "A session without a team costs `weights.unstaffed × priority`.",
  emit: (season) => [
    {
      kind: "unstaffed",
      rule: "unstaffed",
      cost: (s) => season.season.weights.unstaffed * season.session(s).priority,
    },
  ],
};
