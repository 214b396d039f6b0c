/** What every page of HTML has around its body: one file, for nobody to index, that loads nothing and tells nobody where it was. */
import type { Lang } from "./words.js";

/** Text as HTML shows it, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** A page's parts; `title` and `policy` are text, `style` is CSS, `body` is HTML. */
export interface DocumentParts {
  readonly lang: Lang;
  readonly title: string;
  /** its content security policy: what a slip could bring in, it forbids */
  readonly policy: string;
  readonly style: string;
  readonly body: string;
}

/** The whole page, from its doctype on. */
export function documentHtml({ lang, title, policy, style, body }: DocumentParts): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy.replaceAll('"', "&quot;")}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
