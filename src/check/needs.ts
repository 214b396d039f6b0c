/** Rules 9 to 12: what the team as a whole has to bring, in those whom `who` names. */
import type { CommunityNeed, Trainer, Who } from "../model/types.js";
import type { RuleReport, Seated, Staffed } from "./facts.js";

/** Reports each need of a staffed session that its team does not meet. The texts count needs; they never name a tag. */
export function checkNeeds({ session, members }: Staffed, report: RuleReport): void {
  for (const { id, level, who } of session.themes)
    if (!isMet(members, who, (trainer) => levelOf(trainer, id) >= level))
      report("theme", session.id, `theme ${id} at level ${level} is missing${among(who)}`);
  session.languages.forEach(({ id, who }, index) => {
    if (!isMet(members, who, (trainer) => trainer.languages.includes(id)))
      report("language", session.id, `language ${index + 1} of its list is missing${among(who)}`);
  });
  session.communities.forEach((community, index) => {
    const who = community.required;
    if (who !== null && !isMet(members, who, (trainer) => isShared(trainer, community)))
      report("community", session.id, `community ${index + 1} of its list is not shared as required${among(who)}`);
  });
  session.traits.forEach(({ id, who }, index) => {
    if (!isMet(members, who, (trainer) => trainer.traits.includes(id)))
      report("trait", session.id, `trait ${index + 1} of its list is missing${among(who)}`);
  });
}

/** The members at whom a need looks: all of them, those who do not sit as actor, or those in seats of a role. */
export function lookedAt(members: readonly Seated[], who: Who): readonly Seated[] {
  if (who === "all") return members;
  return members.filter(({ seat }) => (who === "any" ? seat !== "actor" : seat === who));
}

/** Her level on a theme, 0 to 3. */
export function levelOf(trainer: Trainer, theme: string): number {
  return Object.hasOwn(trainer.expertise, theme) ? (trainer.expertise[theme] ?? 0) : 0;
}

/** Whether she has every background of the community. */
export function isShared(trainer: Trainer, community: CommunityNeed): boolean {
  return community.backgrounds.every((tag) => trainer.backgrounds.includes(tag));
}

function isMet(members: readonly Seated[], who: Who, has: (trainer: Trainer) => boolean): boolean {
  const looked = lookedAt(members, who);
  return who === "all" ? looked.every(({ trainer }) => has(trainer)) : looked.some(({ trainer }) => has(trainer));
}

function among(who: Who): string {
  if (who === "all") return ": not every member has it";
  return who === "any" ? " among the members who are no actor" : ` among the members in ${who} seats`;
}
