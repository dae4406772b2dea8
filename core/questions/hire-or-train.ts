import { type HireValue, hireValues } from "../engine/decide/hire-value.ts";
import type { Requirement } from "../engine/requirements.ts";
import { everything } from "../engine/scope.ts";
import { timeline } from "../engine/timeline.ts";
import { requirementText } from "../functions/requirement-text.ts";
import type { Work } from "../host.ts";
import type { Period } from "../plan/calendar.ts";
import type { Plan } from "../plan/plan.ts";
import { QUANTITIES } from "../plan/quantities.ts";
import { openDay, orBlank, quantity, record, text } from "../schema.ts";
import { dayMonthYear, hoursText } from "../sheets/words.ts";
import { minutes } from "../units.ts";
import { formError } from "./allocations-table.ts";
import type { Answer, AnswerRow, AnswerTable, Picture, ScenarioRow } from "./answer.ts";
import { tenths } from "./answer-weeks.ts";
import { namedPerson } from "./asked-names.ts";
import { horizonOf, refuseWithoutPeople, usualCount } from "./horizon.ts";
import { namePlaces } from "./name-place.ts";
import { question } from "./question.ts";
import { type Workbook, workbook } from "./workbook.ts";

/** Which hire closes most of the gap, and whether a training would do. */
export const hireOrTrain = question({
  asks: record({ hours: quantity(QUANTITIES.hoursAWeek), from: openDay, person: orBlank(text) }),
  *answer({ hours, from, person: name }): Work<Answer> {
    const found = yield* workbook();
    const { plan } = found;
    refuseWithoutPeople(plan);
    if (hours === 0) throw formError("Nobody is hired for 0 hours", "Maybe 40.");
    const days = horizonOf(plan, from);
    const { how, note } = usualCount(plan, days);
    const only = name === null ? null : namedPerson(plan, name);
    const over = timeline(days.from, days.to, "total");
    const { unmet, values } = hireValues(plan, over, how, everything(plan), minutes(hours), { most: 3, only });
    const options = optionsOf(values);
    const asked: Asked = { found, days, hours, only, unmet, options };
    const best = only === null ? options.find(({ person }) => person < 0) : options.find(({ person }) => person >= 0);
    return {
      says: sentence(asked),
      tone: unmet === 0 ? "good" : "unsure",
      notes: [
        note,
        `A hire is there from ${dayMonthYear(days.from)} on with ${hoursText(hours)} a week, without ramp-up; a training is done by then.`,
        "A person is counted once, so that what two options close together may be less than their sum.",
      ],
      picture: pictureOf(plan, options),
      tables: [table(asked)].filter(({ rows }) => rows.length > 0),
      scenario: best === undefined || best.closed === 0 ? [] : scenarioOf(plan, best, days, hours),
    };
  },
});

interface Asked {
  readonly found: Workbook;
  readonly days: Period;
  readonly hours: number;
  readonly only: number | null;
  readonly unmet: number;
  readonly options: readonly Option[];
}

/** A hire, or the training of a person: minutes of the gap that it closes. */
interface Option {
  readonly requirement: Requirement;
  /** -1: somebody new. */
  readonly person: number;
  readonly closed: number;
}

function optionsOf(values: readonly HireValue[]): readonly Option[] {
  const all = values.flatMap(({ requirement, closed, trainees }): readonly Option[] => [
    { requirement, closed, person: -1 },
    ...trainees.map((one) => ({ requirement, closed: one.closed, person: one.person })),
  ]);
  return all.sort((a, b) => b.closed - a.closed || Number(a.person >= 0) - Number(b.person >= 0));
}

function sentence({ found: { plan }, days, hours, only, unmet, options }: Asked): string {
  const until = dayMonthYear(days.to);
  if (unmet === 0) return `Nobody has to be hired or trained: until ${until} no hour is unmet.`;
  const skill = ({ requirement }: Option) => requirementText(plan, requirement);
  const part = (closed: number) =>
    closed === unmet ? `all ${hoursText(unmet)}` : `${hoursText(closed)} of ${hoursText(unmet)}`;
  const hire = options.find(({ person, closed }) => person < 0 && closed > 0);
  const train = options.find(({ person, closed }) => person >= 0 && closed > 0);
  const trainText =
    train && `training ${plan.people[train.person]!.name} in ${skill(train)} closes ${part(train.closed)}`;
  if (only !== null) {
    const nameOf = plan.people[only]!.name;
    const hireText = hire ? ` A hire for ${skill(hire)} would close ${part(hire.closed)}.` : "";
    if (!trainText)
      return `Training ${nameOf} closes nothing of the gap of ${hoursText(unmet)} until ${until}.${hireText}`;
    return `T${trainText.slice(1)} of the gap until ${until}.${hireText}`;
  }
  if (hire === undefined) return `No hire closes anything of the gap of ${hoursText(unmet)} until ${until}.`;
  return `Hire for ${skill(hire)}: ${hoursText(hours)} a week close ${part(hire.closed)} of the gap until ${until}${trainText ? `; ${trainText}` : ""}.`;
}

const MOST_BARS = 8;

/** Hours closed, best first. */
function pictureOf(plan: Plan, options: readonly Option[]): Picture | null {
  const best = options.filter(({ closed }) => closed > 0).slice(0, MOST_BARS);
  if (best.length === 0) return null;
  const cells = best.map((option) => {
    const label = labelOf(plan, option);
    return {
      label,
      value: tenths(option.closed),
      heat: 0 as const,
      says: `${label}: closes ${hoursText(option.closed)}`,
    };
  });
  return { kind: "bars", about: "Hours of the gap that each option closes.", series: [{ label: "Closes, h", cells }] };
}

const labelOf = (plan: Plan, { requirement, person }: Option): string => {
  const skill = requirementText(plan, requirement);
  return person < 0 ? `Hire ${skill}` : `Train ${plan.people[person]!.name} in ${skill}`;
};

function table({ found, unmet, options }: Asked): AnswerTable {
  const placeOf = namePlaces(found, "person");
  const rows = (unmet === 0 ? [] : options).map((option): AnswerRow => {
    const name = found.plan.people[option.person]?.name;
    return {
      cells: [
        name === undefined ? "Hire" : `Train ${name}`,
        requirementText(found.plan, option.requirement),
        tenths(option.closed),
        tenths(unmet - option.closed),
      ],
      at: name === undefined ? null : placeOf(name),
    };
  });
  return { title: "Hires and trainings", headings: ["Do", "Skill", "Gap closed, h", "Gap left, h"], rows };
}

/** Nothing for work that names no skill: the Scenarios table cannot say it. */
function scenarioOf(plan: Plan, option: Option, { from }: Period, hours: number): readonly ScenarioRow[] {
  const { skill, level, certificate, location } = option.requirement;
  if (skill < 0) return [];
  const learned = {
    Skill: plan.skills[skill]!,
    Level: level,
    ...(certificate === null ? {} : { Certificate: certificate }),
  };
  if (option.person >= 0) {
    return [{ Change: "training", Person: plan.people[option.person]!.name, ...learned, From: from }];
  }
  const place = plan.locations[location]?.name;
  return [
    {
      Change: "hire",
      ...learned,
      ...(place === undefined ? {} : { Location: place }),
      From: from,
      "Hours a week": hours / 60,
    },
  ];
}
