/** Plans and seasons as they are written: JSON with one record a line, so that two versions compare line by line. */
import type { Plan, Season } from "../../model/types.js";

/** A plan file. It holds no clock: the same plan is the same bytes. */
export function planFileText({ format, season, assignments, cost, bound }: Plan): string {
  return recordLines({ format, season, assignments, cost, bound });
}

/** A season file, its fields in the order of the model. */
export function seasonFileText(season: Season): string {
  return recordLines({ ...season });
}

function recordLines(file: Readonly<Record<string, unknown>>): string {
  const fields = Object.entries(file).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (!Array.isArray(value) || value.length === 0) return [`${JSON.stringify(name)}:${JSON.stringify(value)}`];
    return [`${JSON.stringify(name)}:[\n${value.map((record) => JSON.stringify(record)).join(",\n")}\n]`];
  });
  return `{${fields.join(",\n")}}\n`;
}
