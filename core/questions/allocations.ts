import type { Work } from "../host.ts";
import { recover, type Undoable, undoable } from "../journal/index.ts";
import { isBlank } from "../plan/cells.ts";
import { nameKey } from "../plan/names.ts";
import { FIRST_DAY, LAST_DAY, type Plan } from "../plan/plan.ts";
import { day, orBlank, read, record, text } from "../schema.ts";
import { dayAndMonth, dayMonthYear } from "../sheets/words.ts";
import { type DayNumber, plusDays } from "../units.ts";
import { effortOf } from "./allocation-request.ts";
import {
  allocationTables,
  cellOf,
  type EffortColumn,
  effortColumnsOf,
  fingerprintOf,
  type RowPlace,
  rowName,
  whyNoTable,
} from "./allocations-table.ts";
import { question } from "./question.ts";
import { workbook } from "./workbook.ts";

/** A name to choose, with a word about it: two people may have the same first name. */
export interface Choice {
  readonly name: string;
  readonly about: string;
}
export interface EngagementChoice extends Choice {
  /** Null where the engagement is open. */
  readonly from: DayNumber | null;
  readonly to: DayNumber | null;
  /** What it asks for. */
  readonly skills: readonly string[];
}

export interface AllocateForm {
  /** Why nothing can be allocated here; null when it can. */
  readonly why: string | null;
  readonly people: readonly Choice[];
  readonly engagements: readonly EngagementChoice[];
  readonly skills: readonly string[];
  /** The effort columns that the table has. */
  readonly efforts: readonly EffortColumn["word"][];
  readonly from: DayNumber | null;
  readonly to: DayNumber | null;
  readonly undo: Undoable | null;
}

/** What the Allocate form offers. */
export const allocateForm = question({
  asks: record({}),
  *answer(): Work<AllocateForm> {
    yield* recover();
    const found = yield* workbook();
    const { plan } = found;
    const { horizonFrom: from, horizonWeeks } = plan.settings;
    const [table] = allocationTables(found);
    return {
      why: whyNoTable(found),
      people: plan.people.map(({ name, contracts }) => {
        const { team = "", role = "" } = plan.contracts[contracts.at(-1) ?? -1] ?? {};
        return { name, about: [role, team].filter((word) => word !== "").join(", ") };
      }),
      engagements: engagementsOf(plan),
      skills: plan.skills,
      efforts: table ? effortColumnsOf(table).map(({ word }) => word) : [],
      from,
      to: from === null ? null : plusDays(from, 7 * horizonWeeks - 1),
      undo: yield* undoable(),
    };
  },
});

function engagementsOf({ engagements, needs, skills }: Plan): readonly EngagementChoice[] {
  const asked = engagements.map(() => new Set<string>());
  for (const { engagement, skill } of needs) if (skill >= 0) asked[engagement]!.add(skills[skill]!);
  return engagements.map(({ name, client, status, from, to }, i) => ({
    name,
    about: [client, status].filter((word) => word !== "").join(", "),
    from: from > FIRST_DAY ? from : null,
    to: to < LAST_DAY ? to : null,
    skills: [...asked[i]!],
  }));
}

/** A row of Allocations to be changed, as the form shows it. */
export interface AllocationRow {
  readonly row: string;
  readonly was: string;
  readonly person: string;
  readonly engagement: string;
  readonly skill: string;
  /** Null where the cell is empty or holds no date. */
  readonly from: DayNumber | null;
  readonly to: DayNumber | null;
  readonly effort: EffortColumn["word"];
  readonly amount: string;
  /** "5 Jan to 27 Mar 2026, 8 hours a week" */
  readonly says: string;
}

const MOST_LISTED = 50;

/** Rows of Allocations of a person, of an engagement, or of both, to pick one from. */
export const allocations = question({
  asks: record({ person: orBlank(text), engagement: orBlank(text) }),
  *answer({ person, engagement }): Work<{ readonly rows: readonly AllocationRow[]; readonly more: number }> {
    const found = yield* workbook();
    const places = allocationTables(found).flatMap((table) =>
      table.cells.slice(1).map((_, i): RowPlace => ({ table, row: table.row + 1 + i, isNew: false })),
    );
    const has = (place: RowPlace, key: string, name: string | null) =>
      name === null ? true : nameKey(String(cellOf(place, key) ?? "")) === nameKey(name);
    const rows = places.filter(
      (place) =>
        !isBlank(cellOf(place, "person")) && has(place, "person", person) && has(place, "engagement", engagement),
    );
    return { rows: rows.slice(0, MOST_LISTED).map(rowOf), more: Math.max(0, rows.length - MOST_LISTED) };
  },
});

function rowOf(place: RowPlace): AllocationRow {
  const name = (key: string) => String(cellOf(place, key) ?? "");
  const [from, to] = [dayIn(place, "from"), dayIn(place, "to")];
  const { effort, amount } = effortOf(place);
  const days = [from === null ? "open" : dayAndMonth(from), to === null ? "open" : dayMonthYear(to)].join(" to ");
  return {
    row: rowName(place.table, place.row),
    was: fingerprintOf(place),
    person: name("person"),
    engagement: name("engagement"),
    skill: name("skill"),
    from,
    to,
    effort,
    amount,
    says: `${days}, ${effort === "share" ? `${amount} % of the day` : `${amount} ${effort === "fte" ? "FTE" : effort}`}`,
  };
}

function dayIn(place: RowPlace, key: string): DayNumber | null {
  const found = read(day, cellOf(place, key));
  return "value" in found ? found.value : null;
}
