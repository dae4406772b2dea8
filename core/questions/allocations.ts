import { step, type Work } from "../host.ts";
import { recover, type Undoable } from "../journal/index.ts";
import { isBlank } from "../plan/cells.ts";
import { nameKey } from "../plan/names.ts";
import { FIRST_DAY, LAST_DAY, type Plan } from "../plan/plan.ts";
import { orBlank, record, text } from "../schema.ts";
import { type DayNumber, plusDays } from "../units.ts";
import { type AllocationRow, allocationRow } from "./allocation-row.ts";
import {
  allocationTables,
  cellOf,
  type EffortColumn,
  effortColumnsOf,
  type RowPlace,
  whyNoTable,
} from "./allocations-table.ts";
import { undoableNow } from "./narrowed.ts";
import { question } from "./question.ts";
import { type SelectedRow, selectedIn } from "./selected-row.ts";
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
  /** Whether the table has these columns. */
  readonly billable: boolean;
  readonly note: boolean;
  /** The row in which the planner stands, to fill an empty form from. */
  readonly selected: SelectedRow | null;
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
      billable: table?.columns.has("billable") ?? false,
      note: table?.columns.has("note") ?? false,
      selected: selectedIn(found, yield* step({ do: "selection" })),
      undo: yield* undoableNow(plan),
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
    return { rows: rows.slice(0, MOST_LISTED).map(allocationRow), more: Math.max(0, rows.length - MOST_LISTED) };
  },
});
