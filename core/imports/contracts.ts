import type { DayNumber } from "../units.ts";
import { minutesOf } from "./durations.ts";
import type { FileRow } from "./file.ts";
import type { Reading } from "./reading.ts";
import { weeksIn } from "./weeks.ts";

/** What a list of people says of somebody's contract from a day on: minutes a week or a part of full time; neither where it says nothing. */
export interface ContractFrom {
  readonly from: DayNumber | null;
  readonly minutes: number | null;
  readonly fte: number | null;
  /** As the column Working days reads them; null for Monday to Friday. */
  readonly days: string | null;
}

/** Reads contracts from hours of a week or a part of full time; asks where no column has them. */
export function contractReader(reading: Reading): (row: FileRow) => readonly ContractFrom[] {
  const usual = weekAnswer(reading);
  const hundred = areHundredths(reading);
  return (row) => {
    const lists = weeksIn(reading.text(row, "workDaysHours"));
    if (lists.some(({ uneven }) => uneven)) {
      const why = "works different hours on different days; the plan spreads the week evenly over them";
      reading.findings.note("HR-250", row.row, why);
    }
    if (lists.length > 0) return lists.map(({ from, minutes, days }) => ({ from, minutes, fte: null, days }));
    const one = { from: null, minutes: null, fte: null, days: null };
    const seconds = reading.seconds(row, "weekHours", "hours");
    if (typeof seconds === "number" && seconds > 0) return [{ ...one, minutes: minutesOf(seconds) }];
    const fte = shareIn(reading, row, hundred);
    if (fte !== null) return [{ ...one, fte }];
    if (usual !== null) return [{ ...one, minutes: usual * 60 }];
    const field = reading.has("weekHours") ? "weekHours" : "contractFte";
    const why = "has no hours a week that can be read, which are left empty";
    const hint = "Maybe fill Weekly hours in People afterwards.";
    reading.findings.note("HR-244", row.row, why, hint, reading.text(row, field), reading.heading(field));
    return [one];
  };
}

const FULL_TIME = 40;

/** The hours of everybody where the file has none; null where a column has them. */
function weekAnswer(reading: Reading): number | null {
  if (CONTRACTS.some((field) => reading.has(field))) return reading.has("workDaysHours") ? FULL_TIME : null;
  reading.findings.ask({
    key: "weekHours",
    asks: "How many hours a week do these people work?",
    why: "No column of the file is read as hours a week or FTE; below, a column can be made one. Change single people afterwards.",
    options: [40, 38, 37.5, 35].map((hours) => ({ value: String(hours), words: `${hours} hours a week` })),
    usual: String(FULL_TIME),
  });
  const hours = Number(reading.answer("weekHours", String(FULL_TIME)));
  return hours > 0 && hours <= 168 ? hours : FULL_TIME;
}

const CONTRACTS = ["workDaysHours", "weekHours", "contractFte"] as const;

/** Parts of full time above this are hundredths. */
const MOST_FTE = 2;
const SHARP = 1e10;

function shareIn(reading: Reading, row: FileRow, hundred: boolean): number | null {
  const text = reading.text(row, "contractFte");
  const bare = text.replace(/\s*%$/, "");
  const number = reading.numberIn(bare);
  if (typeof number !== "number" || number <= 0) return null;
  const share = Math.round((bare !== text || hundred ? number / 100 : number) * SHARP) / SHARP;
  return share > MOST_FTE ? null : share;
}

/** Bare numbers are hundredths where one is too large for a part of full time: said with an example. */
function areHundredths(reading: Reading): boolean {
  if (!reading.has("contractFte")) return false;
  const bare = reading.file.rows.flatMap((row) => {
    const number = reading.numberIn(reading.text(row, "contractFte"));
    return typeof number === "number" && number > 0 ? [number] : [];
  });
  const hundred = bare.some((number) => number > MOST_FTE);
  const [first] = bare;
  if (first !== undefined) {
    const percent = Math.round((hundred ? first : first * 100) * 100) / 100;
    const why = `The parts of full time in ${reading.heading("contractFte")} are read as shares: ${first} is ${percent} %`;
    reading.findings.noteFile("HR-250", why);
  }
  return hundred;
}
