/** What each member of a team brings of what its session needs or wishes. */
import { isShared, levelOf, lookedAt } from "../check/needs.js";
import type { HardRule, Member, Season, Session, Trainer, Who } from "../model/types.js";
import type { View } from "./redact.js";

/** One need of a session, by its place in the session's own list of that kind. */
export interface MetNeed {
  readonly rule: Extract<HardRule, "theme" | "language" | "community" | "trait">;
  readonly need: number;
  /** the theme, and her level on it */
  readonly theme?: string;
  readonly level?: number;
  /** whether nobody else in the team does, where the session cannot do without */
  readonly alone: boolean;
}

interface Need {
  readonly rule: MetNeed["rule"];
  readonly need: number;
  readonly who: Who;
  /** whether a team may not do without */
  readonly hard: boolean;
  readonly has: (trainer: Trainer) => boolean;
  readonly theme?: string;
}

/**
 * Each member with the needs that she meets in her seat. A community that is merely wished for is told to those alone
 * who may know backgrounds.
 */
export function needsMet(
  session: Session,
  team: readonly Member[],
  season: Season,
  view: View,
): (Member & { meets: MetNeed[] })[] {
  const seated = team.flatMap(({ seat, trainer: id }) => {
    const trainer = season.trainers.find((one) => one.id === id);
    return trainer === undefined ? [] : [{ seat, trainer }];
  });
  const needs = needsOf(session).filter(({ rule, hard }) => view === "full" || hard || rule !== "community");
  return seated.map((member) => ({
    seat: member.seat,
    trainer: member.trainer.id,
    meets: needs.flatMap(({ rule, need, who, hard, has, theme }) => {
      const meeting = lookedAt(seated, who).filter(({ trainer }) => has(trainer));
      if (!meeting.includes(member)) return [];
      const alone = hard && who !== "all" && meeting.length === 1;
      const level = theme === undefined ? {} : { theme, level: levelOf(member.trainer, theme) };
      return [{ rule, need, ...level, alone }];
    }),
  }));
}

function needsOf({ themes, languages, communities, traits }: Session): Need[] {
  return [
    ...themes.map(
      ({ id, level, who }, need): Need => ({
        rule: "theme",
        need,
        who,
        hard: true,
        theme: id,
        has: (trainer) => levelOf(trainer, id) >= level,
      }),
    ),
    ...languages.map(
      ({ id, who }, need): Need => ({
        rule: "language",
        need,
        who,
        hard: true,
        has: (trainer) => trainer.languages.includes(id),
      }),
    ),
    ...communities.map(
      (community, need): Need => ({
        rule: "community",
        need,
        who: community.required ?? "all",
        hard: community.required !== null,
        has: (trainer) => isShared(trainer, community),
      }),
    ),
    ...traits.map(
      ({ id, who }, need): Need => ({
        rule: "trait",
        need,
        who,
        hard: true,
        has: (trainer) => trainer.traits.includes(id),
      }),
    ),
  ];
}
