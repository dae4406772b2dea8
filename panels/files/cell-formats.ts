import { attribute, elements } from "./xml.ts";

/** How a cell's number is to be read. */
export type Look = "number" | "day" | "time";

const DAYS = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57]);
const TIMES = new Set([18, 19, 20, 21, 45, 46, 47]);

/** The look of each cell style, by the style's number. */
export function looksIn(styles: string): readonly Look[] {
  const codes = new Map<number, string>();
  for (const { tag } of elements(styles, "numFmt")) {
    codes.set(Number(attribute(tag, "numFmtId")), attribute(tag, "formatCode") ?? "");
  }
  const [list] = elements(styles, "cellXfs");
  return [...elements(list?.inner ?? "", "xf")].map(({ tag }) => {
    const id = Number(attribute(tag, "numFmtId"));
    if (DAYS.has(id)) return "day";
    return TIMES.has(id) ? "time" : lookOf(codes.get(id) ?? "");
  });
}

/** A format with years or days in it shows days; one with hours or seconds alone shows a time. */
function lookOf(code: string): Look {
  const bare = code.replace(/"[^"]*"|\\.|_./g, "").replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  if (/[yd]/i.test(bare)) return "day";
  return /[hs]/i.test(bare) ? "time" : "number";
}

const MS_A_DAY = 86_400_000;
const UNIX_EPOCH = 25_569;

/** A number as its look shows it: a day as 2026-03-02, a time as 7:30:00. */
export function shownAs(value: number, look: Look): string {
  if (look === "number" || !Number.isFinite(value)) return String(value);
  const seconds = Math.round(value * 86_400);
  if (look === "time" || value < 1) return clock(seconds);
  const day = Math.floor(seconds / 86_400);
  const iso = new Date((day - UNIX_EPOCH) * MS_A_DAY).toISOString().slice(0, 10);
  const rest = seconds - day * 86_400;
  return rest === 0 ? iso : `${iso} ${clock(rest)}`;
}

const two = (n: number): string => String(n).padStart(2, "0");

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
