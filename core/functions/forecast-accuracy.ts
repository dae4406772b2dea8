import { type Cell as AccuracyCell, type CellOptions, eachCell, LEADS } from "../engine/accuracy/cells.ts";
import { addPair, noSums, type Sums, scoreOf } from "../engine/accuracy/scores.ts";
import type { Cell, CellRange } from "../plan/cells.ts";
import { nameKey } from "../plan/names.ts";
import type { Plan } from "../plan/plan.ts";
import { refuse } from "../problems.ts";
import { type Minutes, toHours } from "../units.ts";
import { unusable } from "./argument.ts";
import { ACCURACY_MEASURES } from "./choices.ts";
import { type Asked, defineFunction } from "./define.ts";
import { historyText } from "./forecast-accuracy-text.ts";
import { TOTAL } from "./matrix.ts";
import { WORK_LABEL, type WorkKey, workOrder } from "./work.ts";

export const FORECASTACCURACY = defineFunction({
  name: "FORECASTACCURACY",
  category: "Accuracy",
  summary:
    "How near forecasts came to what was worked, 1, 2, 4, 8 and 12 weeks before: the plan of past snapshots against logged hours, by person, engagement and week, or by engagement and week where a forecast names nobody, without weeks of whoever logged nothing in them or, with Allocations given as in the sheet Delivery metrics, on a planned day of them; an engagement as a whole waits for everybody on it.",
  gives: "a table, or ratios with measure=wape, bias or accuracy",
  params: ["from", "to", "rows", "where"],
  rows: ["total", "person", "engagement", "client", "skill", "owner"],
  people: ["person"],
  work: ["engagement", "client", "kind", "status", "skill", "owner"],
  choices: ["measure", "lead", "cells", "problems"],
  measures: ACCURACY_MEASURES,
  needs: [["People"], ["Snapshots"], ["Actuals"]],
  mayUse: ["Engagements", "Allocations", "Skills", "Leave", "Holidays", "Settings"],
  examples: [
    {
      says: "In December Daniel worked 153.5 hours in four weeks. Up to two weeks before, 160 were planned; four weeks before 144; eight and twelve weeks before 120, more than a fifth too few.",
      formula:
        '=FORECASTACCURACY(DATE(2025,12,1), DATE(2025,12,28), "person", "person=Daniel Koh; measure=bias", People, Engagements, Snapshots, Actuals)',
      gives: [
        ["Person, weeks ahead", 1, 2, 4, 8, 12],
        ["Daniel Koh", 13 / 307, 13 / 307, -19 / 307, -67 / 307, -67 / 307],
      ],
    },
    {
      says: "Four weeks before, Harborline's plan was off by 54.5 hours of 290.5 worked; Marcus' empty timesheet is left out.",
      formula:
        '=FORECASTACCURACY(DATE(2025,12,1), DATE(2025,12,28),, "engagement=Harborline desk; measure=wape; lead=4", People, Engagements, Snapshots, Actuals)',
      gives: 109 / 581,
    },
    {
      says: "The next quarter is not worked yet: every figure says what it waits for.",
      formula: '=FORECASTACCURACY(DATE(2026,1,5), DATE(2026,3,29),, "lead=1", People, Engagements, Snapshots, Actuals)',
      gives: [
        ["Weeks ahead", "WAPE", "Bias", "Accuracy", "Forecast", "Worked", "Cells", "Left out", "History"],
        [1, "n/a", "n/a", "n/a", 0, 0, 0, 0, "no week in these days; the first is that of 2025-12-01"],
      ],
    },
  ],
  shows: ({ where }) => (isRatio(where.measure) ? "share" : { WAPE: "share", Bias: "share", Accuracy: "share" }),
  run: (asked) => {
    const { filters, where, rows } = asked;
    if (where.cells === "engagement" && (rows === "person" || filters.people.size > 0)) refuse([NO_PERSONS]);
    const found = scored(asked);
    const leads =
      where.lead === null ? LEADS.map((_, lead) => lead) : [LEADS.findIndex((one) => `${one}` === where.lead)];
    return isRatio(where.measure) ? ratios(asked, found, leads, where.measure) : listed(asked, found, leads);
  },
});

type Ratio = "wape" | "bias" | "accuracy";
const isRatio = (measure: string | null): measure is Ratio =>
  measure === "wape" || measure === "bias" || measure === "accuracy";

const NO_PERSONS = unusable(
  "cells=engagement",
  "adds up whoever works on an engagement, so that it cannot tell persons apart",
  "Maybe leave it out.",
);

