/** How a need of a team becomes a term: `all` bans each member who lacks it, any other `who` asks that somebody has it. */
import type { HardRule, Who } from "../model/types.js";
import type { CoverTerm } from "../terms/cover.js";
import { BAN, type SessionIx } from "../terms/indices.js";
import type { Term } from "../terms/kinds.js";
import type { MemberCost, MemberTerm } from "../terms/member.js";
import { looksAt, type SeasonIndex } from "./season-index.js";

export interface Need {
  readonly who: Who;
  /** 1 for each trainer who has what is needed */
  readonly has: Uint8Array;
}

/** The terms of a hard rule that states needs for each session. */
export function needTerms(
  season: SeasonIndex,
  rule: HardRule,
  needsOf: (session: SessionIx) => readonly Need[],
): Term[] {
  const covers: CoverTerm[] = [];
  const everybody: (MemberCost | null)[] = [];
  for (let s = 0; s < season.shape.sessions; s++) {
    const ofAll: Need[] = [];
    for (const need of needsOf(s)) {
      if (need.who === "all") ofAll.push(need);
      else
        covers.push({
          kind: "cover",
          rule,
          session: s,
          costs: [BAN, 0],
          grade: (t, role) => (looksAt(need.who, role) ? (need.has[t] as number) : 0),
        });
    }
    const [only] = ofAll;
    if (only && ofAll.length === 1) everybody.push((t) => (only.has[t] ? 0 : BAN));
    else everybody.push(ofAll.length === 0 ? null : (t) => (ofAll.every((need) => need.has[t]) ? 0 : BAN));
  }
  const members: MemberTerm = {
    kind: "member",
    rule,
    always: null,
    ofSession: (s) => everybody[s] ?? null,
    ofSlot: () => null,
  };
  return [members, ...covers];
}

/** Keeps what a function of one text answered. */
export function kept<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    let answer = known.get(key);
    if (answer === undefined) {
      answer = make(key);
      known.set(key, answer);
    }
    return answer;
  };
}

/** Who has every one of some tags: 1 for each trainer who does. */
export function holdersOfAll(lists: readonly (readonly string[])[]): (tags: readonly string[]) => Uint8Array {
  const sets = lists.map((list) => new Set(list));
  const of = kept((key) => {
    const tags = JSON.parse(key) as string[];
    return Uint8Array.from(sets, (set) => (tags.every((tag) => set.has(tag)) ? 1 : 0));
  });
  return (tags) => of(JSON.stringify(tags));
}

/** A theme's level of each trainer, made once for each theme. */
export function levelsOf(season: SeasonIndex): (theme: string) => Uint8Array {
  return kept((theme) =>
    Uint8Array.from(season.season.trainers, (t) => (Object.hasOwn(t.expertise, theme) ? (t.expertise[theme] ?? 0) : 0)),
  );
}
