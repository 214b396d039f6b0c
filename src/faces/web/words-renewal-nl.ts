/** The words of a season that is made anew, in Dutch. */
const meetings = (n: number): string => (n === 1 ? "1 bijeenkomst" : `${n} bijeenkomsten`);
const trainers = (n: number): string => (n === 1 ? "1 trainer" : `${n} trainers`);

export const renewalNl = {
  help: "Dit verandert er als u het seizoen bijwerkt met wat er nu in de pool is. Er is nog niets gewijzigd.",
  of: "Van welke programma’s",
  none: "zonder programma",
  row: (name: string, n: number, isNew: boolean) =>
    `${name}: ${meetings(n)}${isNew ? ", nog niet in dit seizoen" : ""}`,
  comes: (n: number, of: string) => `Erbij: ${meetings(n)} (${of})`,
  goes: (n: number, of: string) => `Eruit: ${meetings(n)} (${of})`,
  come: (n: number, who: string) => `Erbij: ${trainers(n)} (${who})`,
  go: (n: number, who: string) => `Eruit: ${trainers(n)} (${who})`,
  loses: (plan: string, n: number) => `Planning ${plan} verliest ${n === 1 ? "1 team" : `${n} teams`}`,
  released: (what: string) => `Wat vastlag vervalt: ${what}`,
  time: "Wanneer trainers kunnen en wat bijeenkomsten vragen, wordt opnieuw gelezen.",
  nothing: "Er komt niets bij en er gaat niets uit.",
  choose: "Kies minstens één programma.",
  lost: (n: number) =>
    `${n === 1 ? "1 wens van u past" : `${n} wensen van u passen`} niet meer in dit seizoen en geld${n === 1 ? "t" : "en"} niet meer (vastgezet, uitgesloten).`,
};
