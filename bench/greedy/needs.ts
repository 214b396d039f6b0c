/** What a team must cover, as one list; and what one member brings to it. */
import type { Role, Session, Trainer, Who } from "../../src/model/index.js";

export interface Need {
  readonly whom: Who;
  readonly meets: (trainer: Trainer) => boolean;
}

/** Rules 9 to 12 as one list. */
export function needsOf(session: Session): readonly Need[] {
  return [
    ...session.themes.map(({ id, level, who }) => ({ whom: who, meets: (t: Trainer) => levelOf(t, id) >= level })),
    ...session.languages.map(({ id, who }) => ({ whom: who, meets: (t: Trainer) => t.languages.includes(id) })),
    ...session.traits.map(({ id, who }) => ({ whom: who, meets: (t: Trainer) => t.traits.includes(id) })),
    ...session.communities.flatMap(({ backgrounds, required }) =>
      required === null ? [] : [{ whom: required, meets: (t: Trainer) => shares(t, backgrounds) }],
    ),
  ];
}

export function levelOf(trainer: Trainer, theme: string): number {
  return Object.hasOwn(trainer.expertise, theme) ? (trainer.expertise[theme] ?? 0) : 0;
}

export function shares(trainer: Trainer, backgrounds: readonly string[]): boolean {
  return backgrounds.every((tag) => trainer.backgrounds.includes(tag));
}

/** Whether a need looks at the member in a seat. */
export function looksAt(whom: Who, seat: Role): boolean {
  return whom === "all" || whom === seat || (whom === "any" && seat !== "actor");
}
