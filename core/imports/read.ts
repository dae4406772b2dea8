import type { Problem } from "../problems.ts";
import { counted } from "../sheets/words.ts";
import { readActuals } from "./actuals.ts";
import { readAllocations } from "./allocations.ts";
import { readBacklog } from "./backlog.ts";
import type { DateOrder } from "./days.ts";
import type { Field } from "./fields.ts";
import type { ExportFile } from "./file.ts";
import type { Line, Question, Stranger, Sums } from "./found.ts";
import { KINDS, kindOf } from "./generic.ts";
import { readLeave } from "./leave.ts";
import { type Mapping, mappingOf } from "./mapping.ts";
import { readMilestones } from "./milestones.ts";
import type { Known } from "./names.ts";
import type { DecimalMark } from "./numbers.ts";
import { readPeople } from "./people.ts";
import { readPlans } from "./plans.ts";
import { refusal } from "./problems.ts";
import { readProjects } from "./projects.ts";
import { rangeIn } from "./range.ts";
import { type Answers, Reading } from "./reading.ts";
import type { Kind } from "./signatures.ts";
import { readTickets } from "./tickets.ts";

/** An export as rows of the plan's tables, with everything that was assumed, left out or is to be asked. */
export interface Import {
  readonly source: string;
  readonly label: string;
  readonly kind: Kind;
  readonly file: ExportFile;
  /** What its columns are said to be, where its headings do not say it. */
  readonly mapping: Mapping | null;
  readonly order: DateOrder;
  readonly mark: DecimalMark;
  readonly columns: ReadonlyMap<Field, number>;
  readonly lines: readonly Line[];
  readonly questions: readonly Question[];
  /** Questions without which nothing is imported, that have no answer yet. */
  readonly open: readonly string[];
  readonly strangers: readonly Stranger[];
  readonly problems: readonly Problem[];
  readonly sums: Sums;
  /** Every row of the file is one of the three. */
  readonly counts: { readonly used: number; readonly held: number; readonly skipped: number };
}

const READERS: ReadonlyMap<Kind, (reading: Reading) => Sums> = new Map([
  ["actuals", readActuals],
  ["backlog", readBacklog],
  ["allocations", readAllocations],
  ["people", readPeople],
  ["leave", readLeave],
  ["projects", readProjects],
  ["milestones", readMilestones],
  ["plans", readPlans],
  ["tickets", readTickets],
]);

/** Read an export, or refuse it in one sentence when nothing of it can be imported. */
export function readExport(file: ExportFile, known: Known, answers: Answers): Import {
  const { source } = file;
  const mapping = mappingOf(file, known, answers);
  if (mapping !== null && !mapping.done) return { ...UNREAD, kind: mapping.kind, file, mapping };
  const range = rangeIn(file, answers);
  if (range !== null && range.columns === null && range.question !== null)
    return { ...UNREAD, kind: range.kind, file, mapping, questions: [range.question], open: [range.question.key] };
  const kind = mapping?.kind ?? range?.kind ?? KINDS.get(answers.get("kind") ?? "") ?? source?.kind ?? kindOf(file);
  if (kind === null) throw refusal("HR-240", "The headings of this file say too little to import it", UNKNOWN);
  const read = READERS.get(kind);
  if (read === undefined) {
    const { why = "", label = "" } = source ?? {};
    throw refusal("HR-240", `This is an export of ${label}, of which nothing can be imported`, why);
  }
  if (file.rows.length === 0)
    throw refusal("HR-240", "The file has headings and no rows", "Maybe export a longer period.");
  const reading = new Reading(file, kind, known, new Map([...(range?.columns ?? []), ...answers]));
  const { findings } = reading;
  if (range !== null && range.question !== null) findings.ask(range.question);
  noteShape(reading);
  const sums = read(reading);
  if (source === null && mapping === null) noteUnread(reading);
  const { questions } = findings;
  return {
    source: source?.id ?? UNREAD.source,
    label: source?.label ?? UNREAD.label,
    mapping,
    kind,
    file,
    order: reading.order,
    mark: reading.mark,
    columns: reading.columns,
    lines: findings.lines,
    questions,
    open: questions.filter(({ key, usual }) => usual === null && !answers.get(key)).map(({ key }) => key),
    strangers: reading.names.strangers(),
    problems: findings.problems(),
    sums,
    counts: findings.counts,
  };
}

/** A file of which nothing is read before somebody has said what its columns are. */
const UNREAD: Omit<Import, "kind" | "file" | "mapping"> = {
  source: "file",
  label: "A file of an unknown tool",
  order: "none",
  mark: "point",
  columns: new Map(),
  lines: [],
  questions: [],
  open: ["columns"],
  strangers: [],
  problems: [],
  sums: new Map(),
  counts: { used: 0, held: 0, skipped: 0 },
};

const UNKNOWN =
  "Maybe it needs headings such as Date, User, Project and Hours; or it is a layout of your own, which Headroom reads where it stands.";

const MOST_NAMED = 10;

/** No column with values goes unread without being named. */
function noteUnread({ file: { headings, rows }, columns, findings }: Reading): void {
  const used = new Set(columns.values());
  const unread = headings.filter(
    (heading, i) => heading !== "" && !used.has(i) && rows.some(({ cells }) => cells[i]?.trim()),
  );
  if (unread.length === 0) return;
  const names = unread.slice(0, MOST_NAMED).join(", ");
  const why = `${counted(unread.length, "column")} of the file ${unread.length === 1 ? "is" : "are"} not read: ${names}`;
  findings.noteFile("HR-250", why);
}

function noteShape({ file, findings }: Reading): void {
  for (const row of file.wider) {
    findings.note("HR-243", row, "is wider than the headings: the cells beyond them are not read");
  }
  if (file.repeated.length > 0) {
    const why = `The file has headings that stand more than once (${file.repeated.slice(0, 5).join(", ")}); of each the first counts`;
    findings.noteFile("HR-250", why);
  }
}
