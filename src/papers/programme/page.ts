/** What the programme's pages have in common: one file, nothing loaded from elsewhere, good on paper. */
import { escapeHtml as h } from "../html.js";
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
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${h(policy)}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${h(title)}</title>
<style>${STYLE}${style}</style>
</head>
<body>
${body}
${script === undefined ? "" : `<script>${script}</script>\n`}</body>
</html>
`;
}
