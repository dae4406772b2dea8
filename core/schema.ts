import * as z from "zod/mini";
import { isoDate } from "./plan/calendar.ts";
import { isBlank, isErrorValue } from "./plan/cells.ts";
import { type Complaint, inHint } from "./plan/complaint.ts";
import { dateIn } from "./plan/dates.ts";
import { numberIn, type Unit } from "./plan/numbers.ts";
import { type Percentage, shareOf } from "./plan/percentages.ts";
import { impossible, type Quantity } from "./plan/quantities.ts";
import { type Words, wordIn, YES_NO } from "./plan/words.ts";
import { workingDaysIn } from "./plan/working-days.ts";
import type { ProblemCode } from "./problems.ts";
import { type DayNumber, dayNumber } from "./units.ts";

// Without this zod tries `new Function` once, which a host's page may forbid and report.
z.config({ jitless: true });

/** How one kind of cell is read: what it may hold and which unit it becomes. Only this file knows zod. */
export type Schema<T = unknown> = z.core.$ZodType<T>;
export type Output<S extends Schema> = z.core.output<S>;
/** A cell's value, perhaps under an assumption, or why there is none. */
export type Reading<T> = { readonly value: T; readonly warning?: Complaint } | Complaint;

/** The assumptions made by the schema that runs; a schema's own result has no place for them. */
let assumptions: Complaint[] = [];

/** Read a cell (or a whole form), or say in a few words why it cannot be read. */
export function read<T>(schema: Schema<T>, input: unknown): Reading<T> {
  assumptions = [];
  const result = z.safeParse(schema, input);
  if (result.success) {
    const [warning] = assumptions;
    return warning ? { value: result.data, warning } : { value: result.data };
  }
  const issue = result.error.issues[0]!;
  // Every issue raised below carries a complaint; zod's own, about a form that is no object, do not.
  const found = (issue as { params?: Complaint }).params;
  return {
    code: found?.code ?? "HR-183",
    why: [...issue.path, issue.message].join(" "),
    hint: found?.hint ?? "",
    ...(found?.mend === undefined ? {} : { mend: found.mend }),
  };
}

/** Several fields read together: what a panel asks. */
export const record = <S extends Record<string, Schema>>(fields: S) => z.object(fields);

/** A blank cell is null; any other must be what the schema says. */
export const orBlank = <T>(schema: Schema<T>) =>
  z.pipe(
    z.transform((cell: unknown) => (isBlank(cell) ? null : cell)),
    z.nullable(schema),
  );

export const LONGEST_NAME = 200;
export const LONGEST_LIST = 2000;
/** Numbers from 1900 to 2199 are years that somebody typed where a date belongs, not days before 1906; smaller ones are no days of a plan either. */
export const FIRST_READABLE_DAY = 2200;
const DAY_AFTER_LAST = 2_958_466;

/** One step of a schema: what the value becomes, or a complaint. */
export const step = <I, O>(take: (value: I) => { readonly value: O } | Complaint) =>
  z.transform((value: I, context) => {
    const taken = take(value);
    if ("value" in taken) return taken.value;
    context.issues.push({ code: "custom", input: value, message: taken.why, params: taken });
    return z.NEVER;
  });

/** One schema after another. */
export const inTurn = z.pipe;

const no = (code: ProblemCode, why: string, hint: string): Complaint => ({ code, why, hint });

/** Any cell but a formula's failure. */
const sound = step((cell: unknown) =>
  isErrorValue(cell)
    ? no("HR-141", "shows an error value", "Maybe mend the formula in this cell, or type its value.")
    : { value: cell },
);

/** Text of some length, which may say more than a name. */
export const words = (longest: number, is = "a name") =>
  z.pipe(
    sound,
    step((cell: unknown) => {
      const text = typeof cell === "number" ? String(cell) : cell;
      if (typeof text !== "string" || isBlank(text)) {
        return no(
          "HR-108",
          isBlank(cell) ? `is empty, not ${is}` : `is not ${is}`,
          `Maybe type ${is} here, or delete the row.`,
        );
      }
      if (text.length > longest) {
        return no("HR-152", `is longer than ${longest} characters`, `Maybe shorten it to ${longest} characters.`);
      }
      return { value: text.normalize("NFC").trim() };
    }),
  );

/** A name of somebody or something, its spaces tidied. */
export const text: Schema<string> = z.pipe(
  words(LONGEST_NAME),
  z.transform((name: string) => name.replace(/\s+/g, " ")),
);

/** Words that name nothing: a remark beside a row. */
export const remark: Schema<string> = words(LONGEST_LIST, "a note");

/** A number as it is typed, or why it is none. */
export const amount = (is: string, unit: Unit) =>
  z.pipe(
    sound,
    step((cell: unknown) => {
      const found =
        typeof cell === "number"
          ? { value: cell, percent: false }
          : typeof cell === "string"
            ? numberIn(cell, unit)
            : null;
      if (found && "either" in found) {
        const [a, b] = found.either.map(inHint);
        return no("HR-102", `can be ${a} or ${b}`, `Maybe type ${a} or ${b}, without a separator of thousands.`);
      }
      if (!found || !Number.isFinite(found.value)) {
        const complaint = no("HR-101", isBlank(cell) ? `is empty, not ${is}` : `is not ${is}`, `Maybe ${guess(cell)}.`);
        const only = onlyNumber(cell);
        return only === null ? complaint : { ...complaint, mend: only };
      }
      return { value: found };
    }),
  );

