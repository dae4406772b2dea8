import { type Exposure, exposure } from "../engine/decide/exposure.ts";
import { everything } from "../engine/scope.ts";
import type { Plan } from "../plan/plan.ts";
import { assumptions, problemLines } from "./account.ts";
import { engagementsGrid } from "./exposure-engagements.ts";
import type { Given } from "./given.ts";
import {
  type Column,
  type Content,
  formula,
  type Grid,
  type Line,
  type Rule,
  type SheetModel,
  sameRow,
} from "./model.ts";
import { planOnlyText } from "./past-days.ts";
import { inputsGrid } from "./refreshed.ts";
import { toHours } from "./sums.ts";
import { counted, hoursText } from "./words.ts";

export const EXPOSURE = "Exposure";

/** Whom we cannot lose: people by engagement, in hours that nobody else could do if that person alone were gone. */
export function exposureSheet(given: Given): SheetModel {
  const { plan, counted: how, weeks } = given;
  const hit = exposure(plan, weeks, how, everything(plan));
  return {
    name: EXPOSURE,
    blocks: [
      {
        kind: "note",
        key: "about",
        lines: [
          { text: "Exposure: hours that nobody else could do", look: "title" },
          headline(plan, hit),
          {
            text: "For each person by themselves: what their engagements, and others that whoever steps in is taken from, would lack over all weeks. Rows do not add up.",
          },
          {
            text: "Booked hours are open for whoever else can do them, free hours are gone, and higher priorities are served first. Exact, week by week.",
          },
          ...assumptions(given, EXPOSURE, planOnlyText(given)),
          { text: `up to ${A_WEEK} h that nobody else could do`, look: "tight", swatch: true },
          { text: `more than ${A_WEEK} h`, look: "short", swatch: true },
        ],
      },
      peopleGrid(given, hit),
      engagementsGrid(given, hit),
      problemLines(plan),
      inputsGrid(given),
    ],
    freeze: { rows: 0, columns: 1 },
  };
}

function headline({ people }: Plan, hit: readonly Exposure[]): Line {
  const [worst] = hit;
  const missed = new Set(hit.filter(({ lost }) => lost > 0).map(({ person }) => person));
  if (worst === undefined || missed.size === 0) {
    return {
      text: "Nobody is irreplaceable: others have time for whatever one person would leave behind.",
      look: "good",
    };
  }
  const lost = hit.reduce((sum, one) => (one.person === worst.person ? sum + one.lost : sum), 0);
  return {
    text: `${people[worst.person]!.name} would be missed most: ${hoursText(lost)}. ${counted(missed.size, "person does", "people do")} work that nobody else could take over in full.`,
    look: "bad",
  };
}

const A_MINUTE = 0.008;
const A_WEEK = 40;

const shades = (columns: readonly string[]): readonly Rule[] => [
  { columns, when: { is: "between", value: A_MINUTE, to: A_WEEK }, look: "tight" },
  { columns, when: { is: "above", value: A_WEEK }, look: "short" },
];

/** Engagements beside each other; what is hit less than all of these stands in one more column. */
const MOST_COLUMNS = 24;
const WIDEST = 28;

function peopleGrid({ plan, fingerprint }: Given, hit: readonly Exposure[]): Grid {
  const shown = mostHit(plan, hit);
  const place = new Map(shown.map((engagement, i) => [engagement, i]));
  const rest = hit.some(({ engagement, lost }) => lost > 0 && !place.has(engagement));
  const columns: readonly Column[] = [
    ...shown.map(
      (engagement): Column => ({
        key: `e${engagement}`,
        heading: plan.engagements[engagement]!.name,
        shows: "hours",
        means: { measure: "exposed", number: engagement },
        width: Math.min(WIDEST, Math.max(13, plan.engagements[engagement]!.name.length + 2)),
      }),
    ),
    ...(rest
      ? [
          {
            key: "rest",
            heading: "Other engagements",
            shows: "hours",
            width: 13,
            means: { measure: "exposed elsewhere" },
          } as const,
        ]
      : []),
  ];
  const first = columns[0]?.key;
  const last = columns.at(-1)?.key;
  const all = first === undefined || last === undefined ? 0 : formula`SUM(${sameRow(first)}:${sameRow(last)})`;
  return {
    kind: "grid",
    key: "people",
    title: "Hours that nobody else could do, by person and engagement",
    fingerprint,
    columns: [
      { key: "name", heading: "Person, most missed first", shows: "text", width: 28 },
      { key: "all", heading: "All", shows: "hours", note: "The skill gap without this person less the gap with them." },
      {
        key: "booked",
        heading: "Booked",
        shows: "hours",
        means: { measure: "exposed, booked" },
        note: "Hours booked on them in these weeks.",
      },
      ...columns,
    ],
    means: { planned: true },
    rowMeans: [...new Set(hit.map(({ person }) => person))].map((person) => ({ name: plan.people[person]!.name })),
    rows: rowsOf(hit, place, columns.length, rest, plan, all),
    rules: shades(columns.map(({ key }) => key)),
    charts: [],
  };
}

function rowsOf(
  hit: readonly Exposure[],
  place: ReadonlyMap<number, number>,
  columns: number,
  rest: boolean,
  plan: Plan,
  all: Content,
): readonly (readonly Content[])[] {
  const rows = new Map<number, { booked: number; readonly lost: number[] }>();
  for (const { person, engagement, booked, lost } of hit) {
    const row = rows.get(person) ?? { booked: 0, lost: Array.from({ length: columns }, () => 0) };
    rows.set(person, row);
    row.booked += booked;
    const at = place.get(engagement) ?? (rest ? columns - 1 : -1);
    if (at >= 0) row.lost[at]! += lost;
  }
  if (rows.size === 0)
    return [["Nothing is booked, and nothing is open", 0, 0, ...Array.from({ length: columns }, () => 0)]];
  return [...rows].map(([person, { booked, lost }]) => [
    plan.people[person]!.name,
    all,
    toHours(booked),
    ...lost.map(toHours),
  ]);
}

/** Engagements that somebody's absence would hit, hardest first. */
export function mostHit({ engagements }: Plan, hit: readonly Exposure[]): readonly number[] {
  const sums = engagements.map(() => 0);
  for (const { engagement, lost } of hit) sums[engagement]! += lost;
  const some = [...sums.keys()].filter((engagement) => sums[engagement]! > 0);
  return some.sort((a, b) => sums[b]! - sums[a]! || a - b).slice(0, MOST_COLUMNS);
}
