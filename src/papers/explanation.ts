/** Explanations in plain words: why this team, why not her, why none and what would help; and where a plan leans on one person. */
import type { Explanation, Fix, Leans, MetNeed, ToldFact, ToldRule, View } from "../advice/index.js";
import { COSTS, type Costs, type Member, type Season, type Session, type Trainer, type Who } from "../model/types.js";
import { hours, shortDay, whole } from "./dates.js";
import { EXPLANATION_WORDS } from "./explanation-words.js";
import type { Labels } from "./labels.js";
import { visible } from "./text-table.js";
import { type Lang, WORDS } from "./words.js";

export interface ExplanationPaper {
  readonly season: Season;
  readonly lang: Lang;
  readonly labels: Labels;
  /** as it was asked for: decides how `available` reads */
  readonly view: View;
}

/** One explanation as lines of text for a terminal. */
export function explanationText(explanation: Explanation, paper: ExplanationPaper): string {
  const words = EXPLANATION_WORDS[paper.lang];
  const session = paper.season.sessions.find(({ id }) => id === explanation.session);
  if (session === undefined) throw new RangeError("no such session");
  const writer = new Writer(paper, session);
  const { staffed, slot, team, runnerUp, conflict, further = [], fixes } = explanation;
  const lines: string[] = [];
  if (staffed && slot !== undefined) {
    lines.push(words.staffed(session.id, writer.date(slot)));
    for (const { seat, trainer, meets } of team)
      lines.push(`  ${words.roles[seat]}: ${trainer} · ${writer.brings(meets)}`);
    lines.push(`${words.costs}:`, ...writer.costs(explanation.costs));
    if (runnerUp === undefined) lines.push(words.none);
    else
      lines.push(
        `${words.runnerUp(writer.team(runnerUp.team), writer.date(runnerUp.slot))} · ${writer.by(runnerUp.delta)}`,
        ...writer.costs(runnerUp.costs),
      );
  } else {
    lines.push(words.open(session.id), `${words.openCosts}:`, ...writer.costs(explanation.costs));
    if (runnerUp !== undefined)
      lines.push(
        `${words.couldCome(writer.team(runnerUp.team), writer.date(runnerUp.slot))} · ${writer.by(runnerUp.delta)}`,
        ...writer.costs(runnerUp.costs),
      );
    if (conflict !== undefined && conflict.length > 0)
      lines.push(
        `${words.conflict}:`,
        ...conflict.map((fact) => `  ${writer.fact(fact)}`),
        ...further.flatMap((more) => [`${words.further}:`, ...more.map((fact) => `  ${writer.fact(fact)}`)]),
        ...writer.fixes(fixes ?? []),
      );
  }
  if (explanation.trainer !== undefined) lines.push(...writer.trainer(explanation, explanation.trainer));
  return `${lines.map(visible).join("\n")}\n`;
}

/** Where a plan leans on one person, as lines of text. */
export function leansText({ leans, trainers }: Leans, lang: Lang): string {
  const words = EXPLANATION_WORDS[lang];
  const alone = leans.filter(({ needs }) => needs.length > 0);
  const helped = alone.filter(({ standIns }) => standIns.length > 0).length;
  const lines = [
    trainers.length === 0 ? words.leansNone : `${words.leansHead}:`,
    ...trainers.map(
      ({ trainer, sessions }) => `  ${words.leansTrainer(trainer, sessions.length, sessions.join(", "))}`,
    ),
    words.leansCount(whole(alone.length, lang), whole(helped, lang)),
  ];
  return `${lines.map(visible).join("\n")}\n`;
}

class Writer {
  private readonly words;
  constructor(
    private readonly paper: ExplanationPaper,
    private readonly session: Session,
  ) {
    this.words = EXPLANATION_WORDS[paper.lang];
  }

  /** A date on offer, by its number, or what its parts say. */
  date(slot: number, parts = this.session.slots[slot] ?? []): string {
    const { lang } = this.paper;
    return parts.map((part) => `${shortDay(part[0], lang)} ${hours(part, lang)}`).join(" + ");
  }

