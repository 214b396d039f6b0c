/** The page begins. */
import { render } from "preact";
import { App } from "./app.js";
import { lang, SCREENS, type Screen, screen, useLang } from "./state.js";

/** The screen that an address names, after its hash. */
function heard(): void {
  const name = location.hash.slice(1) as Screen;
  screen.value = SCREENS.includes(name) ? name : "season";
}
addEventListener("hashchange", heard);
heard();
useLang(lang.value);
const root = document.getElementById("app");
if (root !== null) render(<App />, root);
