import { type TimeUnit, workingDay } from "./durations.ts";
import type { FileRow } from "./file.ts";
import type { Reading } from "./reading.ts";

export type Estimate = "original" | "remaining" | "spent";

/** What an issue takes, in seconds: null is not said, undefined cannot be read. */
export interface Estimates {
  readonly spent: number | null | undefined;
  readonly remaining: number | null | undefined;
  /** The first column whose text is no time; null when all can be read. */
  readonly unread: Estimate | null;
}

/** Reads what remains of an issue; where that is blank, what was planned less what was spent, and not below 0. */
export function estimates(reading: Reading): (row: FileRow) => Estimates {
  const unit = unitOf(reading);
  const timeOf = (row: FileRow, field: Estimate) => {
    const seconds = reading.seconds(row, field, unit);
    return typeof seconds === "number" && seconds < 0 ? undefined : seconds;
  };
  return (row) => {
    const left = timeOf(row, "remaining");
    const planned = timeOf(row, "original");
    const spent = timeOf(row, "spent");
    const isUnread = { remaining: left, original: planned, spent };
    const unread = ORDER.find((field) => isUnread[field] === undefined) ?? null;
    return { spent, remaining: left === null ? rest(planned, spent) : left, unread };
  };
}

const ORDER = ["remaining", "original", "spent"] as const satisfies readonly Estimate[];

function rest(planned: Estimates["spent"], spent: Estimates["spent"]): Estimates["remaining"] {
  if (planned === null) return spent === undefined ? null : planned;
  return planned === undefined || spent === undefined ? undefined : Math.max(0, planned - (spent ?? 0));
}

const LEAST_MEDIAN = 600;
const MOST_MEDIAN = 1000 * 3600;
const MINUTE = 60;

/** Jira's own exports have whole minutes in seconds; others have minutes, hours or days there: asked where seconds make little sense. */
function unitOf(reading: Reading): TimeUnit {
  const sorted = reading.file.rows
    .flatMap((row) => [reading.number(row, "original") ?? 0, reading.number(row, "remaining") ?? 0])
    .filter((number) => number > 0)
    .sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) return "seconds";
  const broken = sorted.filter((number) => number % MINUTE !== 0).length;
  const isDoubtful = middle < LEAST_MEDIAN || middle > MOST_MEDIAN || 2 * broken > sorted.length;
  const example = `${middle} would be ${Math.round(middle / 36) / 100} h`;
  if (!isDoubtful) {
    reading.findings.noteFile("HR-250", `The file has estimates in seconds: ${example}`);
    return "seconds";
  }
  const options = [
    { value: "seconds", words: "Seconds" },
    { value: "minutes", words: "Minutes" },
    { value: "hours", words: "Hours" },
    { value: "working days", words: `Working days of ${workingDay(reading.known.fullTimeWeek)} h` },
  ] as const satisfies readonly { readonly value: TimeUnit; readonly words: string }[];
  const why = `As seconds ${example}.`;
  reading.findings.ask({ key: "estimates", asks: "What do the estimates count?", why, options, usual: null });
  const said = reading.answer("estimates");
  return options.find(({ value }) => value === said)?.value ?? "seconds";
}
