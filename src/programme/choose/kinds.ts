/** The kinds of alternative that are offered beside each other. */
import * as z from "zod";
import { listOf, record, text } from "../../model/leaves.js";
import { parseFile } from "../read.js";

const kind = record({
  id: text,
  nl: text,
  en: text,
  mustNot: listOf(text, "items or kinds"),
  oneOf: listOf(text, "items"),
});
/** What a kind of alternative does without (but for what the order says must be there), and what it has at least one of. */
export type AlternativeKind = Readonly<z.infer<typeof kind>>;
const schema = record({ about: z.looseObject({}), items: listOf(kind, "kinds", 1) });

/** @param file `data/programme-kinds.json`, parsed. @throws InputError with every wrong field */
export function readKinds(file: unknown): readonly AlternativeKind[] {
  return parseFile(file, { schema }, "the kinds of alternative").items;
}
