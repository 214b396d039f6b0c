/** The shell: who is logged in, which season and plan are open, the screens, and what is told. */
import { useEffect } from "preact/hooks";
import { hasToken } from "./api.js";
import { Bar } from "./parts/bar.js";
import { Login } from "./screens/login.js";
import { PoolScreen } from "./screens/pool.js";
import { ProgrammesScreen } from "./screens/programmes.js";
import { PublishScreen } from "./screens/publish.js";
import { SeasonScreen } from "./screens/season.js";
import { SolveScreen } from "./screens/solve.js";
import { WhatifScreen } from "./screens/whatif.js";
import {
  lang,
  login,
  logout,
  me,
  notices,
  putAway,
  redo,
  SCREENS,
  type Screen,
  screen,
  season,
  tried,
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
    const [, given] = /[#&]token=([^&]+)/.exec(location.hash) ?? [];
    // A secret that came in the address goes out of it at once.
    if (given !== undefined) history.replaceState(null, "", location.pathname);
    if (given !== undefined || hasToken())
      void tried(() => login(given ?? sessionStorage.getItem("koppel-token") ?? ""));
  }, []);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      event.preventDefault();
      if (event.shiftKey) redo();
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
      <a class="skip" href="#main">
        {w.skip}
      </a>
      <header class="top">
        <span class="brand">Koppel</span>
        <nav aria-label={w.title}>
          {SCREENS.map((one) => (
            <a key={one} href={`#${one}`} aria-current={one === name ? "page" : undefined}>
              {w.screens[one]}
            </a>
          ))}
        </nav>
        <span class="me">{me.value.organisationName ?? me.value.role}</span>
        <button type="button" class="plain" onClick={() => useLang(lang.value === "nl" ? "en" : "nl")}>
          {lang.value === "nl" ? "English" : "Nederlands"}
        </button>
        <button type="button" class="plain" onClick={logout}>
          {w.logout}
        </button>
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
      {notices.value.map(({ id, kind, text }) => (
        <p key={id} class={`notice ${kind}`} role={kind === "bad" ? "alert" : "status"}>
          {text}
          <button type="button" class="plain" aria-label={w.close} onClick={() => putAway(id)}>
            ×
          </button>
        </p>
      ))}
    </div>
  );
}
