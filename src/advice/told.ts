/** Facts in the way of a session as their reader is told of them. */
import type { HardRule, Season } from "../model/types.js";
import { DROPPED, type Fact } from "../reasons/facts.js";
import { mergeHers, type ToldRule, toldRule, type View } from "./redact.js";

/** Facts of one rule as they are told. Each trainer, date, need and session named is a fact of its own; a pair is one. */
export interface ToldFact {
  readonly rule: ToldRule;
  readonly trainers?: readonly string[];
  /** dates on which nobody can form a team */
  readonly slots?: readonly number[];
  /** position in the session's list of themes, languages, communities or traits; absent: what every member must have */
  readonly need?: number;
  /** the theme, where that is what is needed */
  readonly theme?: string;
  /** sessions that stand in the way */
  readonly sessions?: readonly string[];
  readonly programme?: string;
}

/** Facts as they are told, those of one rule together; needs, pairs and neighbours one by one. */
export function tell(season: Season, session: number, facts: readonly Fact[], view: View): ToldFact[] {
  const told: ToldFact[] = [];
  const rules = mergeHers(
    [...DROPPED].reverse().filter((rule) => facts.some((fact) => fact.rule === rule)),
    view,
  );
  for (const rule of rules) {
    const these = facts.filter((fact) => fact.rule === rule);
    const single = these.filter(({ trainers }) => trainers.length === 1);
    if (single.length > 0) told.push(personal(season, rule, single));
    const dates = these.flatMap(({ slot }) => (slot < 0 ? [] : [slot]));
    if (dates.length > 0) told.push({ rule, slots: dates.sort((a, b) => a - b) });
    for (const fact of these)
      if (fact.trainers.length !== 1 && fact.slot < 0) told.push(general(season, session, fact));
  }
  return told.map((fact) => ({ ...fact, rule: toldRule(fact.rule as HardRule, view) }));
}

function personal(season: Season, rule: HardRule, facts: readonly Fact[]): ToldFact {
  const trainers = [...new Set(facts.flatMap((fact) => fact.trainers))].sort((a, b) => a - b);
  const sessions = [...new Set(facts.flatMap((fact) => [...fact.sessions]))].sort((a, b) => a - b);
  return {
    rule,
    trainers: trainers.map((t) => season.trainers[t]?.id ?? ""),
    ...(sessions.length > 0 ? { sessions: sessions.map((s) => season.sessions[s]?.id ?? "") } : {}),
  };
}

function general(season: Season, session: number, { rule, trainers, need, sessions }: Fact): ToldFact {
  const { programme = null, themes = [] } = season.sessions[session] ?? {};
  const theme = rule === "theme" ? themes[need]?.id : undefined;
  return {
    rule,
    ...(trainers.length > 0 ? { trainers: trainers.map((t) => season.trainers[t]?.id ?? "") } : {}),
    ...(need >= 0 ? { need } : {}),
    ...(theme === undefined ? {} : { theme }),
    ...(sessions.size > 0 ? { sessions: [...sessions].map((s) => season.sessions[s]?.id ?? "") } : {}),
    ...(rule === "budget" && programme !== null ? { programme } : {}),
  };
}
