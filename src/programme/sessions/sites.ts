/** In which municipality of a client each session is held. */
import type { Order, Site } from "../order.js";

/** The site with most participants, the first of equals: for what is held in none. */
export function largestSite({ client: { sites } }: Order): Site {
  return sites.reduce((best, one) => (one.participants > best.participants ? one : best));
}

/**
 * A site for each list of sessions that must be in one place, in their order: always the one that has least for its participants
 * (the Webster or Sainte-Laguë method: the largest of participants / (2 × sessions + 1)), the first of equals.
 * @param lists ids of sessions; a list weighs by its length
 * @returns id → site
 */
export function sitesFor(
  lists: readonly (readonly string[])[],
  { client: { sites } }: Order,
): ReadonlyMap<string, Site> {
  const held = new Map<Site, number>();
  const due = (site: Site) => site.participants / (2 * (held.get(site) ?? 0) + 1);
  const found = new Map<string, Site>();
  for (const list of lists) {
    const site = sites.reduce((best, one) => (due(one) > due(best) ? one : best));
    for (const id of list) found.set(id, site);
    held.set(site, (held.get(site) ?? 0) + list.length);
  }
  return found;
}
