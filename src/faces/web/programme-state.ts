/** The programme that is open: what is kept of it, the version that was seen, and the step that is looked at. */
import { batch, computed, effect, signal } from "@preact/signals";
import { ApiError, ask, list, post } from "./api.js";
import { today } from "./format.js";
import { keptSignal, onForget } from "./kept.js";
import type { Dossier, Order, Standing, Taken } from "./programme-types.js";
import { lang, season, tried } from "./state.js";

export const STEPS = ["order", "scan", "choice", "groups", "quote", "book"] as const;
export type Step = (typeof STEPS)[number];

export const ids = signal<readonly string[] | null>(null);
export const dossier = signal<Dossier | null>(null);
export const step = signal<Step>("order");

/** By programme. */
type By<T> = Readonly<Record<string, T>>;
/** What must and must not be in a programme. */
export type Wanted = Pick<Order, "must" | "mustNot">;
const isRecord = (found: unknown): found is By<unknown> => typeof found === "object" && found !== null;
const isWanted = (one: unknown): boolean => isRecord(one) && Array.isArray(one.must) && Array.isArray(one.mustNot);
const isStep = (one: unknown): one is Step => STEPS.some((step) => step === one);

/** wishes that were typed and not asked for yet */
const typed = keptSignal<By<Wanted>>(
  "wishes",
  {},
  (found): found is By<Wanted> => isRecord(found) && Object.values(found).every(isWanted),
);
/** the alternatives that were chosen */
const chosen = keptSignal<By<string>>(
  "kinds",
  {},
  (found): found is By<string> => isRecord(found) && Object.values(found).every((one) => typeof one === "string"),
);
/** where she was */
const last = keptSignal<{ readonly id: string; readonly step: Step } | null>(
  "programme",
  null,
  (found): found is { id: string; step: Step } => isRecord(found) && typeof found.id === "string" && isStep(found.step),
);

/** The wishes with which the open programme was asked for. */
export const askedFor = computed<Wanted>(() => ({
  must: dossier.value?.papers.order?.must ?? [],
  mustNot: dossier.value?.papers.order?.mustNot ?? [],
}));
/** Its wishes as they stand, those that were typed since included. */
export const wanted = computed<Wanted>(() => typed.value[dossier.value?.id ?? ""] ?? askedFor.value);
export const isWantedOther = computed(() => {
  const text = ({ must, mustNot }: Wanted): string => JSON.stringify([must, mustNot]);
  return text(wanted.value) !== text(askedFor.value);
});
export const hasWishes = computed(() => wanted.value.must.length + wanted.value.mustNot.length > 0);
export function want(wishes: Wanted): void {
  typed.value = { ...typed.value, [dossier.value?.id ?? ""]: wishes };
}

/** Its sessions in the pool; null: it is not known whether there are any. */
export const bookedSessions = signal<readonly string[] | null>(null);
/** Which alternative is booked; null: none, or it is not known which. */
export const bookedKind = computed(() => dossier.value?.bookedKind ?? null);
/** The alternative that was chosen: in this tab, else with the kept quote, else by what is booked; null: none yet. */
export const chosenKind = computed(() => {
  const { choice, quote } = dossier.value?.papers ?? {};
  const alternatives = choice?.alternatives ?? [];
  const known = [chosen.value[dossier.value?.id ?? ""], quote?.kind, bookedKind.value];
  return known.find((one) => alternatives.some((each) => each.kind === one)) ?? null;
});
/** Which alternative quote and booking are of: the first until one is chosen. */
export const kind = computed(
  () => chosenKind.value ?? dossier.value?.papers.choice?.alternatives[0]?.kind ?? "most-need",
);
export function chooseKind(to: string): void {
  chosen.value = { ...chosen.value, [dossier.value?.id ?? ""]: to };
}
/** A programme is made beside those that there are: what is shown is of none of them. */
export const isFresh = signal(false);
/** Whether the season that is open has sessions of the programme that is shown: else what is told of a season is of others. */
export const isInSeason = computed(
  () => !isFresh.value && season.value?.programmes.some(({ id }) => id === dossier.value?.id) === true,
);
export const busy = signal(false);
const etag = signal<string | null>(null);

const keptAt = (what: string): string => dossier.value?.kept.find((one) => one.kind === what)?.at ?? "";
onForget(() =>
  batch(() => {
    ids.value = null;
    dossier.value = null;
    bookedSessions.value = null;
    step.value = "order";
    etag.value = null;
    busy.value = false;
    isFresh.value = false;
  }),
);
effect(() => {
  if (dossier.value !== null) last.value = { id: dossier.value.id, step: step.value };
});

/** What a quote is made of. */
const QUOTED: readonly string[] = ["order", "needs", "choice", "groups", "terms"];
/** Whether something of what the quote is made of was kept after it. */
export const quoteIsOld = computed(() => {
  const quoted = keptAt("quote");
  return quoted !== "" && dossier.value?.kept.some(({ kind, at }) => QUOTED.includes(kind) && at > quoted) === true;
});
export const hasPaper = (what: string): boolean => keptAt(what) !== "";

