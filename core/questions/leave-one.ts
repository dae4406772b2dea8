import { whoCan } from "../engine/decide/who-can.ts";
import type { Requirement } from "../engine/requirements.ts";
import { everything } from "../engine/scope.ts";
import { requirementText } from "../functions/requirement-text.ts";
import { dayAndMonth, dayMonthYear, hoursText, listed } from "../sheets/words.ts";
import { type Absence, lostInWeek, sumOf } from "./absence-answer.ts";
import { askedOf } from "./allocation-fit.ts";
import type { Answer, AnswerRow, AnswerTable } from "./answer.ts";
import { tenths, weekLine } from "./answer-weeks.ts";
import { allocationPlace, namePlaces } from "./name-place.ts";
import { nearMisses } from "./near-misses.ts";

const MOST_LINES = 6;
const MOST_NAMES = 3;

const AS_A_SCENARIO =
  "As a scenario it may show a few hours more: work without a name goes on every Monday to Friday, on this person's holidays and leave too.";

/** One person: which engagements lose what, and who could step in for what is booked on them. */
export function oneLeaves(absence: Absence, person: number): Answer {
  const { found, hit, weeks, days, notes } = absence;
  const { plan } = found;
  const { name } = plan.people[person]!;
  const lost = hit.filter((one) => one.lost > 0);
  const placeOf = namePlaces(found, "engagement");
  const nameOf = (engagement: number) => plan.engagements[engagement]!.name;
  return {
    says: sentence(absence, name),
    tone: lost.length === 0 ? "good" : "bad",
    notes: [...notes, AS_A_SCENARIO],
    picture:
      lost.length === 0
        ? null
        : {
            kind: "strip",
            about: `Hours a week that nobody else could do without ${name}, by engagement.`,
            series: lost
              .slice(0, MOST_LINES)
              .map((one) =>
                weekLine(nameOf(one.engagement), weeks, lostInWeek(absence, [one]), (hours) => `${hours} lost`),
              ),
          },
    tables: [
      {
        title: "Engagements hit",
        headings: ["Engagement", "Nobody else, h", "Booked, h", "First hit"],
        rows: hit.map(
          ({ engagement, booked, lost: minutes, first }): AnswerRow => ({
            cells: [nameOf(engagement), tenths(minutes), tenths(booked), first === null ? "" : dayMonthYear(first)],
            at: placeOf(nameOf(engagement)),
          }),
        ),
      },
      stepIn(absence, person),
    ].filter(({ rows }) => rows.length > 0),
    scenario: [{ Change: "leaver", Person: name, From: days.from }],
  };
}

function sentence({ found, hit, days }: Absence, name: string): string {
  const booked = sumOf(hit, "booked");
  const lost = hit.filter((one) => one.lost > 0);
  const start = `If ${name} leaves on ${dayMonthYear(days.from)}`;
  if (lost.length === 0) {
    return booked === 0
      ? `${start}, nothing is missed until ${dayMonthYear(days.to)}.`
      : `${start}, others have the skills and the time for all ${hoursText(booked)} that are booked.`;
  }
  const [soonest] = [...lost].sort((a, b) => a.first! - b.first! || b.lost - a.lost);
  const hitFirst = `${found.plan.engagements[soonest!.engagement]!.name} from ${dayAndMonth(soonest!.first!)} on`;
  return `${start}, nobody else can do ${hoursText(sumOf(hit, "lost"))} of the work until ${dayMonthYear(days.to)}; it hits ${hitFirst}${lost.length > 1 ? " first" : ""}.`;
}

/** Each allocation of theirs, and who else has the skill and time in these weeks. */
function stepIn({ found, how, days }: Absence, person: number): AnswerTable {
  const { plan } = found;
  const { allocations: rows, people } = plan;
  const lines: AnswerRow[] = [];
  for (let row = 0; row < rows.length; row++) {
    if (rows.person[row] !== person || rows.from[row]! > days.to || rows.to[row]! < days.from) continue;
    const engagement = rows.engagement[row]!;
    const skill = rows.skill[row]!;
    const asks = askedOf(plan, engagement, skill, days)[0] ?? bare(skill);
    const others = whoCan(plan, asks, null, days, how, everything(plan)).filter((one) => one.person !== person);
    const names = others.map((one) => `${people[one.person]!.name} (${hoursText(one.average)} a week free)`);
    lines.push({
      cells: [
        plan.engagements[engagement]!.name,
        requirementText(plan, asks),
        names.length === 0 ? "nobody" : listed(names, MOST_NAMES),
        listed(nearMisses(plan, asks, days, new Set([person, ...others.map((one) => one.person)])), MOST_NAMES),
      ],
      at: allocationPlace(found, row),
    });
  }
  return {
    title: "Who could step in",
    headings: ["Engagement", "Work", "Others with the skill and free time", "Close, but"],
    rows: lines,
  };
}

const bare = (skill: number): Requirement => ({ skill, role: "", level: 1, certificate: null, location: -1 });
