import { countedBy } from "../engine/counted.ts";
import type { Timeline } from "../engine/timeline.ts";
import { step, type Work } from "../host.ts";
import { choice, record } from "../schema.ts";
import { horizonWeeks } from "../sheets/given.ts";
import { keptText } from "../sheets/reserve-words.ts";
import { firstShortWeek, leastShort, type ScenarioSums, scenarioSums, scenariosOn } from "../sheets/scenario-sums.ts";
import { total } from "../sheets/sums.ts";
import { counted, dayAndMonth, hoursText, listed } from "../sheets/words.ts";
import type { Answer, AnswerRow, PictureCell } from "./answer.ts";
import { refuseWithoutPeople } from "./horizon.ts";
import { question } from "./question.ts";
import { scenarioRows } from "./scenarios-table.ts";
import { type Workbook, workbook } from "./workbook.ts";

type Measure = "gap" | "overload" | "utilization" | "free";

/** Each scenario that is switched on beside the plan as it is, by one measure, with the skill gap told in the sentence. */
export const compareScenarios = question({
  asks: record({ measure: choice({ gap: [], overload: [], utilization: [], free: [] }) }),
  *answer({ measure }): Work<Answer> {
    const found = yield* workbook();
    const { plan } = found;
    refuseWithoutPeople(plan);
    const weeks = horizonWeeks(plan);
    const asked = scenariosOn(plan);
    yield* step({ do: "tell", words: `Computing ${counted(asked.length, "scenario")}`, part: { done: 0, of: 1 } });
    const sums = scenarioSums(plan, asked, weeks, countedBy(plan.settings));
    const wrong = asked.filter(({ problems }) => problems.length > 0).map(({ name }) => name);
    const { says, tone } = sentence(sums, weeks);
    const kept = keptText(plan, weeks, countedBy(plan.settings));
    const { about, heading } = MEASURES[measure];
    return {
      says,
      tone,
      notes: [
        `Each scenario alone, over ${counted(weeks.periods.length, "week")} from ${dayAndMonth(weeks.from)}.`,
        ...(kept === null ? [] : [`The plan as it is counts ${kept}; each scenario keeps its own.`]),
        ...(wrong.length > 0 ? [`Not computed, because rows have problems: ${listed(wrong)}.`] : []),
      ],
      picture: {
        kind: "strip",
        about: `${about}, week by week, for the plan as it is and each scenario.`,
        series: sums.map((one) => ({ label: one.name, cells: cellsOf(one, measure, weeks) })),
      },
      tables: [
        {
          title: about,
          headings: ["Scenario", heading, "Change", "First short week", "Short of"],
          rows: sums.map((one) => rowOf(found, one, sums[0]!, measure, weeks)),
        },
      ],
      scenario: [],
    };
  },
});

const MEASURES: { readonly [M in Measure]: { readonly about: string; readonly heading: string } } = {
  gap: { about: "Hours nobody can do", heading: "Hours" },
  overload: { about: "Hours booked too much", heading: "Hours" },
  utilization: { about: "Utilization", heading: "Per cent" },
  free: { about: "Free hours", heading: "Hours" },
};

/** Hours, or per cent, of some weeks; one decimal is enough to compare. */
function figureOf(one: ScenarioSums, measure: Measure, of: (minutes: readonly number[]) => number): number {
  if (measure !== "utilization") return Math.round(of(one[measure]) / 6) / 10;
  const whole = of(one.whole);
  return whole === 0 ? 0 : Math.round((1000 * of(one.billable)) / whole) / 10;
}

function cellsOf(one: ScenarioSums, measure: Measure, weeks: Timeline): readonly PictureCell[] {
  return weeks.periods.map(({ from }, week) => {
    const value = figureOf(one, measure, (minutes) => minutes[week]!);
    const whole = one.whole[week]! / 60;
    const unit = measure === "utilization" ? "%" : "h";
    return {
      label: dayAndMonth(from),
      value,
      heat: heatOf(measure, value, whole),
      says: `${one.name}, week of ${dayAndMonth(from)}: ${value} ${unit}`,
    };
  });
}

/** Short and overloaded hours are bad from the first; free hours and utilization are no alarm. */
function heatOf(measure: Measure, value: number, whole: number): PictureCell["heat"] {
  if (measure === "utilization") return value > 100 ? 4 : 0;
  if (measure === "free" || value === 0) return 0;
  const share = whole === 0 ? 1 : value / whole;
  if (share < 0.01) return 1;
  if (share < 0.03) return 2;
  return share < 0.08 ? 3 : 4;
}

function rowOf(found: Workbook, one: ScenarioSums, base: ScenarioSums, measure: Measure, weeks: Timeline): AnswerRow {
  const [first] = one.scenario === null ? [] : scenarioRows(found, one.name);
  const value = figureOf(one, measure, total);
  const change = Math.round(10 * (value - figureOf(base, measure, total))) / 10;
  const week = firstShortWeek(one);
  return {
    cells: [
      one.name,
      value,
      one === base ? null : change,
      week < 0 ? "none" : dayAndMonth(weeks.periods[week]!.from),
      listed(one.binding, 3),
    ],
    at: first ? { sheet: first.table.sheet, row: first.row, column: first.table.column } : null,
  };
}

function sentence([base, ...others]: readonly ScenarioSums[], weeks: Timeline): Pick<Answer, "says" | "tone"> {
  const now = total(base?.gap ?? []);
  const n = counted(weeks.periods.length, "week");
  if (others.length === 0)
    return {
      says: `No scenario is switched on; as it is, the plan is ${hoursText(now)} short in ${n}.`,
      tone: "unsure",
    };
  const best = leastShort(others);
  const least = total(best[0]!.gap);
  if (least >= now) {
    const says = `None of them makes the gap smaller: ${hoursText(now)} short in ${n}, and not less in any scenario.`;
    return { says, tone: "bad" };
  }
  const names = listed(
    best.map(({ name }) => `“${name}”`),
    3,
  );
  const says = `${names} ${best.length > 1 ? "leave" : "leaves"} the least short: ${hoursText(least)} in ${n} instead of ${hoursText(now)}.`;
  return { says, tone: least === 0 ? "good" : "unsure" };
}
