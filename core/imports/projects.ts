import type { Cell } from "../plan/cells.ts";
import { nameKey } from "../plan/names.ts";
import type { FileRow } from "./file.ts";
import type { Sums } from "./found.ts";
import { layoutEnd } from "./identity.ts";
import type { Reading } from "./reading.ts";
import { recordRows } from "./records.ts";
import { familyOf } from "./who.ts";
import { yesOrNo } from "./words.ts";

/** Projects as engagements. Archived ones and templates are listed and left out. */
export function readProjects(reading: Reading): Sums {
  const { findings } = reading;
  const used = new Map<string, number>();
  if (!reading.has("client")) {
    findings.noteFile("HR-253", "The file has numbers of clients and no names: the column Client stays empty");
  }
  const unbilled = askUnbilled(reading);
  for (const row of recordRows(reading)) {
    const name = reading.text(row, "projectName");
    const id = reading.text(row, "projectId") || reading.text(row, "id");
    if (name === "") {
      findings.note("HR-248", row.row, "has no name", "Maybe mend it in the tool.", id, "", "held");
      continue;
    }
    if (isGone(reading, row)) {
      findings.note("HR-245", row.row, "is archived, or no project yet, and left out", "", name, "", "skipped");
      continue;
    }
    const key = nameKey(name);
    const count = (used.get(key) ?? 0) + 1;
    used.set(key, count);
    if (count > 1)
      findings.note("HR-250", row.row, "is a name that several projects have: its number is added to it", "", name);
    const engagement = reading.names.resolve("engagement", count > 1 ? `${name} (${id})` : name).name;
    findings.count("used");
    const from = reading.day(row, "start") ?? null;
    const cells = new Map<string, Cell>([
      ["engagement", engagement],
      ["client", reading.text(row, "client") || null],
      ["kind", kindIn(reading, row, unbilled)],
      ["status", statusIn(reading, row)],
      ["from", from],
      ["to", reading.day(row, "end") ?? null],
    ]);
    const line = `${familyOf(reading)} project ${id || key}${layoutEnd(reading.file)}`;
    findings.lines.push({ table: "Engagements", key: line, cells, minutes: null, day: from });
  }
  return new Map();
}

const isGone = (reading: Reading, row: FileRow): boolean =>
  yesOrNo(reading.text(row, "archived")) === true ||
  yesOrNo(reading.text(row, "active")) === false ||
  yesOrNo(reading.text(row, "template")) === true;

/** Float's states by number; a project that is not confirmed in Runn is tentative. */
const STATES = new Map([
  ["0", "tentative"],
  ["1", "tentative"],
  ["2", "confirmed"],
  ["3", "done"],
  ["4", "lost"],
]);

function statusIn(reading: Reading, row: FileRow): string | null {
  if (reading.has("confirmed")) return yesOrNo(reading.text(row, "confirmed")) === false ? "tentative" : "confirmed";
  const text = reading.text(row, "status").toLowerCase();
  return STATES.get(text) ?? (yesOrNo(reading.text(row, "tentative")) ? "tentative" : null);
}

const PRICING = new Map([
  ["tm", "time and materials"],
  ["fp", "fixed price"],
]);
const UNBILLED = [
  { value: "internal", words: "Internal work" },
  { value: "managed service", words: "Managed services, whose fee stands elsewhere" },
  { value: "open", words: "Neither: leave their kind empty" },
] as const;

const isUnbilled = (reading: Reading, row: FileRow): boolean => reading.text(row, "pricing").toLowerCase() === "nb";

/** Runn has no price for a retainer, so that "nb" may be internal work or a managed service: only the planner knows. */
function askUnbilled(reading: Reading): string | null {
  const count = reading.file.rows.filter((row) => isUnbilled(reading, row) && !isGone(reading, row)).length;
  if (count === 0) return null;
  const why = `${count} ${count === 1 ? "project has" : "projects have"} the pricing "nb", not billable.`;
  reading.findings.ask({
    key: "unbilled",
    asks: "What are projects that Runn does not bill?",
    why,
    options: UNBILLED,
    usual: null,
  });
  const said = reading.answer("unbilled", "open");
  return UNBILLED.some(({ value }) => value === said) && said !== "open" ? said : null;
}

function kindIn(reading: Reading, row: FileRow, unbilled: string | null): string | null {
  if (yesOrNo(reading.text(row, "nonBillable"))) return "internal";
  return isUnbilled(reading, row) ? unbilled : (PRICING.get(reading.text(row, "pricing").toLowerCase()) ?? null);
}
