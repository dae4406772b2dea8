import { gapOf, WHOLE } from "../engine/staffing/index.ts";
import { requirementText } from "../functions/requirement-text.ts";
import { dayMonthYear, hoursText, listed, thousands } from "../sheets/words.ts";
import type { Answer, AnswerRow, AnswerTable } from "./answer.ts";
import { allocationPlace } from "./name-place.ts";
import { needPlace } from "./need-place.ts";
import type { FoundPlan } from "./staffing-request.ts";
import { coveredBy, type StaffingDesk, type Suggested } from "./staffing-roles.ts";
import { staffingWeeks } from "./staffing-weeks.ts";

/** Who could take the open work: how much of it, how good that is, and who does what. */
export function staffingAnswer(desk: StaffingDesk, suggested: Suggested, found: FoundPlan): Answer {
  const { open } = desk.open;
  const { rows } = suggested;
  const covered = coveredBy(rows);
  return {
    says: sentence(open, covered, gapOf(covered * WHOLE, found.most)),
    tone: covered >= open ? "good" : covered === 0 ? "bad" : "unsure",
    notes: notesOf(desk, suggested, found),
    picture: staffingWeeks(desk, rows),
    tables: [rowsTable(desk, suggested), hopelessTable(desk)].filter((table) => table.rows.length > 0),
    scenario: [],
  };
}

function sentence(open: number, covered: number, gap: number): string {
  if (open === 0) return "Nothing is open here: all work that names a skill or role has people.";
  if (covered === 0) return `Nobody who fits has free time for any of the ${hours(open)} h that are open.`;
  const proof = gap === 0 ? "no plan can cover more" : `no plan can cover over ${percent(gap)} % more`;
  return covered >= open
    ? `Covers all ${hours(open)} h that are open.`
    : `Covers ${hours(covered)} of ${hours(open)} h; ${proof}.`;
}

/** Rounded up, so that what is said is never too good: 4,801 millionths are 0.49 %. */
const percent = (millionths: number): string => (Math.ceil(millionths / 100) / 100).toString();

/** 14,482: whole hours with commas. */
const hours = (minutes: number): string => thousands(Math.floor(minutes / 60));

function notesOf({ open }: StaffingDesk, { gap }: Suggested, { iterations }: FoundPlan): readonly string[] {
  const { from, to } = open.weeks;
  const days = `Open work from ${dayMonthYear(from)} to ${dayMonthYear(to)}.`;
  const people =
    "Only people with the skill, level, certificate, role and place who are free that week, and nobody over their hours.";
  const handOver =
    "Most work first, then few hand-overs: another person comes in only where that covers more than a day's more work.";
  const best = gap === 0 ? "is the best there is" : `is at most ${percent(gap)} % below the best there is`;
  const tried = iterations === 0 ? "" : ` ${hours(iterations * 60)} changes were tried.`;
  const proof = `With one person a role and week, and a day less for every hand-over, the plan ${best}, which is proven.${tried} The same workbook always gives the same plan.`;
  const left =
    open.small === 0 ? [] : [`Pieces of less than 4 h are not counted here: ${hoursText(open.small)} together.`];
  const none = open.hopeless.length === 0 ? [] : ["Some work fits nobody who has free time: it is listed at the end."];
  return [days, people, handOver, ...left, ...none, proof];
}

/** Minutes as hours, to a tenth. */
const tenths = (minutes: number): number => Math.round(minutes / 6) / 10;

const MOST_LISTED = 200;

function rowsTable(desk: StaffingDesk, { rows }: Suggested): AnswerTable {
  const { plan } = desk.workbook;
  const isOne = new Set(rows.map(({ need }) => plan.needs[need]!.engagement)).size === 1;
  const shown = rows.slice(0, MOST_LISTED).map(
    ({ need, person, from, to, minutes, covered }): AnswerRow => ({
      cells: [
        plan.people[person]!.name,
        isOne ? requirementText(plan, plan.needs[need]!) : roleText(desk, need),
        dayMonthYear(from),
        dayMonthYear(to),
        tenths(minutes),
        tenths(covered),
      ],
      at: placeOf(desk, need),
    }),
  );
  const more = rows.length > MOST_LISTED ? `, the ${MOST_LISTED} largest of ${rows.length}` : "";
  return {
    title: `Who takes what${more}`,
    headings: ["Person", "Work", "From", "To", "Hours a week", "Hours covered"],
    rows: shown,
  };
}

function hopelessTable(desk: StaffingDesk): AnswerTable {
  const sums = new Map<number, number>();
  for (const { need, weeks } of desk.open.hopeless) {
    sums.set(need, (sums.get(need) ?? 0) + weeks.reduce((sum, { open }) => sum + open, 0));
  }
  const rows = [...sums].map(
    ([need, minutes]): AnswerRow => ({
      cells: [roleText(desk, need), tenths(minutes)],
      at: placeOf(desk, need),
    }),
  );
  return { title: "Work that nobody free fits", headings: ["Work", "Open hours"], rows: rows.slice(0, MOST_LISTED) };
}

/** The row that asks for some work: of Demand or Support, or a placeholder's. */
function placeOf({ workbook, placeholderOf }: StaffingDesk, need: number): AnswerRow["at"] {
  const placeholder = placeholderOf.get(need);
  return placeholder === undefined ? needPlace(workbook, need) : allocationPlace(workbook, placeholder);
}

/** "Tidewater migration: AWS 3+" */
export function roleText({ workbook: { plan } }: StaffingDesk, number: number): string {
  const need = plan.needs[number]!;
  return `${plan.engagements[need.engagement]!.name}: ${requirementText(plan, need)}`;
}

/** "Ana, Ben and 3 others" of a suggestion. */
export const namesOf = ({ workbook: { plan } }: StaffingDesk, { rows }: Suggested): string =>
  listed([...new Set(rows.map(({ person }) => plan.people[person]!.name))], 3);
