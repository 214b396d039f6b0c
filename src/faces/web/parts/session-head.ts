/** The heading of the session that is looked at: whoever asked for it is taken there. */

export const SESSION_HEAD = "session-head";
/** From here on down the panel stands below the timeline, as in style/narrow.css. */
const BELOW = "(max-width: 60rem)";

/** Moves the focus to the heading, and brings the panel into sight: on a phone it begins at the top of the window. */
export function showSession(): void {
  const head = document.getElementById(SESSION_HEAD);
  head?.focus({ preventScroll: true });
  head?.scrollIntoView({ block: matchMedia(BELOW).matches ? "start" : "nearest" });
}
