const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

const formatters = new Map<string, Intl.DateTimeFormat>();
function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const two = "2-digit";
  const parts = { year: "numeric", month: two, day: two, hour: two, minute: two, second: two } as const;
  const made = new Intl.DateTimeFormat("en-CA", { timeZone: zone, hourCycle: "h23", ...parts });
  formatters.set(zone, made);
  return made;
}

/** Utilities.formatDate for the one pattern that is used. */
export function formatDate(time: number, zone: string, pattern: string): string {
  if (pattern !== "yyyy-MM-dd HH:mm:ss") throw new Error(`Utilities.formatDate: the pattern ${pattern} is not known.`);
  return formatter(zone).format(time).replace(",", "");
}

const localMs = (time: number, zone: string): number =>
  Date.parse(`${formatDate(time, zone, "yyyy-MM-dd HH:mm:ss").replace(" ", "T")}Z`);

/** The moment a date cell stands for in a zone; where clocks skip it, the first moment after. */
export function dateIn(serial: number, zone: string): Date {
  const wanted = EPOCH + Math.round(serial * DAY_MS);
  const guesses = [
    wanted - (localMs(wanted - DAY_MS, zone) - (wanted - DAY_MS)),
    wanted - (localMs(wanted + DAY_MS, zone) - (wanted + DAY_MS)),
  ];
  const exact = guesses.find((time) => localMs(time, zone) === wanted);
  return new Date(exact ?? Math.max(...guesses));
}

/** Does a number format show a date or a time? */
export const showsDate = (format = ""): boolean =>
  format !== "General" && /[ymdhs]/i.test(format.replace(/"[^"]*"/g, ""));

/** A day number for a date somebody types. */
export function typedDay(text: string): number | null {
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(text);
  const us = /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : us ? [us[3], us[1], us[2]] : [];
  return year === undefined ? null : (Date.UTC(Number(year), Number(month) - 1, Number(day)) - EPOCH) / DAY_MS;
}
