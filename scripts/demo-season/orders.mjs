/** What the clients of the region ordered for this spring: the tables from which the sessions follow. */

/**
 * Series, each of four sessions (quick scan, basic training, training with the LKHA, workshop):
 * programme | letter | place | audience | first week (1 = 1 February) | communities (tag:weight, + joins tags, ! required) |
 * language of the key persons | theme of the basic training | of the LKHA training | of the workshop | remarks.
 * Remarks: women a workshop for women only, adv the workshop is for the experienced, actor training with an actor,
 * evening the workshop is in the evening.
 */
export const SERIES = `
den-haag|a|Den Haag||1|hindustani:3|hns|domestic-violence|forced-marriage|social-control|actor
den-haag|b|Den Haag|Rijswijk|4|turkish+sunni:2 moroccan:1|tr|gender-equality|abandonment|lgbti-acceptance|adv evening
den-haag|c|Den Haag||7|somali:3|so|culture-sensitive-work|honour-violence|fgm|women
rotterdam|a|Rotterdam||1|moroccan:3|ary|social-control|abandonment|forced-marriage|adv actor
rotterdam|b|Rotterdam||6|cape-verdean:2 antillean:1|kea|domestic-violence|law-and-rights|gender-equality|evening
rotterdam|c|Rotterdam|Capelle aan den IJssel|8|syrian:3|apc|conversation-skills|forced-marriage|honour-violence|women
zoetermeer|a|Zoetermeer|Lansingerland|2|iraqi:2 kurdish:1||culture-sensitive-work|honour-violence|domestic-violence|actor
delft|a|Delft|Rijswijk,Midden-Delfland|3|iranian:2 afghan:1|fa|lgbti-acceptance|law-and-rights|social-control|adv
leidschendam-voorburg|a|Leidschendam-Voorburg|Wassenaar|6|afghan:2||honour-violence|forced-marriage|gender-equality|
westland|a|Westland|Midden-Delfland|4|polish:3!|pl|domestic-violence|conversation-skills|gender-equality|evening
schiedam|a|Schiedam|Vlaardingen|2|kurdish:2 turkish:1|kmr|honour-violence|forced-marriage|social-control|adv actor
vlaardingen|a|Vlaardingen|Maassluis|6|moroccan:2|rif|conversation-skills|abandonment|lgbti-acceptance|
capelle|a|Capelle aan den IJssel|Krimpen aan den IJssel|5|antillean:2 surinamese:1|pap|domestic-violence|conversation-skills|gender-equality|
nissewaard|a|Nissewaard|Voorne aan Zee|7|eritrean+orthodox:3|ti|culture-sensitive-work|forced-marriage|fgm|
barendrecht|a|Barendrecht|Ridderkerk,Albrandswaard|8|turkish+alevi:2|tr|gender-equality|honour-violence|lgbti-acceptance|adv
lansingerland|a|Lansingerland||3|turkish:1 moroccan:1||social-control|law-and-rights|conversation-skills|evening
pijnacker-nootdorp|a|Pijnacker-Nootdorp|Zoetermeer|9|chinese:2|zh|gender-equality|conversation-skills|domestic-violence|
`;

/**
 * Single sessions: code | menu item | programme (or -) | place (or online) | audience | week | communities | languages
 * (tag:who) | themes (theme:who) | remarks (as above; also all-women, one-date, extra hours with `evening`, priority pN).
 */
