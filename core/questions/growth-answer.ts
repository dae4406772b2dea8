import type { Binds, GrowthLimit } from "../engine/decide/growth.ts";
import type { Timeline } from "../engine/timeline.ts";
import { percentOf, ratioText } from "../functions/growth-text.ts";
import { requirementText } from "../functions/requirement-text.ts";
import { whoText } from "../functions/who-text.ts";
import { NO_SKILL } from "../functions/work.ts";
import { FIRST_DAY, type Plan } from "../plan/plan.ts";
import { dayAndMonth, dayMonthYear, hoursText, listed } from "../sheets/words.ts";
import { dayNumber } from "../units.ts";
import type { Answer, AnswerRow, AnswerTable, Picture, PictureCell } from "./answer.ts";
import { tenths, weekLine } from "./answer-weeks.ts";
import { needPlace } from "./need-place.ts";
import type { Workbook } from "./workbook.ts";

/** Work that grows, and what comes of it. */
export interface Grown {
  readonly found: Workbook;
  /** Null: every managed service. */
  readonly name: string | null;
  /** By how much, in millionths; null: as far as it goes. */
  readonly share: number | null;
  readonly limits: readonly GrowthLimit[];
  readonly weeks: Timeline;
  /** By week, minutes that are unmet because of that growth. */
  readonly more: Float64Array | null;
  /** By need. */
  readonly grows: readonly boolean[];
}

const nameOf = (plan: Plan, { skill, role }: GrowthLimit): string => plan.skills[skill] ?? (role || NO_SKILL);

/** Skills that the growing work itself asks for and that are short before it grows. */
function shortToday(grown: Grown): readonly GrowthLimit[] {
  const asked = skillsAsked(grown);
  return grown.limits.filter(({ skill, binds }) => binds?.short && asked.has(skill));
}

const skillsAsked = ({ found: { plan }, grows }: Grown): ReadonlySet<number> =>
  new Set(plan.needs.flatMap(({ skill }, need) => (grows[need] ? [skill] : [])));

const firstOf = ({ limits }: Grown): (GrowthLimit & { readonly binds: Binds }) | null => {
  for (const limit of limits) if (limit.binds && !limit.binds.short) return { ...limit, binds: limit.binds };
  return null;
};

const MOST_NAMED = 5;

export function growthSays(grown: Grown): string {
  const { found, share, more, weeks } = grown;
  const what = grown.name ?? "managed services";
  const What = grown.name ?? "Managed services";
  const { plan } = found;
  const first = firstOf(grown);
  const short = shortToday(grown);
  const already = listed(
    short.map((one) => nameOf(plan, one)),
    MOST_NAMED,
  );
  const limit = first ? limitText(plan, first) : "no other skill runs out";
  if (share !== null && more !== null) {
    const by = `${share / 10_000} %`;
    const lacking = more.reduce((sum, minutes) => sum + minutes, 0);
    if (lacking === 0) return `Yes, ${what} can grow by ${by} until ${dayMonthYear(weeks.to)}; ${limit}.`;
    const week = weeks.periods[more.findIndex((minutes) => minutes > 0)]!.from;
    const why = short.length > 0 ? `${already} ${short.length > 1 ? "are" : "is"} short already` : limit;
    return `No: if ${what} grew by ${by}, ${hoursText(lacking)} more would be unmet until ${dayMonthYear(weeks.to)}, from the week of ${dayAndMonth(week)} on; ${why}.`;
  }
  if (short.length > 0) {
    const [soonest] = [...short].sort((a, b) => a.binds!.from - b.binds!.from);
    return `${What} cannot grow at all: ${already} ${short.length > 1 ? "are" : "is"} short already, from the week of ${dayMonthYear(soonest!.binds!.from)} on; of the others, ${limit}.`;
  }
  if (first === null) return `${What} can grow as far as anybody likes.`;
  return `${What} can grow by ${percentOf(first.binds.at)} % until ${dayMonthYear(weeks.to)}; then ${nameOf(plan, first)} runs out in the week of ${dayAndMonth(first.binds.from)}${whoWords(plan, first.binds)}.`;
}

