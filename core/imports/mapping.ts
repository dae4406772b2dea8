import { refuseAcross } from "./across.ts";
import { columnsOf } from "./fields.ts";
import type { ExportFile } from "./file.ts";
import { hasNeeds, KINDS, kindOf, missingFor } from "./generic.ts";
import { isAmounts, isDates, type Look, likelyKind, looksOf, MOSTLY } from "./mapping-looks.ts";
import { NOT_USED, ROLE, ROLES, type Role, rolesIn } from "./mapping-roles.ts";
import { wholeOf } from "./mapping-whole.ts";
import type { Known } from "./names.ts";
import { rangeIn } from "./range.ts";
import type { Answers } from "./reading.ts";
import type { Kind } from "./signatures.ts";

/** A column of a file whose headings say too little: what it may be, and why we think so. */
export interface ColumnGuess {
  /** 1 for the first. */
  readonly column: number;
  readonly heading: string;
  readonly samples: readonly string[];
  readonly role: string;
  readonly sure: "said" | "sure" | "likely" | "guess" | "none";
  readonly why: string;
}
/** What must be said before a file with unknown headings is read. */
export interface Mapping {
  readonly kind: Kind;
  readonly columns: readonly ColumnGuess[];
  /** What is still missing, in words; "" when nothing is. */
  readonly missing: string;
  /** Whether the planner has said what the columns are, and all that is needed is there. */
  readonly done: boolean;
}

/** The mapping of a file of an unknown tool whose headings say too little, or that somebody has mapped; null for any other. */
export function mappingOf(file: ExportFile, known: Known, answers: Answers): Mapping | null {
  if (file.source !== null || file.rows.length === 0) return null;
  const said = rolesIn(answers, file.names.length);
  const range = rangeIn(file, answers);
  if (said === null && range !== null && !range.unclear) return null;
  if (said === null && range === null && kindOf(file) !== null) return null;
  if (said === null) refuseAcross(file);
  const look = looksOf(file, known);
  const kind = KINDS.get(answers.get("kind") ?? "") ?? likelyKind(look);
  const columns = guesses(file, kind, look).map((guess): ColumnGuess => {
    const role = answers.get(`${ROLE}${guess.column}`);
    return role === undefined || role === guess.role ? guess : { ...guess, role, sure: "said", why: "" };
  });
  const roles = ROLES.get(kind)?.roles ?? [];
  const fields = new Set(columns.flatMap(({ role }) => roles.find(({ value }) => value === role)?.field ?? []));
  const missing = missingFor(kind, fields);
  return { kind, columns, missing, done: said !== null && missing === "" && hasNeeds(kind, said.columns) };
}

type Guess = Pick<ColumnGuess, "role" | "sure" | "why">;
const NONE: Guess = { role: NOT_USED, sure: "none", why: "" };
const SEVERAL: Guess = { role: NOT_USED, sure: "none", why: "Several columns hold numbers; say which one counts" };

/** Headings that are known go first, then what the values show, the clearest first; no role is given twice. */
function guesses(file: ExportFile, kind: Kind, looks: readonly Look[]): readonly ColumnGuess[] {
  const roles = ROLES.get(kind)?.roles ?? [];
  const found = new Map<number, Guess>();
  const taken = new Set<string>();
  let doubtful = false;
  const take = (column: number, role: Role | undefined, sure: Guess["sure"], why: string) => {
    if (role === undefined || taken.has(role.field) || found.has(column)) return;
    taken.add(role.field);
    found.set(column, { role: role.value, sure, why });
  };
  for (const [field, column] of columnsOf(kind, file.names)) {
    const fitting = roles.filter((role) => role.field === field);
    const unit = looks[column] === undefined ? "hours" : likelyUnit(looks[column]);
    take(column, fitting.find((role) => role.unit === unit) ?? fitting[0], "sure", "its heading says so");
  }
  for (const { fits, field, sure, why } of TESTS) {
    const whole = fits === isAmounts && !taken.has(field) ? wholeOf(file, looks, (column) => found.has(column)) : null;
    if (whole === "open" && roles.some((role) => role.field === field)) {
      doubtful = true;
      continue;
    }
    looks.forEach((look, column) => {
      if (look.filled.length === 0 || !fits(look) || (typeof whole === "number" && column !== whole)) return;
      const fitting = roles.filter((role) => role.field === field);
      const role = fitting.find(({ unit }) => unit === likelyUnit(look)) ?? fitting[0];
      take(column, role, sure, why(look));
    });
  }
  return file.headings.map((heading, i) => ({
    column: i + 1,
    heading,
    samples: looks[i]!.samples.map((sample) => sample.slice(0, 60)),
    ...(found.get(i) ?? (doubtful && isAmounts(looks[i]!) ? SEVERAL : NONE)),
  }));
}