  team(members: readonly Member[]): string {
    return members.map(({ trainer }) => trainer).join(" + ");
  }

  by(delta: number): string {
    const amount = whole(Math.abs(delta), this.paper.lang);
    if (delta === 0) return this.words.same;
    return delta > 0 ? this.words.dearer(amount) : this.words.cheaper(amount);
  }

  costs(costs: Partial<Costs>): string[] {
    const { lang } = this.paper;
    return COSTS.flatMap((name) => {
      const cost = costs[name] ?? 0;
      if (cost === 0) return [];
      return [`  ${cost > 0 ? "+" : "−"}${whole(Math.abs(cost), lang)} ${WORDS[lang].costs[name]}`];
    });
  }

  brings(meets: readonly MetNeed[]): string {
    if (meets.length === 0) return this.words.bringsNothing;
    const texts = meets.map(({ rule, need, level, alone }) => {
      const details = [...(level === undefined ? [] : [this.words.level(level)]), ...(alone ? [this.words.alone] : [])];
      return `${this.need(rule, need)}${details.length > 0 ? ` (${details.join(", ")})` : ""}`;
    });
    return `${this.words.brings} ${texts.join(", ")}`;
  }

  /** What is needed, by its label: the session's own words, which whoever plans it has written. */
  private need(rule: ToldRule, need: number): string {
    const { themes, languages, communities, traits } = this.session;
    const { labels, lang } = this.paper;
    if (rule === "theme") return labels("theme", themes[need]?.id ?? "", lang);
    if (rule === "language") return labels("language", languages[need]?.id ?? "", lang);
    if (rule === "trait") return labels("trait", traits[need]?.id ?? "", lang);
    return (communities[need]?.backgrounds ?? []).map((tag) => labels("background", tag, lang)).join(" + ");
  }

  /** A need that is not met: with the level that is asked for, and in which seats. */
  private lacking(rule: ToldRule, need: number): string {
    const { themes, communities } = this.session;
    const list = this.listOf(rule);
    const who = rule === "community" ? communities[need]?.required : list[need]?.who;
    const level = rule === "theme" ? [this.words.level(themes[need]?.level ?? 0)] : [];
    const seats = who === "professional" || who === "lived" || who === "actor" ? [this.words.roles[who]] : [];
    const details = [...level, ...seats];
    return `${this.need(rule, need)}${details.length === 0 ? "" : ` (${details.join(", ")})`}`;
  }

  /** What every member has to bring. */
  private ofAll(rule: ToldRule): string {
    const list =
      rule === "community" ? this.session.communities.map(({ required }) => ({ who: required })) : this.listOf(rule);
    const all = list.flatMap(({ who }, i) => (who === "all" ? [this.need(rule, i)] : []));
    return [...all, this.words.everyone].join(", ");
  }

  private listOf(rule: ToldRule): readonly { readonly who: Who | null }[] {
    const { themes, languages, traits } = this.session;
    return rule === "theme" ? themes : rule === "language" ? languages : traits;
  }

  private rule(rule: ToldRule): string {
    return rule === "not available" ? this.words.notAvailable : this.words.rules[rule];
  }

  fact({ rule, trainers, slots, need, sessions, programme }: ToldFact): string {
    const { words } = this;
    if (slots !== undefined) return words.nobodyOn(slots.map((slot) => this.date(slot)).join(", "));
    const isNeed = ["theme", "language", "community", "trait"].includes(rule);
    const about = isNeed ? [need === undefined ? this.ofAll(rule) : this.lacking(rule, need)] : [];
    const whom = [...about, ...(trainers ?? []), ...(programme === undefined ? [] : [programme])].join(", ");
    if (rule === "order" && sessions !== undefined)
      return `${this.rule(rule)}: ${sessions.map((id) => words.inSeries(id, this.isBefore(id))).join("; ")}`;
    const because = sessions === undefined ? "" : ` ${words.because(sessions.join(", "))}`;
    return `${this.rule(rule)}${whom === "" ? "" : `: ${whom}`}${because}`;
  }

