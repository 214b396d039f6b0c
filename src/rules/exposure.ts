import { LIVED } from "../terms/indices.js";
import { Buckets } from "./buckets.js";
import type { Rule } from "./rule.js";

export const exposure: Rule = {
  name: "exposure",
  hard: true,
  sentence:
    "A trainer sits in a `lived` seat of at most `limits.exposure` sessions on the theme (a session that lists it twice counts once).",
  emit(season) {
    const limited = [...new Set(season.season.trainers.flatMap((t) => Object.keys(t.limits.exposure)))];
    if (limited.length === 0) return [];
    const position = new Map(limited.map((theme, i) => [theme, i]));
    const bySession = season.season.sessions.map(({ themes }) =>
      [...new Set(themes.map((t) => position.get(t.id)))].filter((i) => i !== undefined).map((i) => [i, 1] as const),
    );
    const buckets = new Buckets(season.shape, (g) => bySession[season.sessionOfSlot(g)] ?? []);
    return [
      {
        kind: "capacity",
        rule: "exposure",
        owner: "trainer",
        buckets: limited.length,
        cap(t, bucket) {
          const theme = limited[bucket] as string;
          const limits = season.trainer(t).limits.exposure;
          return Object.hasOwn(limits, theme) ? (limits[theme] ?? 0) : Number.POSITIVE_INFINITY;
        },
        uses: (g) => buckets.of(g),
        role: LIVED,
        memberWeight: null,
      },
    ];
  },
};