interface Found {
  /** By label, in the order of the plan; of each, a sum for each lead time. */
  readonly sums: ReadonlyMap<string, readonly Sums[]>;
  /** Weeks measured, by lead time. */
  readonly weeks: readonly number[];
  /** Minutes of forecasts that name nobody, where persons are asked for, by lead time. */
  readonly unnamed: readonly number[];
}

/** Forecasts and hours worked that count, added up in the asked rows. */
function scored(asked: Asked): Found {
  const { plan, counted, filters, where, rows } = asked;
  const sums = new Map<string, readonly Sums[]>();
  const unnamed = LEADS.map(() => 0);
  const options: CellOptions = {
    of: where.cells ?? (rows === "person" || filters.people.size > 0 ? "person" : "named"),
    skills: rows === "skill" || filters.work.has("skill"),
  };
  const measured = eachCell(plan, asked, counted, options, (cell) => {
    if (options.of === "person" && cell.person === -1 && meetsWork(asked, cell)) unnamed[cell.lead]! += cell.forecast;
    const label = labelOf(asked, cell);
    if (label === null) return;
    const own = sums.get(label) ?? LEADS.map(noSums);
    sums.set(label, own);
    addPair(own[cell.lead]!, cell.forecast, cell.worked);
  });
  const order =
    rows === "total"
      ? [TOTAL]
      : rows === "person"
        ? plan.people.map(({ name }) => name)
        : workOrder(plan, rows as WorkKey); // the definition allows no other rows
  const shown = order.filter((label) => rows === "total" || sums.has(label));
  return {
    sums: new Map(shown.map((label) => [label, sums.get(label) ?? LEADS.map(noSums)])),
    weeks: measured.map((mondays) => mondays.length),
    unnamed,
  };
}

/** The row in which a cell stands; null where it does not count. Who or what the plan has no more has no row and meets no condition. */
function labelOf(asked: Asked, cell: AccuracyCell): string | null {
  const { plan, filters, rows } = asked;
  const personLabel = plan.people[cell.person]?.name ?? null;
  if (!meetsWork(asked, cell)) return null;
  for (const names of filters.people.values()) if (!meets(names, personLabel)) return null;
  if (rows === "total") return TOTAL;
  return rows === "person" ? personLabel : workLabel(plan, cell, rows as WorkKey); // the definition allows no other rows
}

const workLabel = (plan: Plan, { engagement, skill }: AccuracyCell, key: WorkKey): string | null =>
  engagement < 0 && key !== "skill" ? null : WORK_LABEL[key](plan, { engagement, skill });

const meets = (names: ReadonlySet<string>, label: string | null) => label !== null && names.has(nameKey(label));

const meetsWork = ({ plan, filters }: Asked, cell: AccuracyCell): boolean =>
  [...filters.work].every(([key, names]) => meets(names, workLabel(plan, cell, key)));

const HEADINGS = ["Weeks ahead", "WAPE", "Bias", "Accuracy", "Forecast", "Worked", "Cells", "Left out", "History"];

/** A row for each lead time, or each label and lead time, with every figure. */
function listed({ plan, rows }: Asked, { sums, weeks, unnamed }: Found, leads: readonly number[]): CellRange {
  const label = rows === "total" ? [] : [headed(rows)];
  const lines = [...sums].flatMap(([name, own]) =>
    leads.map((lead): readonly Cell[] => {
      const { forecast, worked, cells, missing } = own[lead]!;
      const { wape, bias, accuracy } = scoreOf(own[lead]!);
      return [
        ...(rows === "total" ? [] : [name]),
        LEADS[lead]!,
        wape ?? NONE,
        bias ?? NONE,
        accuracy ?? NONE,
        toHours(forecast as Minutes),
        toHours(worked as Minutes),
        cells,
        missing,
        `${historyText(plan, LEADS[lead]!, weeks[lead]!)}${unnamedText(unnamed[lead]!)}`,
      ];
    }),
  );
  return [[...label, ...HEADINGS], ...lines];
}

const unnamedText = (minutes: number): string =>
  minutes === 0 ? "" : `; ${toHours(minutes as Minutes)} forecast hours name nobody and are left out`;

/** One measure: a column for each lead time, or one value. */
function ratios({ rows }: Asked, { sums }: Found, leads: readonly number[], measure: Ratio): Cell | CellRange {
  const lines = [...sums].map(([name, own]) => [name, ...leads.map((lead) => scoreOf(own[lead]!)[measure] ?? NONE)]);
  if (rows === "total" && leads.length === 1) return lines[0]?.[1] ?? NONE;
  return [[`${headed(rows)}, weeks ahead`, ...leads.map((lead) => LEADS[lead]!)], ...lines];
}

const NONE = "n/a";
const headed = (rows: string): string => `${rows[0]!.toUpperCase()}${rows.slice(1)}`;
