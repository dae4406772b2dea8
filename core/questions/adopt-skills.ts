import { type Cell, isBlank } from "../plan/cells.ts";
import { FIRST_DAY, type HeldSkill, LAST_DAY, type Plan } from "../plan/plan.ts";
import { SKILLS } from "../plan/tables.ts";
import { rowsIn, tableFor } from "./adopt-edits.ts";
import { type RowWrite, sameName } from "./adopt-writes.ts";
import { cellOf, formError, type RowPlace } from "./allocations-table.ts";
import type { Workbook } from "./workbook.ts";

/** Rows that say what trained and hired people can do; without a table Skills, a hire's own row of People says it. */
export function skillWrites(found: Workbook, before: Plan, after: Plan): readonly RowWrite[] {
  return after.people.flatMap(({ name, skills }, person) => {
    const old = before.people[person]?.skills ?? [];
    const added = skills.slice(old.length);
    if (added.length === 0) return [];
    if (before.given.has(SKILLS.name)) return inSkills(found, after, name, old, added);
    if (person >= before.people.length && added.every(isPlain)) return [];
    throw formError(
      "This workbook has no table Skills, which says from when somebody has one, and with which certificate",
      "Maybe add a sheet with the headings Person, Skill, Level, Certificate and Valid from.",
    );
  });
}

/** What the list of skills in People can say. */
const isPlain = ({ certificate, validFrom }: HeldSkill): boolean => certificate === null && validFrom === FIRST_DAY;

function inSkills(
  found: Workbook,
  plan: Plan,
  person: string,
  old: readonly HeldSkill[],
  added: readonly HeldSkill[],
): readonly RowWrite[] {
  const rows = rowsIn(tableFor(found, SKILLS));
  const writes: RowWrite[] = [];
  const kept = new Set<number>();
  for (const held of added) {
    const name = plan.skills[held.skill]!;
    const own = rows.filter((row) => sameName(cellOf(row, "person"), person) && sameName(cellOf(row, "skill"), name));
    const same = own.find((row) => isSame(row, held));
    if (same) {
      const cells = new Map<string, Cell>([
        ["level", held.level],
        ["validTo", null],
      ]);
      writes.push({ table: SKILLS, where: { row: same.row - same.table.row + 1 }, cells });
      continue;
    }
    // A row of Skills stands instead of what People says about that skill, which therefore moves here.
    if (own.length === 0 && held.validFrom > FIRST_DAY && !kept.has(held.skill)) {
      const listed = old.filter(({ skill }) => skill === held.skill);
      for (const one of listed) writes.push({ table: SKILLS, where: "new", cells: heldCells(plan, person, one) });
      kept.add(held.skill);
    }
    writes.push({ table: SKILLS, where: "new", cells: heldCells(plan, person, held) });
  }
  return writes;
}

/** A row for the same skill and certificate from the same day on, which can only be changed: two of them would be one too many. */
const isSame = (row: RowPlace, { certificate, validFrom }: HeldSkill): boolean =>
  sameName(cellOf(row, "certificate"), certificate ?? "") &&
  (isBlank(cellOf(row, "validFrom")) ? validFrom === FIRST_DAY : cellOf(row, "validFrom") === validFrom);

const heldCells = ({ skills }: Plan, person: string, held: HeldSkill): ReadonlyMap<string, Cell> =>
  new Map<string, Cell>([
    ["person", person],
    ["skill", skills[held.skill]!],
    ["level", held.level],
    ["certificate", held.certificate],
    ["validFrom", held.validFrom === FIRST_DAY ? null : held.validFrom],
    ["validTo", held.validTo === LAST_DAY ? null : held.validTo],
  ]);
