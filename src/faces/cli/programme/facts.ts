/** The facts of `data/` that programmes are made with. */
import type { Calendar } from "../../../dates/index.js";
import type { Place } from "../../../model/types.js";
import type { Lang } from "../../../papers/index.js";
import type { QuoteNames } from "../../../papers/programme/index.js";
import type { Choice } from "../../../pool/exchange/index.js";
import type { AlternativeKind } from "../../../programme/choose/kinds.js";
import type { Menu } from "../../../programme/menu.js";
import type { Option, Questionnaire } from "../../../programme/scan/questionnaire.js";
import type { StepFacts } from "../../../programme/steps.js";
import { ours, readCalendarFiles, readData, readLabels } from "../data-files.js";

export async function loadQuestionnaire(): Promise<Questionnaire> {
  const { readQuestionnaire, VOCABULARIES } = await import("../../../programme/scan/questionnaire.js");
  return ours(async () => {
    const lists = Object.fromEntries(
      await Promise.all(VOCABULARIES.map(async (name) => [name, await readData(`${name}.json`)])),
    );
    return readQuestionnaire(await readData("questionnaire.json"), lists);
  });
}

export async function loadMenu(): Promise<Menu> {
  const { readMenu } = await import("../../../programme/menu.js");
  return ours(async () => readMenu(await readData("menu.json"), await readData("programme-items.json")));
}

/** Labels of every code that a programme names: items, kinds of alternative, stages, themes and organisations. */
export async function loadLabels(lang: Lang): Promise<(code: string) => string> {
  const files = [
    "menu.json",
    "programme-items.json",
    "programme-kinds.json",
    "programme-stages.json",
    "themes.json",
    "organisations.json",
  ];
  const labels = new Map<string, string>();
  for (const name of files) for (const item of await itemsOf(name)) labels.set(item.id, item[lang]);
  return (code) => labels.get(code) ?? code;
}

/** The same, with the names of seats. */
export async function loadNames(lang: Lang): Promise<QuoteNames> {
  const [label, labels] = [await loadLabels(lang), await readLabels()];
  return { label, role: (role) => labels("role", role, lang) };
}

export async function loadKinds(): Promise<readonly AlternativeKind[]> {
  const { readKinds } = await import("../../../programme/choose/kinds.js");
  return ours(async () => readKinds(await readData("programme-kinds.json")));
}

async function itemsOf(name: string): Promise<readonly Option[]> {
  const file = (await readData(name)) as { readonly items?: readonly Option[] } | null;
  return file?.items ?? [];
}

export async function loadCalendar(): Promise<Calendar> {
  const { calendarOf } = await import("../dates.js");
  return calendarOf(await readCalendarFiles());
}

/** What the steps of a programme in the database are made with. */
export async function loadStepFacts(calendar: Calendar, places: readonly Place[]): Promise<StepFacts> {
  const { readTasks } = await import("../../../programme/readiness.js");
  const tasks = await ours(async () => readTasks(await readData("readiness.json")));
  const [menu, questionnaire, kinds] = await Promise.all([loadMenu(), loadQuestionnaire(), loadKinds()]);
  return { menu, questionnaire, kinds, tasks, calendar, places };
}

/** Labels of what programmes name and spreadsheets do not: items with their kind, kinds of alternative, organisations. */
export async function loadNamed(): Promise<Readonly<Record<string, readonly Choice[]>>> {
  const choices = (list: readonly Option[]): readonly Choice[] => list.map(({ id, nl, en }) => ({ code: id, nl, en }));
  const { items } = await loadMenu();
  return {
    item: items.map(({ id, nl, en, kind }) => ({ code: id, nl, en, kind })),
    alternative: choices(await loadKinds()),
    stage: choices(await itemsOf("programme-stages.json")),
    organisation: choices(await itemsOf("organisations.json")),
  };
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
