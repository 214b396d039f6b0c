/** For whom a programme's sessions are: the communities that its teams should share, and whose days are kept free. */
import type { CommunityNeed } from "../../model/types.js";
import type { Needs } from "../scan/needs.js";

const MOST_COMMUNITIES = 3;

/** Those that most people work with, as the scan tells. */
export function communitiesOf(needs: Needs | null): readonly CommunityNeed[] {
  const told = [...(needs?.counts.communities ?? [])].sort((a, b) => b.people - a.people).slice(0, MOST_COMMUNITIES);
  return told.map(({ id }, rank) => ({ backgrounds: [id], weight: MOST_COMMUNITIES - rank, required: null }));
}
