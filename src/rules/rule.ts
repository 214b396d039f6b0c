import type { CostName, HardRule } from "../model/types.js";
import type { Term } from "../terms/kinds.js";
import type { SeasonIndex } from "./season-index.js";

/** One rule or cost of the model. */
export interface Rule {
  readonly name: HardRule | CostName;
  readonly hard: boolean;
  /** the rule in one English sentence, as docs/season-format.md has it */
  readonly sentence: string;
  emit(season: SeasonIndex): Term[];
}
