/** The table of contents: every rule and cost of the model, hard before soft, in the model's order. */
import { activation } from "./activation.js";
import { available } from "./available.js";
import { avoidPlaces } from "./avoid-places.js";
import { avoidTrainers } from "./avoid-trainers.js";
import { background } from "./background.js";
import { budget } from "./budget.js";
import { change } from "./change.js";
import { community } from "./community.js";
import { continuity } from "./continuity.js";
import { depth } from "./depth.js";
import { discouraged } from "./discouraged.js";
import { excludes } from "./excludes.js";
import { exposure } from "./exposure.js";
import { fairness } from "./fairness.js";
import { fee } from "./fee.js";
import { language } from "./language.js";
import { move } from "./move.js";
import { order } from "./order.js";
import { overlap } from "./overlap.js";
import { ownCommunity } from "./own-community.js";
import { pair } from "./pair.js";
import { perDay } from "./per-day.js";
import { perSeason } from "./per-season.js";
import { perWeek } from "./per-week.js";
import { pinned } from "./pinned.js";
import { restDays } from "./rest-days.js";
import type { Rule } from "./rule.js";
import { seats } from "./seats.js";
import { slotCost } from "./slot-cost.js";
import { slotOnOffer } from "./slot-on-offer.js";
import { theme } from "./theme.js";
import { trait } from "./trait.js";
import { travel } from "./travel.js";
import { travelKm } from "./travel-km.js";
import { travelTime } from "./travel-time.js";
import { unstaffed } from "./unstaffed.js";

export const RULES: readonly Rule[] = [
  // one session
  seats,
  slotOnOffer,
  available,
  travelKm,
  avoidPlaces,
  ownCommunity,
  avoidTrainers,
  excludes,
  theme,
  language,
  community,
  trait,
  pinned,
  // one trainer, over all her sessions
  overlap,
  travelTime,
  restDays,
  perDay,
  perWeek,
  perSeason,
  exposure,
  // several sessions
  order,
  budget,
  // costs
  unstaffed,
  background,
  depth,
  travel,
  discouraged,
  slotCost,
  pair,
  fee,
  fairness,
  activation,
  continuity,
  change,
  move,
];
