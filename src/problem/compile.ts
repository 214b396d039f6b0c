/** From a season to its compiled problem, once. */
import type { Season } from "../model/types.js";
import { RULES } from "../rules/index.js";
import { SeasonIndex } from "../rules/season-index.js";
import { BAN } from "../terms/indices.js";
import type { KindName, Term, TermOf } from "../terms/kinds.js";
import { kindOf } from "../terms/kinds.js";
import { sharedFloats } from "../terms/memory.js";
import type { RowFamily } from "../terms/relax-sink.js";
import { compileCandidates } from "./candidates.js";
import type { ProblemData } from "./data.js";
import { compileFamily, compileLinks, compileLoad, compilePairs } from "./families.js";
import { pairsThatMeet } from "./slot-members.js";

/** A season compiled: its arrays, and the terms that they were made from. */
export interface Problem {
  readonly index: SeasonIndex;
  readonly terms: readonly Term[];
  readonly data: ProblemData;
}

/** The terms of one kind. */
export function termsOf<K extends KindName>(terms: readonly Term[], kind: K): TermOf[K][] {
  return terms.filter((t): t is TermOf[K] => t.kind === kind);
}

/**
 * Compiles a season that `parseSeason` accepted.
 * @param lonely whether those stay candidates of a slot whom no team could have there, since all who could join them are
 * kept apart from them: a trainer more may be whom they lack
 * @returns arrays in shared memory; nothing in them is written again
 */
export function compile(season: Season, lonely: "dropped" | "kept" = "dropped"): Problem {
  const index = new SeasonIndex(season);
  const { shape } = index;
  const terms = RULES.flatMap((rule) => rule.emit(index));
  const slotTerms = termsOf(terms, "slot");
  const slotCost = sharedFloats(shape.sessionOf.length);
  for (let g = 0; g < slotCost.length; g++) slotCost[g] = slotTerms.reduce((sum, t) => sum + t.cost(g), 0);
  const openTerms = termsOf(terms, "unstaffed");
  const unstaffedCost = sharedFloats(shape.sessions);
  const openCost = sharedFloats(shape.sessions);
  for (let s = 0; s < shape.sessions; s++) {
    const costs = openTerms.map((t) => t.cost(s));
    unstaffedCost[s] = costs.reduce((sum, cost) => sum + cost, 0);
    openCost[s] = costs.filter((cost) => cost !== BAN).reduce((sum, cost) => sum + cost, 0);
  }

  const cliques: RowFamily[] = [];
  for (const term of terms)
    if (term.kind !== "capacity" && term.kind !== "load")
      kindOf(term).relax(term, shape, {
        rows: (family) => cliques.push(family),
        load: () => undefined,
        link: () => undefined,
      });
  const pairs = compilePairs(shape, termsOf(terms, "pair"));
  const apart = lonely === "kept" ? null : pairs;
  const candidates = compileCandidates(shape, termsOf(terms, "member"), termsOf(terms, "cover"), slotCost, apart);
  return {
    index,
    terms,
    data: {
      shape,
      slotCost,
      unstaffedCost,
      openCost,
      ...candidates,
      pairs: apart ? pairsThatMeet(shape, apart, candidates) : pairs,
      links: compileLinks(shape, termsOf(terms, "link")),
      capacities: termsOf(terms, "capacity").map((t) => compileFamily(shape, t)),
      cliques: cliques.filter((f) => f.buckets > 0).map((f) => compileFamily(shape, f)),
      loads: termsOf(terms, "load").map((t) => compileLoad(shape, t)),
    },
  };
}
