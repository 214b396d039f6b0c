/** The facts of `data/` that programmes are made with. */
import { type Calendar, readCalendar } from "../../../dates/index.js";
import { InputError } from "../../../model/errors.js";
import type { Place } from "../../../model/types.js";
import type { Lang } from "../../../papers/index.js";
import { type AlternativeKind, readKinds } from "../../../programme/choose/kinds.js";
import { type Menu, readMenu } from "../../../programme/menu.js";
import {
  type Option,
  type Questionnaire,
  readQuestionnaire,
  VOCABULARIES,
} from "../../../programme/scan/questionnaire.js";
import { readCalendarFiles, readData } from "../data-files.js";
import { OurFault } from "../errors.js";

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

export function loadQuestionnaire(): Promise<Questionnaire> {
  return ours(async () => {
    const lists = Object.fromEntries(
      await Promise.all(VOCABULARIES.map(async (name) => [name, await readData(`${name}.json`)])),
    );
    return readQuestionnaire(await readData("questionnaire.json"), lists);
  });
}

/** The codes of all themes, in the order of `data/themes.json`. */
export function themeCodes(questionnaire: Questionnaire): readonly string[] {
  return questionnaire.questions.find(({ id }) => id === "wishes")?.options.map(({ id }) => id) ?? [];
}

export function loadMenu(): Promise<Menu> {
  return ours(async () => readMenu(await readData("menu.json"), await readData("programme-items.json")));
}

/** Labels of every code that a programme names: items, kinds of alternative, themes and places. */
export async function loadLabels(lang: Lang): Promise<(code: string) => string> {
  const files = ["menu.json", "programme-items.json", "programme-kinds.json", "themes.json", "organisations.json"];
  const labels = new Map<string, string>();
  for (const name of files) for (const item of await itemsOf(name)) labels.set(item.id, item[lang]);
  return (code) => labels.get(code) ?? code;
}

export async function loadKinds(): Promise<readonly AlternativeKind[]> {
  return ours(async () => readKinds(await readData("programme-kinds.json")));
}

async function itemsOf(name: string): Promise<readonly Option[]> {
  const file = (await readData(name)) as { readonly items?: readonly Option[] } | null;
  return file?.items ?? [];
}

export async function loadCalendar(): Promise<Calendar> {
  return ours(async () => readCalendar(await readCalendarFiles()));
}

/** The municipalities as places of a season. */
export async function loadPlaces(): Promise<readonly Place[]> {
  const file = (await readData("municipalities.json")) as { readonly items: readonly Municipality[] };
  return file.items.map(({ code, name, lat, lon }) => ({ id: code, name, lat, lon }));
}
interface Municipality {
  readonly code: string;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
}
