/** The page begins. */
import { render } from "preact";
import { hasToken, keptToken } from "./api.js";
import { App } from "./app.js";
import { drafts, trainer } from "./her.js";
import { mayForget } from "./her-state.js";
import { changed, lang, login, mayDrop, SCREENS, type Screen, screen, tried, useLang } from "./state.js";

/** The screen that an address names after its hash, with whom it is about; or a token, which goes out of it at once. */
function heard(): void {
  const [, given] = /^#token=(.+)$/.exec(location.hash) ?? [];
  if (given !== undefined) {
    history.replaceState(null, "", location.pathname);
    if (mayDrop() && mayForget()) void tried(() => login(decodeURIComponent(given)));
  }
  const [name = "", about] = location.hash.slice(1).split("/");
  screen.value = SCREENS.includes(name as Screen) ? (name as Screen) : "season";
  trainer.value = screen.value === "pool" && about !== undefined ? decodeURIComponent(about) : null;
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
