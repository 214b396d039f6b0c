/** The words of publishing: whom to ask, what they answer, and what is mended, in Dutch. */
export const publishNl = {
  publishHelp:
    "Vanaf dan is dit wat mensen verteld wordt. Latere planningen wijken er alleen van af als dat iets oplevert.",
  publishNow: "Deze planning vaststellen",
  publishedNow: (n: number) => `Vastgesteld: ${n === 1 ? "1 bijeenkomst" : `${n} bijeenkomsten`}.`,
  saveFirst: "Bewaar eerst wat u gewijzigd heeft.",
  repairFirst: "Deze planning breekt regels. Herstel haar eerst.",
  askThem: "Wie te vragen of te bellen",
  says: { asked: "Gevraagd", yes: "Ja", no: "Nee", silent: "Geen antwoord" },
  fallen: "geldt niet meer: eerst herstellen",
  fallenBy: (names: string) => `geldt niet meer: ${names} zei nee`,
  toMend: "Naar het herstel",
  afterAll: "Toch ja",
  mended: "Opgelost: bewaar deze planning, en stel haar vast.",
  toPublish: "Naar vaststellen",
  forThisSession: "Voor deze bijeenkomst",
  further: "Verder",
  persons: (n: number, text: string) => (n === 1 ? "1 persoon" : `${text} personen`),
  questions: (text: string) => `${text} vragen`,
  repair: "Herstellen",
  repairHelp: "Zoekt de planning waarvoor de minste mensen gebeld hoeven te worden.",
  sheets: "Teambladen",
  showSheets: "Teambladen tonen",
  print: "Afdrukken",
  takenOver: "Overgenomen. Bewaar het, en stel het vast.",
  heldBack: (n: number) =>
    n === 1
      ? "1 teamblad is achtergehouden: die bijeenkomst geldt niet meer zoals vastgesteld."
      : `${n} teambladen zijn achtergehouden: die bijeenkomsten gelden niet meer zoals vastgesteld.`,
  doing: { ask: "Te vragen", wait: "Wacht op antwoord", no: "Zei nee", yes: "Zei ja" },
  askOrder: "In volgorde van bellen: wie het eerst aan de beurt is, staat bovenaan.",
  searchTrainer: "Zoek een trainer",
  showAll: (n: number) => `Alle ${n} tonen`,
};