function likelyUnit({ most, fractions, clocks }: Look): Role["unit"] {
  if (clocks > 0 || fractions || most <= 24) return "hours";
  return most <= 1440 ? "minutes" : "seconds";
}

interface Test {
  readonly field: Role["field"];
  readonly sure: Guess["sure"];
  readonly fits: (look: Look) => boolean;
  readonly why: (look: Look) => string;
}
const percent = (share: number): string => (share === 1 ? "all" : `${Math.floor(share * 100)} %`);
const test = (field: Test["field"], sure: Test["sure"], fits: Test["fits"], why: Test["why"]): Test => ({
  field,
  sure,
  fits,
  why,
});
const days = ({ dates }: Look) => `${percent(dates)} are dates`;
const amounts = ({ numbers, clocks, most }: Look) =>
  clocks > numbers
    ? `${percent(clocks)} are durations`
    : `${percent(numbers)} are numbers, up to ${Math.round(most * 100) / 100}`;
const isText = (look: Look): boolean =>
  !isDates(look) && !isAmounts(look) && look.flags < MOSTLY && look.emails < MOSTLY;

/** What values show, the clearest first. */
const TESTS: readonly Test[] = [
  ...(["date", "start", "end", "opened", "closed", "due"] as const).map((field) => test(field, "sure", isDates, days)),
  test(
    "email",
    "sure",
    ({ emails }) => emails >= MOSTLY,
    ({ emails }) => `${percent(emails)} are e-mail addresses`,
  ),
  test(
    "person",
    "sure",
    ({ people }) => people >= 0.5,
    ({ people }) => `${percent(people)} are people of this plan`,
  ),
  ...(["project", "projectName", "queue"] as const).map((field) =>
    test(
      field,
      "sure",
      ({ engagements }) => engagements >= 0.5,
      ({ engagements }) => `${percent(engagements)} are engagements of this plan`,
    ),
  ),
  test(
    "leaveType",
    "sure",
    ({ leave }) => leave >= MOSTLY,
    ({ leave }) => `${percent(leave)} are kinds of leave`,
  ),
  ...(["hours", "plannedHours", "hoursPerDay", "weekHours", "ticketHours", "remaining"] as const).map((field) =>
    test(field, "likely", isAmounts, amounts),
  ),
  test(
    "billable",
    "likely",
    (look) => look.flags >= MOSTLY && look.variety <= 0.5 && !isDates(look),
    () => "it says yes or no",
  ),
  test(
    "person",
    "likely",
    (look) => isText(look) && look.names >= MOSTLY,
    ({ names }) => `${percent(names)} look like first and last names`,
  ),
  ...(["project", "projectName", "milestone", "queue", "summary"] as const).map((field) =>
    test(
      field,
      "guess",
      (look) => isText(look) && look.variety <= 0.7,
      () => "a few texts come again and again",
    ),
  ),
  test(
    "person",
    "guess",
    (look) => isText(look) && look.variety <= 0.7,
    () => "a few texts come again and again",
  ),
  test(
    "task",
    "guess",
    (look) => isText(look) && look.variety <= 0.7,
    () => "a few texts come again and again",
  ),
  ...(["project", "projectName", "milestone", "summary", "note"] as const).map((field) =>
    test(field, "guess", isText, () => "it is text"),
  ),
];
