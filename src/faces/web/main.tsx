/** The page begins. */
import { render } from "preact";
import { hasToken, keptToken } from "./api.js";
import { App } from "./app.js";
import { changed, lang, login, mayDrop, SCREENS, type Screen, screen, tried, useLang } from "./state.js";

/** The screen that an address names after its hash, or a token, which goes out of it at once. */
function heard(): void {
  const [, given] = /^#token=(.+)$/.exec(location.hash) ?? [];
  if (given !== undefined) {
    history.replaceState(null, "", location.pathname);
    if (mayDrop()) void tried(() => login(decodeURIComponent(given)));
  }
  const name = location.hash.slice(1) as Screen;
  screen.value = SCREENS.includes(name) ? name : "season";
}
addEventListener("hashchange", heard);
addEventListener("beforeunload", (event) => {
  if (changed.value.length > 0) event.preventDefault();
});
if (hasToken() && !location.hash.startsWith("#token=")) void tried(() => login(keptToken() ?? ""));
heard();
useLang(lang.value);
const root = document.getElementById("app");
if (root !== null) render(<App />, root);
