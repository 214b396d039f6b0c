/** The labels and weight presets in `data/`, which stands beside the package's own description. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { CalendarFiles } from "../../dates/index.js";
import { InputError } from "../../model/errors.js";
import { WEIGHTS } from "../../model/types.js";
import { PRESETS, type PresetName, type WeightChange, type WeightPreset } from "../../model/weights.js";
import { type Helpline, type LabelKind, type Labels, labelsFrom } from "../../papers/index.js";
import type { Choice, DataChoices } from "../../pool/exchange/index.js";
import { OurFault } from "./errors.js";

/** What cells of spreadsheets are chosen from. */
const CHOSEN = {
  activity: "menu.json",
  theme: "themes.json",
  role: "roles.json",
  background: "backgrounds.json",
  language: "languages.json",
  trait: "traits.json",
} as const;
const FILES: Readonly<Record<LabelKind, string>> = { ...CHOSEN, item: "programme-items.json" };

/**
 * A file of the package, sought upwards from this one: it is run from the sources and from what is built of them.
 * @throws OurFault outside a whole package
 */
export function packageFile(...names: readonly string[]): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, "package.json"))) {
    const above = path.dirname(folder);
    if (above === folder) throw new OurFault("the program is not in its package: install it again");
    folder = above;
  }
  return path.join(folder, ...names);
}

/** @throws OurFault where the package's own facts are missing or wrong: whoever runs a command cannot help it */
export async function ours<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [first] = error.issues;
    throw new OurFault(`${error.message} in data/; the first is ${first?.path}, where we expected ${first?.expected}`);
  }
}

/** A file of `data/`, parsed; null where it is absent. */
export async function readData(name: string): Promise<unknown> {
  const file = packageFile("data", name);
  return existsSync(file) ? JSON.parse(await readFile(file, "utf8")) : null;
}

/** Labels of codes; a file that is absent leaves its codes as they are. */
export async function readLabels(): Promise<Labels> {
  return labelsFrom(await readLabelFiles());
}

/** The files in which the labels are, by kind. */
export async function readLabelFiles(): Promise<Parameters<typeof labelsFrom>[0]> {
  const kinds = Object.keys(FILES) as LabelKind[];
  return Object.fromEntries(await Promise.all(kinds.map(async (kind) => [kind, await readData(FILES[kind])])));
}

/** What cells of spreadsheets can be chosen from; places are municipalities, which have one name in every language. */
export async function readChoices(): Promise<DataChoices> {
  const read = async (name: string): Promise<readonly Choice[]> => {
    const file = await readData(name);
    const items: readonly unknown[] = isRecord(file) && Array.isArray(file.items) ? file.items : [];
    return items.filter(isRecord).map(({ id, code, nl, en, name: place }) => {
      const choice = { code: id ?? code, nl: nl ?? place, en: en ?? place };
      if (!isChoice(choice)) throw new OurFault(`data/${name} has an entry without a code or labels`);
      return choice;
    });
  };
  const names = Object.entries({ ...CHOSEN, municipality: CALENDAR.municipalities });
  return Object.fromEntries(
    await Promise.all(names.map(async ([list, name]) => [list, await read(name)])),
  ) as DataChoices;
}

function isChoice(value: Readonly<Record<keyof Choice, unknown>>): value is Choice {
  return Object.values(value).every((text) => typeof text === "string");
}

const CALENDAR: Readonly<Record<keyof CalendarFiles, string>> = {
  observances: "observances.json",
  announced: "announced-dates.json",
  lunar: "lunar-dates.json",
  schoolHolidays: "school-holidays.json",
  schoolRegions: "school-regions.json",
  backgrounds: "backgrounds.json",
  municipalities: "municipalities.json",
};

/** The files of `data/` that dates are found with. */
export async function readCalendarFiles(): Promise<CalendarFiles> {
  const read = async ([what, name]: [string, string]) => [what, await readData(name)];
  return Object.fromEntries(await Promise.all(Object.entries(CALENDAR).map(read)));
}

/** @throws OurFault where the preset's data is missing or of another shape */
export async function readPreset(name: PresetName): Promise<WeightPreset> {
  const file = await readData("weight-presets.json");
  const items = isRecord(file) && Array.isArray(file.items) ? file.items : [];
  const item: unknown = items.find((one: unknown) => isRecord(one) && one.id === name);
  if (!isRecord(item) || !isRecord(item.weights)) throw new OurFault(`data/weight-presets.json has no preset ${name}`);
  const weights: Partial<Record<(typeof WEIGHTS)[number], WeightChange>> = {};
  for (const weight of WEIGHTS) {
    const change = item.weights[weight];
    if (change === undefined) continue;
    if (!isChange(change)) throw new OurFault(`data/weight-presets.json has no factor and atLeast for ${weight}`);
    weights[weight] = change;
  }
  return weights;
}

/** Every preset by its name. */
export async function readPresets(): Promise<Readonly<Record<PresetName, WeightPreset>>> {
  const read = await Promise.all(PRESETS.map(async (name) => [name, await readPreset(name)] as const));
  return Object.fromEntries(read) as Record<PresetName, WeightPreset>;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isChange(value: unknown): value is WeightChange {
  return isRecord(value) && typeof value.factor === "number" && typeof value.atLeast === "number";
}

/** Whom to call in an emergency: on every team sheet. */
export async function readHelplines(): Promise<readonly Helpline[]> {
  const file = (await readData("helplines.json")) as { readonly items?: readonly Helpline[] } | null;
  if (file?.items === undefined) throw new OurFault("data/helplines.json is missing");
  return file.items;
}
