import { plain } from "./sheet.ts";

const MONTHS = [
  "jan january januar janvier janv januari enero ene gennaio gen leden led ledna",
  "feb february februar fevrier fevr fev februari febrero febbraio unor uno unora",
  "mar march marz maerz mrz mars marzo maart mrt marts brezen bre brezna",
  "apr april avril avr abril abr aprile duben dub dubna",
  "may mai maj mayo mei maggio mag kveten kve kvetna",
  "jun june juni juin junio giugno giu cerven cvn cerv cervna",
  "jul july juli juillet juil julio luglio lug cervenec cvc cervence",
  "aug august aout augusti agosto ago augustus srpen srp srpna",
  "sep sept september septembre septiembre settembre set zari zar",
  "oct october okt oktober octobre octubre ottobre ott rijen rij rijna",
  "nov november novembre noviembre listopad lis listopadu",
  "dec december dez dezember decembre diciembre dic desember des dicembre prosinec pro prosince",
];
const MONTH_OF: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((words, i) => words.split(" ").map((word) => [word, i + 1] as const)),
);

/** 1 to 12, or null when the word is no month. */
export const monthNamed = (word: string): number | null => MONTH_OF.get(plain(word)) ?? null;

/** Weekdays from Monday on, one language a line: "di" is Tuesday in German and no day in English. */
const WEEKS: readonly (readonly string[])[] = [
  [
    "mo mon monday",
    "tu tue tues tuesday",
    "we wed wednesday",
    "th thu thur thurs thursday",
    "fr fri friday",
    "sa sat saturday",
    "su sun sunday",
  ],
  ["mo montag", "di dienstag", "mi mittwoch", "do donnerstag", "fr freitag", "sa samstag", "so sonntag"],
  [
    "lu lun lundi",
    "ma mar mardi",
    "me mer mercredi",
    "je jeu jeudi",
    "ve ven vendredi",
    "sa sam samedi",
    "di dim dimanche",
  ],
  [
    "ma man mandag",
    "ti tis tisdag",
    "on ons onsdag",
    "to tor tors torsdag",
    "fr fre fredag",
    "lo lor lordag",
    "so son sondag",
  ],
  [
    "lu lun lunes",
    "ma mar martes",
    "mi mie miercoles",
    "ju jue jueves",
    "vi vie viernes",
    "sa sab sabado",
    "do dom domingo",
  ],
  [
    "ma man mandag",
    "ti tir tirsdag",
    "on ons onsdag",
    "to tor torsdag",
    "fr fre fredag",
    "lø lør lørdag",
    "sø søn søndag",
  ],
  ["po pondeli", "ut utery", "st streda", "ct ctvrtek", "pa patek", "so sobota", "ne nedele"],
];

/** The weekdays (0 is Monday) that words name, in the one language that knows most of them; null where a word is none. */
export function weekdaysNamed(words: readonly string[]): readonly (number | null)[] {
  const readings = WEEKS.map((week) => {
    const spellings = week.map((day) => new Set(day.split(" ")));
    return words.map((word) => {
      const index = spellings.findIndex((day) => day.has(plain(word)));
      return index < 0 ? null : index;
    });
  });
  const known = (reading: readonly (number | null)[]) => reading.filter((day) => day !== null).length;
  return readings.reduce((best, next) => (known(next) > known(best) ? next : best));
}
