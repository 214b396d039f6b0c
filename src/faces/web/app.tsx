/** The shell: who is logged in, which season and plan are open, the screens, and what is told. */
import { useEffect } from "preact/hooks";
import { mayForget } from "./her-state.js";
import { Bar } from "./parts/bar.js";
import { Fold } from "./parts/fold.js";
import { Login } from "./screens/login.js";
import { PoolScreen } from "./screens/pool.js";
import { ProgrammesScreen } from "./screens/programmes.js";
import { PublishScreen } from "./screens/publish.js";
import { SeasonScreen } from "./screens/season.js";
import { SolveScreen } from "./screens/solve.js";
import { WhatifScreen } from "./screens/whatif.js";
import {
  lang,
  logout,
  mayDrop,
  me,
  notices,
  putAway,
  redo,
  SCREENS,
  type Screen,
  screen,
  season,
  undo,
  useLang,
  words,
} from "./state.js";

const VIEWS: Readonly<Record<Screen, () => preact.JSX.Element | null>> = {
  season: SeasonScreen,
  solve: SolveScreen,
  whatif: WhatifScreen,
  pool: PoolScreen,
  programmes: ProgrammesScreen,
  publish: PublishScreen,
};
/** Screens that make sense before there is a season. */
const ALWAYS: ReadonlySet<Screen> = new Set(["season", "pool", "programmes"]);

export function App() {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || (key !== "z" && key !== "y")) return;
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      event.preventDefault();
      if (event.shiftKey || key === "y") redo();
      else undo();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
  const w = words.value;
  if (me.value === null)
    return (
      <>
        <Notices />
        <Login />
      </>
    );
  const name = season.value === null && !ALWAYS.has(screen.value) ? "season" : screen.value;
  const View = VIEWS[name];
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById("main")?.focus()}>
        {w.skip}
      </button>
      <header class="top">
        <span class="brand">Koppel</span>
        <Fold
          id="menu"
          name={
            <>
              <span class="hidden">{w.menu}: </span>
              {w.screens[name]}
            </>
          }
          until={`${screen.value} ${lang.value}`}
        >
          <nav aria-label={w.title}>
            {SCREENS.map((one) => (
              <a key={one} href={`#${one}`} aria-current={one === name ? "page" : undefined}>
                {w.screens[one]}
              </a>
            ))}
          </nav>
          <span class="me" title={me.value.organisationName ?? undefined}>
            {me.value.organisationName ?? me.value.role}
          </span>
          <button
            type="button"
            class="plain"
            lang={lang.value === "nl" ? "en" : "nl"}
            onClick={() => useLang(lang.value === "nl" ? "en" : "nl")}
          >
            {lang.value === "nl" ? "English" : "Nederlands"}
          </button>
          <button type="button" class="plain" onClick={() => mayDrop() && mayForget() && logout()}>
            {w.logout}
          </button>
        </Fold>
      </header>
      <Notices />
      <Bar />
      <main id="main" tabIndex={-1}>
        <View />
      </main>
    </>
  );
}

function Notices() {
  const w = words.value;
  return (
    <div class="notices" aria-live="polite">
      {notices.value.map(({ id, kind, text, way }) => (
        <p key={id} class={`notice ${kind}`} role={kind === "bad" ? "alert" : "status"}>
          <span>
            {text}{" "}
            {way !== null && (
              <button
                type="button"
                class="link"
                onClick={() => {
                  putAway(id);
                  way.go();
                }}
              >
                {way.name}
              </button>
            )}
          </span>
          <button type="button" class="plain" aria-label={w.close} onClick={() => putAway(id)}>
            ×
          </button>
        </p>
      ))}
    </div>
  );
}