/** The first step that has nothing yet. */
export const isDone = (one: Step): boolean => {
  const papers = dossier.value?.papers;
  if (one === "order") return papers?.order !== undefined;
  if (one === "scan") return papers?.needs !== undefined;
  if (one === "choice") return papers?.choice !== undefined;
  if (one === "groups") return (dossier.value?.groups.length ?? 0) > 0;
  if (one === "book") return (bookedSessions.value?.length ?? 0) > 0;
  return papers?.quote !== undefined && !quoteIsOld.value;
};

export const loadIds = (): Promise<void> =>
  tried(async () => {
    const papers = await list<{ readonly programme: string }>("programmes");
    ids.value = [...new Set(papers.map(({ programme }) => programme))].sort();
    const [only] = ids.value;
    const was = ids.value.find((id) => id === last.value?.id) ?? (ids.value.length === 1 ? only : undefined);
    if (dossier.value === null && was !== undefined) await openProgramme(was);
  });

const at = (id: string): string => `programmes/${encodeURIComponent(id)}`;

export async function openProgramme(id: string): Promise<void> {
  const isOther = dossier.value?.id !== id;
  const { value, etag: version } = await ask<Dossier>("GET", at(id));
  batch(() => {
    dossier.value = value;
    etag.value = version;
    if (isOther) bookedSessions.value = null;
    // What was asked for is in the order by now.
    if (!isWantedOther.value)
      typed.value = Object.fromEntries(Object.entries(typed.value).filter(([one]) => one !== id));
    if (!isOther) return;
    const first = STEPS.find((one) => one !== "groups" && !isDone(one)) ?? "book";
    step.value = last.value?.id === id ? last.value.step : first;
  });
  if (value.papers.choice !== undefined) void tried(loadBooked);
}

/** Without sessions there is nothing of which the API could tell how it stands. */
const NOTHING_BOOKED = 422;
/** Asks which sessions of the open programme are in the pool. */
async function loadBooked(): Promise<void> {
  const of = dossier.value?.id;
  const told = await look<Standing>("standing", { today: today() }).catch((error: unknown) => {
    if (error instanceof ApiError && error.status === NOTHING_BOOKED) return null;
    throw error;
  });
  if (dossier.value?.id !== of) return;
  bookedSessions.value = [...new Set(told?.duties.map(({ session }) => session) ?? [])];
}

/** What a change says it has seen. */
const seen = (): Record<string, string> =>
  etag.value === null || etag.value === '"0"' ? { "if-none-match": "*" } : { "if-match": etag.value };

/** Keeps papers, and shows the programme as it is then. */
export async function keep(id: string, papers: readonly { readonly paper: unknown }[]): Promise<void> {
  const known = dossier.value?.id === id ? seen() : { "if-none-match": "*" };
  await ask("PUT", at(id), { papers }, known);
  await openProgramme(id);
  if (ids.value?.includes(id) === false) ids.value = [...ids.value, id].sort();
}

/** Takes a step of the open programme, and shows the programme as it is then. */
export async function take<T>(name: string, body: object): Promise<T> {
  const id = dossier.value?.id ?? "";
  busy.value = true;
  try {
    const { value } = await ask<T>("POST", `${at(id)}/${name}`, body, seen());
    await openProgramme(id);
    return value;
  } finally {
    busy.value = false;
  }
}

/** Spreadsheets into the programme. */
export const bring = (name: "answers" | "participants" | "held", body: object): Promise<Taken> =>
  take<Taken>(name, { ...body, lang: lang.value });

/** Asks what changes nothing. */
export const look = <T>(name: string, body: object): Promise<T> =>
  post<T>(`${at(dossier.value?.id ?? "")}/${name}`, body);

type Page = "report" | "quote" | "intake" | "readiness" | "account" | "answer-list" | "participant-list" | "held-list";
/** A page or file: shown in a tab of its own, or saved under its name. @param options what the page is asked with */
export async function page(what: Page, as: "html" | "pdf" | "xlsx", options: object = {}): Promise<void> {
  // Opened at the click: later it would be a window that nobody asked for.
  const tab = as === "html" ? window.open("", "_blank") : null;
  try {
    const told = await look<{ readonly name: string; readonly type: string; readonly data: string }>("pages", {
      page: what,
      as,
      ...options,
      lang: lang.value,
    });
    const bytes = Uint8Array.from(atob(told.data), (letter) => letter.charCodeAt(0));
    const url = URL.createObjectURL(new Blob([bytes], { type: told.type }));
    if (tab !== null) tab.location.href = url;
    else
      Object.assign(document.createElement("a"), { href: url, download: `${dossier.value?.id}-${told.name}` }).click();
  } catch (error) {
    tab?.close();
    throw error;
  }
}
