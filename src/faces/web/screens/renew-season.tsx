/** The season made anew of what the pool has by now: what comes in and goes is told before it is done, and of which programmes is chosen. */
import { useEffect, useRef, useState } from "preact/hooks";
import { renewSeason, tryRenewal } from "../again.js";
import { named, trainerName } from "../names.js";
import { Checks } from "../parts/checks.js";
import { BodyForm, Fault } from "../parts/faulty.js";
import { season, seasonVersion, tell, tried, words } from "../state.js";
import type { Renewal } from "../types.js";

/** Sessions of no programme, among codes. */
const NONE = "";

/** @param leave back to the season as it is */
export function RenewSeason({ leave }: { readonly leave: () => void }) {
  const w = words.value;
  const r = w.renewal;
  const now = season.value;
  /** null: what it was made of, which the API knows */
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [told, setTold] = useState<Renewal | null>(null);
  /** the choice that it was told of */
  const [toldOf, setToldOf] = useState<string | undefined>();
  const head = useRef<HTMLHeadingElement>(null);
  const [wasAll, setWasAll] = useState(false);
  // Once it is made anew by somebody else, it is another one that is made anew.
  const version = seasonVersion.value;
  const known = told?.programmes.filter(({ sessions }) => sessions > 0) ?? [];
  const wanted = chosen === null ? undefined : chosenOf(chosen, wasAll ? known : null);
  const asked = `${version} ${JSON.stringify(wanted)}`;
  useEffect(() => head.current?.focus(), []);
  useEffect(() => {
    let isOld = false;
    if (now === null || chosen?.length === 0) return;
    void tried(async () => {
      const answer = await tryRenewal(now, wanted);
      if (isOld) return;
      setTold(answer);
      setToldOf(asked);
      if (wanted === undefined) setWasAll(answer.choice === "all");
    });
    return () => {
      isOld = true;
    };
  }, [now?.id, asked]);
  if (now === null) return null;
  const keys = known.map(({ programme }) => programme ?? NONE);
  const label = (key: string): string => {
    const row = known.find(({ programme }) => (programme ?? NONE) === key);
    if (row === undefined) return key;
    const isNew = row.isIn ? row.came.length === row.sessions : row.left.length === 0;
    return r.row(row.programme ?? r.none, row.sessions, isNew);
  };
  const ticked = chosen ?? known.filter(({ isIn }) => isIn).map(({ programme }) => programme ?? NONE);
  const isNone = told !== null && ticked.length === 0 && keys.length > 0;
  // Nothing is done before what comes of it has been told.
  const isTold = told !== null && toldOf === asked;
  const make = async (): Promise<void> => {
    tell("good", w.rebuilt(await renewSeason(now, wanted)));
    leave();
  };
  return (
    <section class="card">
      <h1 ref={head} tabIndex={-1}>
        {w.rebuild}
      </h1>
      <p>{r.help}</p>
      <BodyForm class="stack" send={make}>
        {told === null ? (
          <p role="status">{w.loading}</p>
        ) : (
          <Checks name={r.of} all={keys} label={label} chosen={ticked} set={setChosen} as="list" />
        )}
        <Fault at="/programmes" />
        {isNone && (
          <p class="bad" role="alert">
            {r.choose}
          </p>
        )}
        {told !== null && !isNone && (isTold ? <Comes told={told} /> : <p role="status">{w.loading}</p>)}
        <div class="inline">
          <button type="submit" class="main" disabled={!isTold || isNone}>
            {w.rebuild}
          </button>
          <button type="button" onClick={leave}>
            {w.cancel}
          </button>
        </div>
      </BodyForm>
    </section>
  );
}

/**
 * A season of all stays one of all for as long as nothing is left out: what comes later belongs to it too.
 * @param all the programmes of a season that was made of all; null: it was made of some
 */
function chosenOf(chosen: readonly string[], all: Renewal["programmes"] | null): Renewal["choice"] {
  if (all?.every(({ programme }) => chosen.includes(programme ?? NONE)) === true) return "all";
  return chosen.map((key) => (key === NONE ? null : key));
}

/** What comes in and what goes, in words. */
function Comes({ told }: { readonly told: Renewal }) {
  const r = words.value.renewal;
  const of = (which: "came" | "left"): readonly [count: number, names: string] => {
    const rows = told.programmes.filter((row) => row[which].length > 0);
    return [
      rows.reduce((sum, row) => sum + row[which].length, 0),
      rows.map(({ programme }) => programme ?? r.none).join(", "),
    ];
  };
  const [comes, goes] = [of("came"), of("left")];
  const who = (codes: readonly string[]): string => codes.map(trainerName).join(", ");
  const lines = [
    ...(comes[0] > 0 ? [r.comes(...comes)] : []),
    ...(goes[0] > 0 ? [r.goes(...goes)] : []),
    ...(told.came.length > 0 ? [r.come(told.came.length, who(told.came))] : []),
    ...(told.left.length > 0 ? [r.go(told.left.length, who(told.left))] : []),
    ...told.shrunk.map(({ plan, lost }) => r.loses(plan, lost)),
    ...told.released.map(({ session }) => r.released(named(session))),
  ];
  return (
    <div role="status">
      {lines.length === 0 && <p>{r.nothing}</p>}
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p class="hint">{r.time}</p>
    </div>
  );
}
