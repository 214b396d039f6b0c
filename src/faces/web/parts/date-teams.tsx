/** The teams that one date of a session still has: what each costs beside what there is now is told, and date and team are taken together. */
import { useEffect, useRef, useState } from "preact/hooks";
import { assignmentOf } from "../edits.js";
import { signed } from "../format.js";
import { lang, marks, tried, words } from "../state.js";
import { askTeams, costsBeside, nameSuggested } from "../suggested.js";
import { saysSame } from "../touched.js";
import type { Plan, Session, Suggested } from "../types.js";
import { TeamList } from "./team-list.js";

/** So many are asked for first; and so many times as many with each press. */
const [FEW, MORE] = [5, 4];
/** No more than these are answered at once. */
const MOST = 100;

interface DateTeamsProps {
  readonly session: Session;
  readonly now: Plan;
  readonly slot: number;
  /** the date in words */
  readonly date: string;
  /** how many teams it has */
  readonly count: number;
  /** what was pressed for it is gone: the keyboard goes on here */
  readonly takesFocus: boolean;
  readonly take: (team: Suggested) => void;
}

export function DateTeams({ session, now, slot, date, count, takesFocus, take }: DateTeamsProps) {
  const w = words.value;
  const [top, setTop] = useState(FEW);
  const [costs, setCosts] = useState<{ readonly of: Plan; readonly all: ReadonlyMap<Suggested, number> } | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
  useEffect(() => {
    const old = new AbortController();
    setIsAsked(false);
    void tried(async () => {
      const told = await askTeams(session, now, { top, slot }, old.signal);
      const all = await costsBeside(session, now, told.teams);
      if (old.signal.aborted) return;
      setCosts({ of: now, all });
      await nameSuggested(told);
    }).finally(() => old.signal.aborted || setIsAsked(true));
    return () => old.abort();
  }, [session.id, now, slot, top, lang.value, marks.value]);
  const current = assignmentOf(now, session.id);
  // Beside another plan they cost something else.
  const found = costs?.of === now ? costs.all : null;
  const said = (team: Suggested): string => {
    const cost = found?.get(team) ?? 0;
    const { opportunity } = team;
    const elsewhere = opportunity === 0 ? "" : ` · ${w.elsewhere(signed(opportunity, lang.value))}`;
    return `${cost === 0 ? w.same : w.would(signed(cost, lang.value))}${elsewhere}`;
  };
  const teams = [...(found?.keys() ?? [])];
  return (
    <section class="dateteams" ref={box} tabIndex={-1} aria-label={w.teamsOn(date)}>
      {found === null && (
        <p role="status" class="hint">
          {isAsked ? w.unreachableNow : w.loading}
        </p>
      )}
      {found !== null && teams.length === 0 && <p class="hint">{w.none}</p>}
      <TeamList teams={teams} said={said} isNow={(team) => saysSame(current, team)} take={take} />
      {found !== null && teams.length < Math.min(count, MOST) && (
        <button
          type="button"
          class="link"
          disabled={!isAsked}
          onClick={() => {
            // The last press takes the button away.
            box.current?.focus();
            setTop(Math.min(MOST, top * MORE));
          }}
        >
          {w.moreTeams}
        </button>
      )}
    </section>
  );
}
