/** The wording of a quote, its numbers and its days, in Dutch and English. */
import type { Quote, QuoteLine } from "../../programme/quote/quote.js";
import type { Lang } from "../words.js";

const LOCALE = { nl: "nl-NL", en: "en-GB" } as const;

export const QUOTE_WORDS = {
  nl: {
    title: "Offerte",
    for: "Aan",
    from: "Van",
    number: "Nummer",
    date: "Datum",
    valid: "Geldig tot en met",
    programme: "Programma",
    hours: "Programma en ureninzet van trainers en begeleiders",
    session: "Bijeenkomst",
    time: "Duur en voorbereiding",
    team: "Team en uurtarief",
    at: "à",
    amount: "Bedrag",
    noDate: "datum in overleg",
    online: "online",
    place: "Plaats",
    themes: "Thema’s",
    hour: "uur",
    preparation: (hours: string) => `+ ${hours} uur voorbereiding en nazorg`,
    net: "Totaal exclusief btw",
    tax: (percent: number) => `Btw ${percent} %`,
    exempt: (ground: string) => `Vrijgesteld van btw: ${ground}`,
    total: "Totaal",
    totalWithTax: "Totaal inclusief btw",
    free: "Vooraf, zonder kosten",
    freeNote: "Dit verzorgen wij; er zijn voor u geen kosten aan verbonden.",
    freeItems: {
      conversation: "Voorgesprek",
      "quick-scan": "Digitale quick scan",
      outcome: "Bijeenkomst over de uitkomsten en het programma",
      contacts: "Contacten met lokale organisaties",
    },
    modules: "Bestaande online modules, zonder kosten",
    modulesNote: "Deelnemers volgen ze zelf, wanneer het hun uitkomt.",
    part: "Wat u zelf verzorgt",
    parts: {
      location: "Locatie",
      catering: "Catering",
      publicity: "Publiciteit",
      recruitment: "Werving van deelnemers",
    },
    split: "Verdeling over de organisaties",
    organisation: "Organisatie",
    excluding: "Exclusief btw",
    taxShort: "Btw",
    including: "Totaal",
    together: "Samen",
    sessions: "Bijeenkomsten",
    page: (page: number, pages: number) => `Bladzijde ${page} van ${pages}`,
    sheet: {
      code: "Code",
      stage: "Fase",
      hours: "Uren",
      preparation: "Uren voorbereiding en nazorg",
      details: "Gegevens",
      what: "Wat",
      shares: "Verdeling",
      yours: "Zelf verzorgen",
    },
  },
  en: {
    title: "Quote",
    for: "To",
    from: "From",
    number: "Number",
    date: "Date",
    valid: "Valid until",
    programme: "Programme",
    hours: "Programme and hours of trainers and facilitators",
    session: "Session",
    time: "Length and preparation",
    team: "Team and hourly rate",
    at: "at",
    amount: "Amount",
    noDate: "date to be agreed",
    online: "online",
    place: "Place",
    themes: "Themes",
    hour: "h",
    preparation: (hours: string) => `+ ${hours} h preparation and aftercare`,
    net: "Total excluding VAT",
    tax: (percent: number) => `VAT ${percent}%`,
    exempt: (ground: string) => `Exempt from VAT: ${ground}`,
    total: "Total",
    totalWithTax: "Total including VAT",
    free: "Beforehand, at no charge",
    freeNote: "We see to this; there is no charge for it.",
    freeItems: {
      conversation: "First conversation",
      "quick-scan": "Online quick scan",
      outcome: "Meeting on the outcome and the programme",
      contacts: "Contacts with local organisations",
    },
    modules: "Existing online modules, at no charge",
    modulesNote: "Participants follow them by themselves, when it suits them.",
    part: "What you arrange yourself",
    parts: {
      location: "Location",
      catering: "Catering",
      publicity: "Publicity",
      recruitment: "Recruitment of participants",
    },
    split: "Shares of the organisations",
    organisation: "Organisation",
    excluding: "Excluding VAT",
    taxShort: "VAT",
    including: "Total",
    together: "Together",
    sessions: "Sessions",
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    sheet: {
      code: "Code",
      stage: "Stage",
      hours: "Hours",
      preparation: "Hours of preparation and aftercare",
      details: "Details",
      what: "What",
      shares: "Shares",
      yours: "For you to arrange",
    },
  },
} as const;

