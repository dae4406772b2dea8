import type { Binding } from "../engine/gap.ts";
import type { Requirement } from "../engine/requirements.ts";
import { NO_SKILL } from "../functions/work.ts";
import type { Plan } from "../plan/plan.ts";
import { assumptions, problemLines, rowsRead } from "./account.ts";
import { weekColumns, weekKey } from "./by-week.ts";
import type { Given } from "./given.ts";
import { alarm } from "./heat.ts";
import { type Content, formula, type Grid, type Line, type SheetModel, sameRow } from "./model.ts";
import { pastDaysText } from "./past-days.ts";
import { inputsGrid } from "./refreshed.ts";
import { hoursOfRow, toHours, total } from "./sums.ts";
import { counted, dayAndMonth, hoursText, listed } from "./words.ts";

export const SKILL_GAPS = "Skill gaps";

/** Open work that nobody can do, by skill and week, and for each shortage the proof: who could, and how much they have free. */
export function skillGaps(given: Given): SheetModel {
  return {
    name: SKILL_GAPS,
    blocks: [
      {
        kind: "note",
        key: "about",
        lines: [
          { text: "Skill gaps, in hours a week", look: "title" },
          headline(given),
          {
            text: "Exact: every person counts once, whatever they can do. No other way to share out the free hours would cover more.",
          },
          {
            text: `Where several skills want the same people, the shortage is shared out between them in proportion to what they ask for. ${pastDaysText(given)}`,
          },
          ...assumptions(given, SKILL_GAPS),
        ],
      },
      gapGrid(given),
      groupsGrid(given),
      rowsRead(given),
      problemLines(given.plan),
      inputsGrid(given),
    ],
    freeze: { rows: 0, columns: 1 },
  };
}

function headline({ gap, weeks }: Given): Line {
  const minutes = total(gap.unmet);
  const n = weeks.periods.length;
  if (minutes === 0) return { text: `No shortage in these ${counted(n, "week")}.`, look: "good" };
  const short = gap.unmet.filter((one) => one > 0).length;
  return {
    text: `${hoursText(minutes)} of open work that nobody can do, in ${short} of ${counted(n, "week")}.`,
    look: "bad",
  };
}

function gapGrid(given: Given): Grid {
  const { plan, weeks, gap, fingerprint } = given;
  const n = weeks.periods.length;
  const split = gap.bySkill();
  const names = [...plan.skills, NO_SKILL_NAMED];
  const rows = names
    .map((name, skill) => ({ name, hours: hoursOfRow(split, skill, n) }))
    .map((row) => ({ ...row, sum: total(row.hours) }))
    .filter(({ sum }) => sum > 0)
    .sort((a, b) => b.sum - a.sum || (a.name < b.name ? -1 : 1));
  const empty = { name: "No shortage", hours: Array.from({ length: n }, () => 0) };
  const columns = weekColumns(given, true);
  const all = formula`SUM(${sameRow(weekKey(0))}:${sameRow(weekKey(n - 1))})`;
  return {
    kind: "grid",
    key: "gaps",
    title: "Gap by skill, hours",
    fingerprint,
    columns: [
      { key: "name", heading: "Skill, shortest first", shows: "text", width: 24 },
      ...columns,
      { key: "all", heading: "All weeks", shows: "hours", total: true, width: 12 },
    ],
    means: { measure: "gap", rows: "skill" },
    rowMeans: rows.map(({ name }) => ({ name: name === NO_SKILL_NAMED ? NO_SKILL : name })),
    rows: (rows.length > 0 ? rows : [empty]).map(({ name, hours }) => [name, ...hours, all]),
    rules: [alarm([...columns.map(({ key }) => key), "all"], "short")],
    charts: [],
  };
}

const NO_SKILL_NAMED = "(no skill named)";

/** Each bottleneck as a sentence with its figures. */
function groupsGrid({ plan, gap, fingerprint, weeks }: Given): Grid {
  const groups = gap.bottlenecks();
  const none: Content[] = [null, 0, 0, 0, `No shortage in these ${counted(weeks.periods.length, "week")}.`];
  return {
    kind: "grid",
    key: "groups",
    title: "Why, group by group of skills",
    fingerprint,
    columns: [
      { key: "week", heading: "Week (Monday)", shows: "date", width: 24 },
      { key: "short", heading: "Short", shows: "hours", means: { measure: "bottleneck" } },
      {
        key: "asked",
        heading: "Open",
        shows: "hours",
        means: { measure: "bottleneck open" },
        note: "Open work of the group: asked for, less what named people are allocated to.",
      },
      {
        key: "free",
        heading: "Free",
        shows: "hours",
        means: { measure: "bottleneck free" },
        note: "Free hours of everyone who can do any of it.",
      },
      { key: "why", heading: "In words", shows: "text", width: 12 },
    ],
    rows:
      groups.length === 0
        ? [none]
        : groups.map((group) => [
            weeks.periods[group.period]!.from,
            formula`${sameRow("asked")}-${sameRow("free")}`,
            toHours(group.demand),
            toHours(group.supply),
            sentence(plan, group),
          ]),
    rowMeans: groups.map((_, number) => ({ number })),
    rules: [alarm(["short"], "short")],
    charts: [],
  };
}

const MOST_NAMES = 6;

/** "Week of 9 Mar: AWS, Kubernetes and Security need 90 h; only Ana and Ben (80 h) can do any of them: 10 h short." */
export function sentence(plan: Plan, { from, requirements, demand, supply, deficit, people, free }: Binding): string {
  const skills = [...new Set(requirements.map((one) => requirementText(plan, one)))];
  const need = skills.length === 1 ? "needs" : "need";
  const can = skills.length === 1 ? "can do it" : "can do any of them";
  const named = (all: readonly number[]) =>
    listed(
      all.map((person) => plan.people[person]!.name),
      MOST_NAMES,
    );
  const able = people.filter((_, i) => free[i]! > 0);
  const full = people.filter((_, i) => free[i] === 0);
  const only =
    able.length > 0 ? `only ${named(able)} (${hoursText(supply)}) ${can}` : `nobody who ${can} has an hour left`;
  const also = full.length > 0 ? `, ${named(full)} ${full.length === 1 ? "has" : "have"} nothing free` : "";
  const who = people.length === 0 ? `nobody ${can}` : `${only}${also}`;
  return `Week of ${dayAndMonth(from)}: ${listed(skills)} ${need} ${hoursText(demand)}; ${who}: ${hoursText(deficit)} short.`;
}

/** "AWS", "Kubernetes (level 3)", "Security (CISSP)", "Cloud engineer in Pune" */
export function requirementText(plan: Plan, { skill, role, level, certificate, location }: Requirement): string {
  const what = skill >= 0 ? plan.skills[skill]! : role === "" ? "work for anybody" : role;
  const details = [
    ...(skill >= 0 && role !== "" ? [role] : []),
    ...(skill >= 0 && level > 1 ? [`level ${level}`] : []),
    ...(certificate === null ? [] : [certificate]),
  ];
  const where = location < 0 ? "" : ` in ${plan.locations[location]!.name}`;
  return `${what}${details.length > 0 ? ` (${details.join(", ")})` : ""}${where}`;
}
