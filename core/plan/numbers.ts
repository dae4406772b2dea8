/** A number that somebody typed as text: one value, or two that it could mean. */
export type NumberText =
  | { readonly value: number; readonly percent: boolean }
  | { readonly either: readonly [number, number] }
  | null;

/** Words that may follow a number without changing it, by what the column counts. */
export const UNITS = {
  hours: /\s*(h|hrs?|hours?|std\.?|stunden)$/i,
  fte: /\s*ftes?$/i,
  weeks: /\s*(w|wks?|weeks?)$/i,
  level: /^(level|lvl|l)\s*/i,
  none: /$^/,
} as const;
export type Unit = keyof typeof UNITS;

const LONGEST = 30;

/**
 * Read "8", "8,5", "8 h", "7:30", "50 %", "1 000,33", "(12)" or "12-". One lone group of three digits after a point or a
 * comma ("1.234") can mean two numbers, and both are given back: which one depends on who typed it.
 */
export function numberIn(text: string, unit: Unit): NumberText {
  const plain = text
    .normalize("NFKC")
    .trim()
    .replace(WHOLE, (_, sign: string) => `${sign}00`);
  if (plain === "" || plain.length > LONGEST) return null;
  if (unit === "hours") {
    const clock = hoursAndMinutes(plain);
    if (clock !== null) return { value: clock, percent: false };
  }
  const bare = plain.replace(UNITS[unit], "").trim();
  const percent = bare.endsWith("%");
  const { digits, negative } = withoutSign(percent ? bare.slice(0, -1).trim() : bare);
  const size = sizeOf(digits);
  if (size === null) return null;
  const sized = (n: number) => (negative ? -n : n) / (percent ? 100 : 1);
  return typeof size === "number" ? { value: sized(size), percent } : { either: [sized(size[0]), sized(size[1])] };
}

/** "100,-" and "1'200.--" are whole amounts, as German, Dutch and Swiss prices are written. */
const WHOLE = /(?<=\d)([.,])\s?[-–—−]{1,2}$/;

function withoutSign(text: string): { readonly digits: string; readonly negative: boolean } {
  const match = /^(?:[-−](.+)|(.+)[-−]|\((.+)\))$/.exec(text);
  if (match) return { digits: (match[1] ?? match[2] ?? match[3] ?? "").trim(), negative: true };
  return { digits: text.replace(/^\+/, ""), negative: false };
}

/** The ways a number without sign is written, the first that fits: thousands by space or quote, by both, by one. */
const FORMS: readonly (readonly [RegExp, (digits: string) => number | readonly [number, number]])[] = [
  [/^\d+$/, Number],
  [/^[1-9]\d{0,2}[.,]\d{3}$/, (digits) => [Number(digits.replace(/[.,]/, "")), decimal(digits)]],
  [/^\d*[.,]\d+$/, (digits) => decimal(digits)],
  [/^\d+[.,]$/, (digits) => Number(digits.slice(0, -1))],
  [/^\d{1,3}([ '’]\d{3})+([.,]\d+)?$/, (digits) => decimal(digits.replace(/[ '’]/g, ""))],
  [/^\d{1,3}(,\d{2,3})*,\d{3}\.\d+$/, (digits) => Number(digits.replace(/,/g, ""))],
  [/^\d{1,3}(\.\d{2,3})*\.\d{3},\d+$/, (digits) => decimal(digits.replace(/\./g, ""))],
  [/^\d{1,3}(,\d{2,3})+,\d{3}$|^\d{1,3}(\.\d{2,3})+\.\d{3}$/, (digits) => Number(digits.replace(/[.,]/g, ""))],
];

function sizeOf(digits: string): number | readonly [number, number] | null {
  for (const [form, read] of FORMS) if (form.test(digits)) return read(digits);
  return null;
}

const decimal = (digits: string): number => Number(digits.replace(",", "."));

/** "7:30", "2h 30m", "30 min" in hours. */
function hoursAndMinutes(text: string): number | null {
  const match = /^(\d{1,4}):([0-5]\d)(?::00)?$/.exec(text) ?? /^(\d{1,4})\s*h\s*([0-5]?\d)\s*m(?:in)?$/i.exec(text);
  if (match) return Number(match[1]) + Number(match[2]) / 60;
  const minutes = /^(\d{1,5})\s*min(?:utes?)?$/i.exec(text);
  return minutes ? Number(minutes[1]) / 60 : null;
}
