import { isoDate } from "../plan/calendar.ts";
import type { Cell } from "../plan/cells.ts";
import { nameKey } from "../plan/names.ts";
import { type DayNumber, plusDays } from "../units.ts";
import { contractReader } from "./contracts.ts";
import type { FileRow } from "./file.ts";
import type { Sums } from "./found.ts";
import { layoutEnd } from "./identity.ts";
import type { Reading } from "./reading.ts";
import { recordRows } from "./records.ts";
import { familyOf, nameIn, sharedNames, twin } from "./who.ts";
import { yesOrNo } from "./words.ts";

/** Everybody with their contracts, one row a contract. Archived people and placeholders are listed and left out. */
export function readPeople(reading: Reading): Sums {
  const { findings } = reading;
  const shared = sharedNames(reading);
  const contractsOf = contractReader(reading);
  const tags = tagAnswer(reading);
  let skills = 0;
  for (const row of recordRows(reading)) {
    const name = nameIn(reading, row);
    const email = reading.text(row, "email").toLowerCase();
    if (name === "") {
      findings.note("HR-248", row.row, "names nobody", "Maybe mend the file and import it again.", "", "", "held");
      continue;
    }
    const listed = reading
      .text(row, "tags")
      .split(/[,;|]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== "");
    skills += listed.length;
    if (isGone(reading, row)) {
      findings.note("HR-245", row.row, "is archived and left out", "", name, "", "skipped");
      continue;
    }
    if (isPlaceholder(reading, row)) {
      const why = "is a placeholder, nobody: allocations name it as it is";
      findings.note("HR-245", row.row, why, "", name, "", "skipped");
      continue;
    }
    const from = dayIn(reading, row, "start");
    const to = dayIn(reading, row, "end");
    if (from !== null && to !== null && to < from) {
      const [text, heading] = [reading.text(row, "end"), reading.heading("end")];
      findings.note("HR-244", row.row, "ends before it starts", "Maybe mend the file.", text, heading, "held");
      continue;
    }
    findings.count("used");
    const two = shared.has(nameKey(name));
    if (two)
      findings.note("HR-250", row.row, "is a name that several people have: they are told apart by e-mail", "", name);
    const weeks = contractsOf(row);
    const person = reading.names.resolve("person", two && email !== "" ? twin(name, email) : name).name;
    const id = reading.text(row, "personId") || reading.text(row, "id") || email || nameKey(name);
    weeks.forEach((week, i) => {
      const starts = i === 0 ? (from ?? null) : week.from;
      const ends = i + 1 < weeks.length ? plusDays(weeks[i + 1]!.from!, -1) : (to ?? null);
      const cells = new Map<string, Cell>([
        ["person", person],
        ["team", reading.text(row, "team") || null],
        ["role", reading.text(row, "role") || null],
        ["location", reading.text(row, "location") || null],
        ["weeklyHours", week.minutes === null ? null : week.minutes / 60],
        ["fte", week.fte],
        ["workingDays", week.days],
        ["from", starts],
        ["to", ends],
        ["skills", tags === "skills" && listed.length > 0 ? listed.join("; ") : null],
        ["kind", kindIn(reading, row)],
      ]);
      const nth = i === 0 ? "" : ` ${isoDate(week.from!)}`;
      const key = `${familyOf(reading)} person ${id}${nth}${layoutEnd(reading.file)}`;
      findings.lines.push({ table: "People", key, cells, minutes: null, day: starts });
    });
  }
  if (skills > 0 && tags === "skills")
    findings.noteFile("HR-250", `The file has ${skills} tags, which are read as skills`);
  costNote(reading);
  return new Map();
}

function dayIn(reading: Reading, row: FileRow, field: "start" | "end"): DayNumber | null {
  const day = reading.day(row, field);
  if (day === undefined) {
    const why = "has a day that is no date in this file's order, which is left empty";
    reading.findings.note(
      "HR-244",
      row.row,
      why,
      "Maybe mend the file.",
      reading.text(row, field),
      reading.heading(field),
    );
  }
  return day ?? null;
}

const isGone = (reading: Reading, row: FileRow): boolean =>
  yesOrNo(reading.text(row, "archived")) === true || yesOrNo(reading.text(row, "active")) === false;

/** Float's people of types 3 and 4 stand for somebody still to be found. */
const isPlaceholder = (reading: Reading, row: FileRow): boolean => Number(reading.text(row, "personType")) >= 3;

function kindIn(reading: Reading, row: FileRow): string | null {
  if (reading.text(row, "personType") === "2") return "contractor";
  return /contract|freelance|extern/i.test(reading.text(row, "employment")) ? "contractor" : null;
}

function tagAnswer(reading: Reading): string {
  if (!reading.has("tags")) return "out";
  reading.findings.ask({
    key: "tags",
    asks: "Are the tags skills?",
    why: "Many teams keep skills there.",
    options: [
      { value: "skills", words: "Yes: into the column Skills" },
      { value: "out", words: "No: leave them out" },
    ],
    usual: "skills",
  });
  return reading.answer("tags", "skills");
}

/** Costs are finance's: they are counted and not imported. */
function costNote(reading: Reading): void {
  const { file, findings } = reading;
  if (!reading.has("cost")) return;
  const blank = file.rows.filter((row) => reading.text(row, "cost") === "");
  findings.noteFile("HR-250", "The file has cost rates, which are not imported: they belong into finance's workbook");
  for (const { row } of blank) findings.note("HR-249", row, "has no cost rate: it is unknown, not 0");
}
