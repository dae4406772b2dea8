const UNIX_EPOCH = 25569;
const DAY_MS = 86_400_000;
const DAY_SECONDS = 86_400;

/**
 * Turns a date cell into the day number it holds. Google hands over a Date at the spreadsheet's own local time, which need not be the
 * script's; each distinct date is converted once.
 */
export function dayReader(): (date: Date) => number {
  const known = new Map<number, number>();
  let zone: string | undefined;
  const local = (time: number) => {
    zone ??= SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
    return localTime(Utilities.formatDate(new Date(time), zone, "yyyy-MM-dd HH:mm:ss"));
  };
  return (date) => {
    const time = date.getTime();
    let day = known.get(time);
    if (day === undefined) {
      const now = local(time);
      // Where clocks go forward at midnight, a date cell starts later: the moment before it is another day.
      const isWhole = now.seconds === 0 || local(time - 1).day !== now.day;
      day = isWhole ? now.day : now.day + now.seconds / DAY_SECONDS;
      known.set(time, day);
    }
    return day;
  };
}

function localTime(text: string): { readonly day: number; readonly seconds: number } {
  const [year, month, day, hours, minutes, seconds] = text.split(/[- :]/).map(Number);
  return {
    day: Date.UTC(year!, month! - 1, day!) / DAY_MS + UNIX_EPOCH,
    seconds: hours! * 3600 + minutes! * 60 + seconds!,
  };
}