  /** Whether a session of its series comes before it. */
  private isBefore(id: string): boolean {
    const series = this.paper.season.series.find((one) => one.sessions.includes(id));
    const sessions: readonly string[] = series?.sessions ?? [];
    return sessions.indexOf(id) < sessions.indexOf(this.session.id);
  }

  fixes(fixes: readonly Fix[]): string[] {
    const { words } = this;
    if (fixes.length === 0) return [words.noFixes];
    const isDated = fixes.some(({ kind }) => kind === "change-session");
    return [
      `${words.fixes}:`,
      ...fixes.map((fix) => `  ${this.fix(fix)} → ${this.team(fix.team)} · ${this.by(fix.delta)}`),
      ...(isDated ? [`  ${words.dateAdvice}`] : []),
    ];
  }

  private fix({ edits, slot }: Fix): string {
    const { lang } = this.paper;
    const { fix } = this.words;
    const texts = edits.flatMap((edit) => {
      if (edit.edit === "waive") return [fix.waive(edit.trainer, this.rule(edit.rule))];
      if (edit.edit === "set-budget") return [fix.setBudget(edit.programme, whole(edit.budget ?? 0, lang))];
      if (edit.edit === "change-session") return [fix.date(this.date(slot, edit.set.slots?.[slot] ?? []))];
      if (edit.edit === "add-trainer") return [fix.recruit(this.roleOf(edit.trainer), this.kind(edit.trainer))];
      return edit.edit === "unpin" ? [fix.unpin] : [];
    });
    return texts.join(", ");
  }

  private roleOf({ roles }: Trainer): string {
    return roles.map((role) => this.words.roles[role]).join(", ");
  }

  private kind({ expertise, languages, backgrounds, traits }: Trainer): string {
    const { labels, lang } = this.paper;
    return [
      ...Object.entries(expertise).map(([id, level]) => `${labels("theme", id, lang)} (${this.words.level(level)})`),
      ...languages.map((id) => labels("language", id, lang)),
      ...backgrounds.map((id) => labels("background", id, lang)),
      ...traits.map((id) => labels("trait", id, lang)),
    ].join(", ");
  }

  trainer({ verdict, blockedBy, free, with: team, displaced, delta }: Explanation, trainer: string): string[] {
    const { words } = this;
    if (verdict === undefined) return [];
    const cost = delta === undefined || verdict === "member" ? "" : ` · ${this.by(delta)}`;
    const all = this.session.slots.length;
    const dates = (slots: readonly number[]) => slots.map((slot) => this.date(slot)).join(", ");
    return [
      `${words.verdict[verdict](trainer)}${cost}`,
      ...(team === undefined ? [] : [`  ${words.with(this.team(team.team), this.date(team.slot))}`]),
      ...(blockedBy ?? []).map(
        ({ rule, slots }) => `  ${this.rule(rule)} ${slots.length === all ? words.onAll : words.onDates(dates(slots))}`,
      ),
      ...(free !== undefined && free.length > 0 && free.length < all ? [`  ${words.freeOn(dates(free))}`] : []),
      ...this.losses(displaced ?? []),
    ];
  }

  private losses(displaced: NonNullable<Explanation["displaced"]>): string[] {
    const { words, session } = this;
    const here = displaced.filter(({ open }) => !open);
    const others = [...new Set(displaced.filter(({ open }) => open).map((one) => one.session))];
    return [
      ...here.map(({ trainer, seat }) => `  ${words.displaced(trainer, words.roles[seat])}`),
      ...others.map((id) => {
        const out = displaced.filter((one) => one.session === id && id !== session.id);
        return `  ${words.givenUp(id, out.map(({ trainer }) => trainer).join(", "))}`;
      }),
    ];
  }
}
