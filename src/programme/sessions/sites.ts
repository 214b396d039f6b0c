/** In which municipality of a client each session is held. */
import type { Order, Site } from "../order.js";

/** The site with most participants, the first of equals: for what is held in none. */
export function largestSite({ client: { sites } }: Order): Site {
  return sites.reduce((best, one) => (one.participants > best.participants ? one : best));
}

/** What a place of groups has to be. */
export const siteWanted = ({ client: { sites } }: Order): string =>
  `a municipality of the order's sites, ${sites.map(({ place }) => place).join(" or ")}: add a site`;

/**
 * A site for each list of sessions that must be in one place, in their order: always the one that has least for its participants
 * (the Webster or Sainte-Laguë method: the largest of participants / (2 × sessions + 1)), the first of equals. Where a group of a
 * list has said where it is, the list is there, and counts for that site before the others are shared out.
 * @param lists ids of sessions; a list weighs by its length
 * @param said session → the place of its group, where that is known
 * @returns id → site
 */
export function sitesFor(
  lists: readonly (readonly string[])[],
  { client: { sites } }: Order,
  said: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, Site> {
  const held = new Map<Site, number>();
  const due = (site: Site) => site.participants / (2 * (held.get(site) ?? 0) + 1);
  const found = new Map<string, Site>();
  const siteOf = (id: string) => sites.find(({ place }) => place === said.get(id));
  const give = (id: string, site: Site) => {
    found.set(id, site);
    held.set(site, (held.get(site) ?? 0) + 1);
  };
  const free: (readonly string[])[] = [];
  for (const list of lists) {
    const first = list.map(siteOf).find((site) => site !== undefined);
    if (first === undefined) free.push(list);
    // Groups of two items may have said different places; each has its own then.
    else for (const id of list) give(id, siteOf(id) ?? first);
  }
  for (const list of free) {
    const site = sites.reduce((best, one) => (due(one) > due(best) ? one : best));
    for (const id of list) give(id, site);
  }
  return found;
}