function limitText(plan: Plan, first: GrowthLimit & { readonly binds: Binds }): string {
  const week = `in the week of ${dayMonthYear(first.binds.from)}`;
  const percent = percentOf(first.binds.at);
  const name = nameOf(plan, first);
  return percent === 0 ? `${name} has nothing to spare ${week}` : `${name} runs out first, at ${percent} % ${week}`;
}

/** Those who can do it and have any time for it. */
const withTime = ({ people }: Pick<Binds, "people">) => people.filter(([, minutes]) => minutes > 0);

/** ", when only Ana 12 h could do it"; of many people, how many they are. */
function whoWords(plan: Plan, { people }: Binds): string {
  const free = withTime({ people });
  if (free.length > MOST_NAMED + 1) return `, when the ${free.length} people who can do it have no more time`;
  return `, when only ${whoText(plan, free)} could do it`;
}

export function growthTone(grown: Grown): Answer["tone"] {
  const { more } = grown;
  if (more !== null) return more.some((minutes) => minutes > 0) ? "bad" : "good";
  return shortToday(grown).length > 0 ? "bad" : "unsure";
}

/** How far each skill lasts, or, for a growth that was asked about, what is unmet because of it week by week. */
export function growthPicture(grown: Grown): Picture | null {
  const { found, weeks, more } = grown;
  const { plan } = found;
  if (more !== null) {
    const line = weekLine(
      "Unmet because of it",
      weeks,
      (week) => more[week]!,
      (hours) => `${hours} more unmet`,
    );
    return { kind: "strip", about: "Hours a week that would be unmet because of the growth.", series: [line] };
  }
  const cells = grown.limits.flatMap((limit): PictureCell[] => {
    if (limit.binds === null) return [];
    const value = limit.binds.short ? 0 : percentOf(limit.binds.at);
    const label = nameOf(plan, limit);
    const says = limit.binds.short ? `${label}: short today` : `${label}: short beyond ${value} %`;
    return [{ label, value, heat: value < 10 ? 4 : value < 25 ? 3 : value < 50 ? 2 : value < 100 ? 1 : 0, says }];
  });
  if (cells.length === 0) return null;
  return {
    kind: "bars",
    about: "Growth in % beyond which each skill is short.",
    series: [{ label: "Growth, %", cells }],
  };
}

export function limitsTable(grown: Grown): AnswerTable {
  const { plan } = grown.found;
  const rows = grown.limits.map((limit): AnswerRow => {
    const { binds } = limit;
    const name = nameOf(plan, limit);
    if (binds === null) return { cells: [name, "never", "", "", null, ""], at: null };
    const together = binds.requirements.map((one) => requirementText(plan, one)).join(", ");
    return {
      cells: [
        name,
        binds.short
          ? limit.related
            ? "short today"
            : "short today, unrelated"
          : `${percentOf(binds.at)} % (${ratioText(binds.at)})`,
        dayAndMonth(binds.from),
        together,
        tenths(binds.supply),
        whoText(plan, withTime(binds)),
      ],
      at: null,
    };
  });
  const headings = ["Skill", "Short beyond", "In the week of", "Together with", "Can serve, h", "Who"];
  return { title: "When each skill runs out", headings, rows };
}

/** Where what grows stands in the plan. */
export function growingTable({ found, grows, weeks }: Grown): AnswerTable {
  const { plan } = found;
  const rows = plan.needs.flatMap((need, number): AnswerRow[] => {
    if (!grows[number]) return [];
    const from = need.from > FIRST_DAY ? need.from : weeks.from;
    const cells = [
      plan.engagements[need.engagement]!.name,
      requirementText(plan, need),
      need.source,
      dayMonthYear(dayNumber(Math.max(from, weeks.from))),
    ];
    return [{ cells, at: needPlace(found, number) }];
  });
  return { title: "What grows", headings: ["Engagement", "Work", "Table", "From"], rows };
}
