import { day } from "./days.ts";
import type { DemoRow } from "./headings.ts";

type MonthAndDate = readonly [month: number, date: number];
type Calendar = readonly (readonly [...MonthAndDate, name: string])[];

/** Federal holidays, as many firms in the USA keep them. */
const USA: Calendar = [
  [1, 19, "Martin Luther King Jr. Day"],
  [2, 16, "Presidents' Day"],
  [5, 25, "Memorial Day"],
  [6, 19, "Juneteenth"],
  [7, 3, "Independence Day (observed)"],
];
const SINGAPORE: Calendar = [
  [2, 17, "Chinese New Year"],
  [2, 18, "Chinese New Year, second day"],
  [3, 21, "Hari Raya Puasa"],
  [4, 3, "Good Friday"],
  [5, 1, "Labour Day"],
  [5, 27, "Hari Raya Haji"],
  [5, 31, "Vesak Day"],
  [6, 1, "Vesak Day (in lieu)"],
];
/** Karnataka's general holidays. */
const BENGALURU: Calendar = [
  [1, 15, "Makara Sankranti"],
  [1, 26, "Republic Day"],
  [3, 19, "Ugadi"],
  [3, 21, "Id-ul-Fitr"],
  [3, 31, "Mahavir Jayanti"],
  [4, 3, "Good Friday"],
  [4, 14, "Ambedkar Jayanti"],
  [4, 20, "Basava Jayanti"],
  [5, 1, "May Day"],
  [5, 28, "Bakrid"],
  [6, 26, "Muharram"],
];
/** Maharashtra's public holidays; Buddha Purnima falls on Maharashtra Day. */
const PUNE: Calendar = [
  [1, 26, "Republic Day"],
  [2, 15, "Maha Shivaratri"],
  [2, 19, "Shivaji Jayanti"],
  [3, 3, "Holi"],
  [3, 19, "Gudi Padwa"],
  [3, 21, "Id-ul-Fitr"],
  [3, 26, "Ram Navami"],
  [3, 31, "Mahavir Jayanti"],
  [4, 3, "Good Friday"],
  [4, 14, "Ambedkar Jayanti"],
  [5, 1, "Maharashtra Day"],
  [5, 28, "Bakri Id"],
  [6, 26, "Muharram"],
];
const CITIES: ReadonlyMap<string, Calendar> = new Map([
  ["Chicago", USA],
  ["Austin", USA],
  ["Bengaluru", BENGALURU],
  ["Pune", PUNE],
  ["Singapore", SINGAPORE],
]);

/** Public holidays of the first half of 2026 in these cities, weekends included, as the authorities publish them. */
export const holidaysOf = (cities: readonly string[]): readonly DemoRow<"Holidays">[] =>
  cities.flatMap((city) =>
    (CITIES.get(city) ?? []).map(([month, date, name]) => ({ Location: city, Day: day(month, date), Name: name })),
  );
