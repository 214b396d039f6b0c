/** Communities, themes and organisations as they occur in the public seasons; the codes are those of data/. */
import type { Chance } from "./chance.js";

export const THEMES = [
  "domestic-violence",
  "honour-violence",
  "fgm",
  "forced-marriage",
  "abandonment",
  "lgbti-acceptance",
  "gender-equality",
  "social-control",
  "conversation-skills",
  "law-and-rights",
] as const;

export const ORGANISATIONS = ["movisie", "iot", "kezban", "fsan", "smn", "mudawwanah", "htib", "von", "lkha"] as const;

export interface Community {
  readonly tag: string;
  readonly religions: readonly string[];
  /** what is spoken in it besides Dutch */
  readonly languages: readonly string[];
}

/** With how often one is met among groups and, roughly, in the pool. */
const COMMUNITIES: readonly (readonly [Community, number])[] = [
  [{ tag: "turkish", religions: ["sunni", "alevi", "sunni", "secular"], languages: ["tr"] }, 18],
  [{ tag: "moroccan", religions: ["sunni"], languages: ["ary", "rif"] }, 18],
  [{ tag: "syrian", religions: ["sunni", "orthodox"], languages: ["apc"] }, 10],
  [{ tag: "somali", religions: ["sunni"], languages: ["so"] }, 8],
  [{ tag: "afghan", religions: ["sunni", "shia"], languages: ["prs", "ps"] }, 7],
  [{ tag: "kurdish", religions: ["sunni", "yezidi", "alevi"], languages: ["kmr", "ckb"] }, 7],
  [{ tag: "eritrean", religions: ["orthodox", "pentecostal"], languages: ["ti"] }, 7],
  [{ tag: "hindustani", religions: ["hindu", "sunni"], languages: ["hns"] }, 6],
  [{ tag: "iraqi", religions: ["shia", "sunni"], languages: ["acm"] }, 5],
  [{ tag: "iranian", religions: ["shia", "secular"], languages: ["fa"] }, 4],
  [{ tag: "pakistani", religions: ["sunni"], languages: ["ur"] }, 4],
  [{ tag: "chinese", religions: ["secular", "buddhist"], languages: ["zh"] }, 3],
  [{ tag: "roma", religions: ["catholic", "pentecostal"], languages: ["rom"] }, 1],
];

export const COMMUNITY_TAGS: readonly string[] = COMMUNITIES.map(([{ tag }]) => tag);

export function drawCommunity(chance: Chance): Community {
  return chance.weighted(COMMUNITIES);
}

const TOTAL = COMMUNITIES.reduce((sum, [, weight]) => sum + weight, 0);
/** Roughly, the share of trainers who have a community of their own. */
const WITH_COMMUNITY = 0.67;

/** How many trainers of a community a pool of this size can be expected to have. */
export function expectedIn(pool: number, community: Community): number {
  const weight = COMMUNITIES.find(([known]) => known === community)?.[1] ?? 0;
  return (pool * WITH_COMMUNITY * weight) / TOTAL;
}