export const SINGLES = `
den-haag-conf|conference|den-haag|Den Haag|Leidschendam-Voorburg,Rijswijk|9|turkish:1 hindustani:1 somali:1||forced-marriage:professional abandonment:any|p4
rotterdam-conf|conference|rotterdam|Rotterdam|Schiedam,Capelle aan den IJssel|14|moroccan:1 cape-verdean:1||domestic-violence:professional gender-equality:any|p4
zoetermeer-conf|conference|zoetermeer|Zoetermeer|Pijnacker-Nootdorp|17|iraqi:1 hindustani:1||honour-violence:professional social-control:any|p3
schiedam-conf|conference|schiedam|Schiedam|Vlaardingen,Maassluis|18|turkish:1 kurdish:1||lgbti-acceptance:professional gender-equality:any|p3
delft-conf|conference|delft|Delft|Midden-Delfland|7|iranian:1 somali:1||fgm:professional law-and-rights:any|p2
nissewaard-conf|conference|nissewaard|Nissewaard|Voorne aan Zee,Albrandswaard|19|eritrean:1||forced-marriage:professional culture-sensitive-work:any|p2
den-haag-web|webinar|den-haag|online|Den Haag|6|hindustani:1||domestic-violence:professional|evening p2
rotterdam-web|webinar|rotterdam|online|Rotterdam|11|moroccan:1|ary:any|social-control:professional|evening p2
westland-web|webinar|westland|online|Westland|10|polish:2|pl:any|domestic-violence:professional|p3
goeree-web|webinar|goeree-overflakkee|online|Goeree-Overflakkee|5|syrian:1||culture-sensitive-work:professional|p2
lkha-web-1|webinar|-|online||8|moroccan:1 turkish:1||abandonment:professional law-and-rights:any|lkha p4
lkha-web-2|webinar|-|online||18|somali:1 iraqi:1||forced-marriage:professional|lkha p4
wassenaar-ws|workshop-beginners|wassenaar|Wassenaar||12|iraqi:1||domestic-violence:professional|p2
rijswijk-ws|workshop-beginners|rijswijk|Rijswijk|Den Haag|6|hindustani:1 turkish:1|hns:any|social-control:professional|all-women p3
maassluis-ws|workshop-beginners|maassluis|Maassluis||15|moroccan:2|rif:lived|conversation-skills:professional|p2
ridderkerk-ws|workshop-advanced|ridderkerk|Ridderkerk|Barendrecht|10|turkish:2|tr:any|forced-marriage:professional|p3
voorne-ws|workshop-beginners|voorne-aan-zee|Voorne aan Zee||13|syrian:2|apc:lived|gender-equality:professional|one-date evening p2
rotterdam-ws|workshop-advanced|rotterdam|Rotterdam||19|cape-verdean:2|kea:any|domestic-violence:professional|actor p3
goeree-ws|workshop-beginners|goeree-overflakkee|Goeree-Overflakkee||9|syrian:2||social-control:professional|one-date p3
nissewaard-ws|workshop-beginners|nissewaard|Nissewaard|Voorne aan Zee|12|eritrean:3!|ti:lived|fgm:professional|all-women p5
leidschendam-ws|workshop-beginners|leidschendam-voorburg|Leidschendam-Voorburg|Den Haag|14|afghan:2|ps:lived|honour-violence:professional|p3
midden-delfland-basic|basic-training|midden-delfland|Midden-Delfland|Westland|13|polish:1||gender-equality:professional|p2
`;
// The three that nobody can staff, each for a reason that a coordinator meets: the only two women whom nissewaard-ws could
// have are known to its participants or live too near; nobody in the pool speaks Pashto (leidschendam-ws); and what
// Midden-Delfland set aside pays for a workshop, not for a day of training (midden-delfland-basic).

/** Trainers whom a client has declined or whom participants know, by session. */
export const EXCLUDES = { "nissewaard-ws": ["t30"], "den-haag-a2": ["t20"], "schiedam-a4": ["t22"] };

/** Exceptions that were agreed with the trainer. */
export const WAIVERS = {
  "goeree-ws": [{ trainer: "t36", rule: "travelKm" }],
  "westland-a2": [{ trainer: "t34", rule: "available" }],
};

/** What a client can pay, as a share of what its programme would cost at the pool's mean rates; 1.1 where none is named. */
export const PURSES = { vlaardingen: 0.98, capelle: 0.96, "midden-delfland": 0.4, "den-haag": 1.04 };

/** Duos: 0 where they know each other's work, 60 where it does not click. */
export const PAIRS = [
  ["t01", "t20", 0],
  ["t03", "t24", 0],
  ["t04", "t12", 0],
  ["t05", "t31", 0],
  ["t06", "t27", 0],
  ["t06", "t32", 0],
  ["t07", "t23", 0],
  ["t09", "t25", 0],
  ["t14", "t28", 0],
  ["t15", "t07", 60],
  ["t13", "t24", 60],
  ["t02", "t33", 60],
];