/** `€ 1.234,50` or `€1,234.50`. */
export function euros(cents: number, lang: Lang): string {
  return new Intl.NumberFormat(LOCALE[lang], { style: "currency", currency: "EUR" }).format(cents / 100);
}

export function longDay(day: string, lang: Lang): string {
  const options = { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" } as const;
  return new Intl.DateTimeFormat(LOCALE[lang], options).format(Date.parse(day));
}

/** Minutes as hours, `2,5`. */
export function hoursOf(minutes: number, lang: Lang): string {
  return new Intl.NumberFormat(LOCALE[lang], { maximumFractionDigits: 2 }).format(minutes / 60);
}

/** What the codes of a quote are called. */
export interface QuoteNames {
  /** of an alternative, an item, an activity, a stage, a theme, a place or an organisation */
  readonly label: (code: string) => string;
  readonly role: (code: string) => string;
}

/** What a quote shows, as text: HTML, PDF and workbook lay it out and say nothing else. */
export function quoteView(quote: Quote, { label, role }: QuoteNames, lang: Lang) {
  const words = QUOTE_WORDS[lang];
  const line = (one: QuoteLine) => ({
    of: one,
    what: label(one.item ?? one.activity),
    // A theme that is asked of the one and of the other seat is one theme to who pays.
    themes: [...new Set(one.themes.map(label))].join(", "),
    when: one.days.length === 0 ? words.noDate : one.days.map((day) => longDay(day, lang)).join(", "),
    where:
      one.place === null
        ? words.online
        : [label(one.place), ...(one.venue === undefined ? [] : [one.venue])].join(", "),
    time: `${hoursOf(one.minutes, lang)} ${words.hour}`,
    preparation: words.preparation(hoursOf(one.preparationMinutes, lang)),
    team: one.seats.map((seat) => `${seat.number} × ${role(seat.role)} ${words.at} ${euros(seat.rate, lang)}`),
    amount: euros(one.amount, lang),
  });
  const stages = [...new Set(quote.lines.map(({ stage }) => stage))].map((stage) => {
    const mine = quote.lines.filter((one) => one.stage === stage);
    return {
      title: stage === undefined ? words.sessions : label(`stage-${stage}`),
      lines: mine.map(line),
      amount: euros(
        mine.reduce((sum, { amount }) => sum + amount, 0),
        lang,
      ),
    };
  });
  const { vat } = quote;
  return {
    words,
    head: [
      [words.number, quote.number],
      [words.date, longDay(quote.date, lang)],
      [words.valid, longDay(quote.validUntil, lang)],
      ...(quote.kind === undefined ? [] : [[words.programme, label(quote.kind)] as const]),
    ] as readonly (readonly [name: string, value: string])[],
    /** stage by stage, in the order in which the programme happens */
    stages,
    sums: [
      [words.net, euros(quote.net, lang)],
      vat.kind === "rate"
        ? [words.tax(vat.percent), euros(quote.tax, lang)]
        : [words.exempt(vat[lang]), euros(0, lang)],
      [vat.kind === "rate" ? words.totalWithTax : words.total, euros(quote.total, lang)],
    ] as const,
    /** what is at no charge: what comes before, and existing modules where there are some */
    free: [
      { title: words.free, note: words.freeNote, names: quote.free.map((what) => words.freeItems[what]) },
      { title: words.modules, note: words.modulesNote, names: (quote.modules ?? []).map(label) },
    ]
      .filter(({ names }) => names.length > 0)
      .map(({ names, ...group }) => ({ ...group, lines: names.map((name) => [name, euros(0, lang)] as const) })),
    parts: quote.clientsPart.map((what) => words.parts[what]),
    splitTotal: [
      words.together,
      ...[quote.net, quote.tax, quote.total].map((cents) => euros(cents, lang)),
    ] as readonly string[],
    split: quote.split.map(
      ({ organisation, net, tax, total }) =>
        [label(organisation), euros(net, lang), euros(tax, lang), euros(total, lang)] as const,
    ),
  };
}
export type QuoteView = ReturnType<typeof quoteView>;
export type LineView = QuoteView["stages"][number]["lines"][number];
