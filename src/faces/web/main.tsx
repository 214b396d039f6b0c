/** The page begins. */
import { render } from "preact";
import { hasToken, keptToken } from "./api.js";
import { App } from "./app.js";
import { drafts, trainer } from "./her.js";
import { mayForget } from "./her-state.js";
import { changed, lang, login, logout, mayDrop, SCREENS, type Screen, screen, tried, useLang } from "./state.js";

/** A part of an address in plain letters; null where it is none. */
function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** The screen that an address names after its hash, with whom it is about; or a token, which goes out of it at once. */
function heard(): void {
  const [, given] = /^#token=(.+)$/.exec(location.hash) ?? [];
  if (given !== undefined) {
    history.replaceState(null, "", location.pathname);
    if (mayDrop() && mayForget()) {
      // Nothing of who was here before is left for who comes.
      logout();
      void tried(() => login(decoded(given) ?? ""));
    }
  }
  const [name = "", about] = location.hash.slice(1).split("/");
  screen.value = SCREENS.includes(name as Screen) ? (name as Screen) : "season";
  trainer.value = screen.value === "pool" && about !== undefined ? decoded(about) : null;
}
addEventListener("hashchange", heard);
addEventListener("beforeunload", (event) => {
  if (changed.value.length > 0 || drafts.value.size > 0) event.preventDefault();
});
if (hasToken() && !location.hash.startsWith("#token=")) void tried(() => login(keptToken() ?? ""));
heard();
useLang(lang.value);
const root = document.getElementById("app");
if (root !== null) render(<App />, root);