/** The first number inside a text, for a hint. */
function guess(cell: unknown): string {
  const digits = typeof cell === "string" ? /\d{1,4}(?:[.,]\d{1,2})?(?!\d)/.exec(cell.slice(0, 60)) : null;
  return digits ? `type ${digits[0].replace(",", ".")}, as a number only` : "type a number, or leave the cell empty";
}

/** The number in a text that holds one and no other digits, as in "8h?". */
function onlyNumber(cell: unknown): number | null {
  const found = typeof cell === "string" ? /^\D{0,20}?(\d{1,4}(?:[.,]\d{1,2})?)\D{0,20}$/.exec(cell) : null;
  const sign = found && /[-−–]\s*$/.test(String(cell).slice(0, String(cell).indexOf(found[1]!)));
  return found && !sign ? Number(found[1]!.replace(",", ".")) : null;
}

/** A number of a column's quantity, as the whole number that the plan stores: minutes of hours, millionths of an FTE. */
export const quantity = (column: Quantity): Schema<number> =>
  z.pipe(
    z.pipe(
      amount(column.is, column.unit),
      step(({ value, percent }: { readonly value: number; readonly percent: boolean }) => {
        if (percent && column.unit !== "fte")
          return no("HR-101", `is not ${column.is}`, `Maybe type ${column.example}.`);
        return impossible(column, value) ?? { value };
      }),
    ),
    z.transform((value: number) => Math.round(value * column.times)),
  );

/** A share of one in whole millionths; a whole number from 2 to 100 is read as per cent and said so. */
export const percentage = (column: Percentage): Schema<number> =>
  z.pipe(
    amount("a percentage", "none"),
    step(({ value, percent }: { readonly value: number; readonly percent: boolean }) => {
      const found = shareOf(column, value, percent);
      if ("code" in found) return found;
      if (found.warning) assumptions.push(found.warning);
      return { value: Math.round(found.share * 1_000_000) };
    }),
  );

const isYear = (cell: unknown): boolean => /^\s*(?:19|20|21)\d\d\s*$/.test(String(cell));

/** A day; a time of day is dropped and said so. */
export const day: Schema<DayNumber> = z.pipe(
  sound,
  step((cell: unknown) => {
    const found =
      typeof cell === "number"
        ? { day: Math.floor(cell), time: !Number.isInteger(cell) }
        : typeof cell === "string"
          ? dateIn(cell)
          : null;
    if (found && "either" in found) {
      const [dayFirst, monthFirst] = found.either.map(isoDate);
      return no("HR-112", `can be ${dayFirst} or ${monthFirst}`, `Maybe type ${dayFirst} or ${monthFirst}.`);
    }
    if (!found || !(found.day >= FIRST_READABLE_DAY && found.day < DAY_AFTER_LAST)) {
      const hint = isYear(cell) ? `Maybe ${String(cell).trim()}-01-01.` : "Maybe type it as 2026-01-05.";
      return no("HR-111", isBlank(cell) ? "is empty, not a date" : "is not a date", hint);
    }
    if (found.time) {
      const hint = `Maybe type ${isoDate(dayNumber(found.day))} only.`;
      const mend = typeof cell === "number" ? { mend: found.day } : {};
      assumptions.push({ code: "HR-113", why: "has a time of day, which is not used", hint, ...mend });
    }
    return { value: dayNumber(found.day) };
  }),
);

/** A day, whatever time of day stands beside it. */
export const moment: Schema<DayNumber> = z.pipe(
  z.transform((cell: unknown) => {
    if (typeof cell === "number") return Math.floor(cell);
    const found = typeof cell === "string" ? dateIn(cell) : null;
    return found && "day" in found ? found.day : cell;
  }),
  day,
);

/** One of a column's words, or another spelling of it. */
export const choice = <W extends Words>(allowed: W, others: readonly string[] = []): Schema<keyof W & string> =>
  z.pipe(
    words(LONGEST_NAME, "one of the allowed words"),
    step((value: string) => {
      const word = wordIn(allowed, value);
      const list = [...Object.keys(allowed), ...others].join(", ");
      return word === null ? no("HR-106", "is not one of the allowed words", `Maybe ${list}.`) : { value: word };
    }),
  );

/** TRUE or FALSE, a ticked box, or yes or no in a few spellings. */
export const flag: Schema<boolean> = z.pipe(
  z.pipe(
    z.transform((cell: unknown) => (typeof cell === "boolean" ? (cell ? "yes" : "no") : cell)),
    choice(YES_NO, ["TRUE", "FALSE"]),
  ),
  z.transform((word) => word === "yes"),
);

/** Weekdays as bits, Monday the lowest. */
export const workingDays: Schema<number> = z.pipe(
  words(LONGEST_NAME, "a list of weekdays"),
  step((value: string) => {
    const days = workingDaysIn(value);
    return days === 0
      ? no("HR-106", "names no working days", "Maybe Mon-Fri, or Mon, Wed, Fri, or 4.")
      : { value: days };
  }),
);

/** A day, or blank for "no end". */
export const openDay = orBlank(day);

/** A list, each of its entries as the schema says. */
export const listOf = <T>(schema: Schema<T>): Schema<readonly T[]> => z.array(schema);
/** A whole number that a program sent. */
export const wholeNumber: Schema<number> = z.int();
