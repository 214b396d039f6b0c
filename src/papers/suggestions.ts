/** Suggestions as text for a terminal: ranked teams, a trainer's sessions, what each date still has. */
import type { DateLeft, SuggestedSession, SuggestedTeam, Suggestions } from "../advice/suggest/advisor.js";
import { hours, shortDay, whole } from "./dates.js";
import { visible } from "./text-table.js";
import type { Lang } from "./words.js";

const TEXT = {
  en: {
    none: "No team can take this session as the plan stands.",
    noneForTrainer: "There is no open session that she could take as the plan stands.",
    best: (session: string, dates: number) =>
      `Best teams for ${session} (${dates} ${dates === 1 ? "date" : "dates"} on offer)`,
    forTrainer: (trainer: string) => `Best open sessions for ${trainer}`,
    dates: (session: string) => `What each date of ${session} still has`,
    total: "total",
    cost: (cost: string) => `the season's cost changes by ${cost}`,
    opportunity: (cost: string) => `their time is worth ${cost} to the sessions that are open`,
    blocked: (count: number) => `Cannot come on any date (${count})`,
    teams: (count: number, most: boolean) =>
      `${most ? "1,000 or more" : whole(count, "en")} ${count === 1 ? "team" : "teams"}`,
    noDate: "no date on offer in this period",
    noTeam: "no team",
  },
  nl: {
    none: "Geen team kan deze bijeenkomst doen zoals de planning nu staat.",
    noneForTrainer: "Er is geen open bijeenkomst die deze trainer kan doen zoals de planning nu staat.",
    best: (session: string, dates: number) =>
      `Beste teams voor ${session} (${dates} ${dates === 1 ? "datum" : "datums"} aangeboden)`,
    forTrainer: (trainer: string) => `Beste open bijeenkomsten voor ${trainer}`,
    dates: (session: string) => `Wat elke datum van ${session} nog heeft`,
    total: "totaal",
    cost: (cost: string) => `de kosten van het seizoen veranderen met ${cost}`,
    opportunity: (cost: string) => `hun tijd is ${cost} waard voor de bijeenkomsten die open staan`,
    blocked: (count: number) => `Kan op geen enkele datum (${count})`,
    teams: (count: number, most: boolean) =>
      `${most ? "1.000 of meer" : whole(count, "nl")} ${count === 1 ? "team" : "teams"}`,
    noDate: "in deze periode wordt geen datum aangeboden",
    noTeam: "geen team",
  },
} as const;

/** Ranked teams, each with its date, its cost and its reasons; then who cannot come. */
export function suggestionsText({ session, slotCount, teams, blocked }: Suggestions, lang: Lang): string {
  const text = TEXT[lang];
  const lines = teams.length === 0 ? [text.none] : [text.best(session, slotCount)];
  teams.forEach((team, i) => {
    lines.push(...teamLines(`${i + 1}. `, team, lang));
  });
  if (blocked.length > 0) lines.push("", text.blocked(blocked.length));
  for (const { trainer, seat, rules } of blocked) lines.push(`  ${trainer} (${seat}): ${rules.join(", ")}`);
  return `${lines.map(visible).join("\n")}\n`;
}

/** Ranked open sessions of one trainer. */
export function suggestedSessionsText(trainer: string, sessions: readonly SuggestedSession[], lang: Lang): string {
  const text = TEXT[lang];
  const lines = sessions.length === 0 ? [text.noneForTrainer] : [text.forTrainer(trainer)];
  sessions.forEach((one, i) => {
    lines.push(...teamLines(`${i + 1}. ${one.session} · `, one, lang));
  });
  return `${lines.map(visible).join("\n")}\n`;
}

/** A line for each date: "12 March: four teams". */
export function datesLeftText(session: string, dates: readonly DateLeft[], lang: Lang): string {
  const text = TEXT[lang];
  const lines = [text.dates(session), ...(dates.length === 0 ? [`  ${text.noDate}`] : [])];
  for (const { start, end, teams, best } of dates) {
    const many = best === null ? text.noTeam : text.teams(teams, teams >= 1000);
    lines.push(
      `  ${when(start, end, lang)}: ${many}${best ? ` · ${members(best)} · ${text.total} ${whole(best.total, lang)}` : ""}`,
    );
  }
  return `${lines.map(visible).join("\n")}\n`;
}

function teamLines(head: string, team: SuggestedTeam, lang: Lang): string[] {
  const text = TEXT[lang];
  const { start, end, cost, opportunity, total, reasons } = team;
  const sums = [`${text.total} ${whole(total, lang)}`, text.cost(whole(cost, lang))];
  if (opportunity !== 0) sums.push(text.opportunity(whole(opportunity, lang)));
  return [
    `${head}${when(start, end, lang)} · ${members(team)}`,
    `     ${sums.join(" · ")}`,
    ...reasons.map((reason) => `     - ${reason}`),
  ];
}

function when(start: string, end: string, lang: Lang): string {
  const last = end.slice(0, 10) === start.slice(0, 10) ? "" : `${shortDay(start, lang)} – `;
  return `${last}${shortDay(end, lang)} ${hours([start, end], lang)}`;
}

function members({ team }: SuggestedTeam): string {
  return team.map(({ seat, trainer }) => `${trainer} (${seat})`).join(" + ");
}
