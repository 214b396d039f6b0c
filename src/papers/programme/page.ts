/** What the programme's pages have in common: one file, nothing loaded from elsewhere, good on paper. */
import { documentHtml } from "../html-document.js";
import { STYLE } from "../html-style.js";
import type { Lang } from "../words.js";

/** A page's parts; `head` and `body` are HTML, `title` is text. */
export interface PageParts {
  readonly lang: Lang;
  readonly title: string;
  readonly style: string;
  readonly body: string;
  /** a script that the page itself holds */
  readonly script?: string;
  /** where its form may be sent to */
  readonly sendsTo?: string;
}

/** The whole page, from its doctype on. */
export function pageHtml({ lang, title, style, body, script, sendsTo }: PageParts): string {
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    ...(script === undefined ? [] : ["script-src 'unsafe-inline'"]),
    `form-action ${sendsTo === undefined ? "'none'" : new URL(sendsTo).origin}`,
  ].join("; ");
  const scripted = script === undefined ? body : `${body}\n<script>${script}</script>`;
  return documentHtml({ lang, title, policy, style: `${STYLE}${style}`, body: scripted });
}
