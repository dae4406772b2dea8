import { earliestStart } from "../engine/decide/earliest-start.ts";
import type { NewNeed } from "../engine/decide/new-work.ts";
import { everything } from "../engine/scope.ts";
import type { Work } from "../host.ts";
import { nameKey } from "../plan/names.ts";
import { EFFORT, type Plan } from "../plan/plan.ts";
import { QUANTITIES } from "../plan/quantities.ts";
import { choice, listOf, openDay, orBlank, quantity, record, text, wholeNumber } from "../schema.ts";
import { type Minutes, minutes, plusDays } from "../units.ts";
import { formError } from "./allocations-table.ts";
import type { Answer, ScenarioRow } from "./answer.ts";
import { horizonOf, usualCount } from "./horizon.ts";
import { question } from "./question.ts";
import {
  blockedPicture,
  blockedTable,
  helpersTable,
  needsTheEnd,
  saysOf,
  startOf,
  type Tried,
} from "./start-answer.ts";
import { evidenceOf } from "./start-evidence.ts";
import { workbook } from "./workbook.ts";

const NEED = record({ skill: text, level: orBlank(wholeNumber), hours: quantity(QUANTITIES.hoursAWeekInAll) });

/** Whether new work fits beside the plan, and from when. */
export const newEngagement = question({
  asks: record({
    engagement: text,
    needs: listOf(NEED),
    from: openDay,
    weeks: orBlank(wholeNumber),
    flexible: choice({ yes: [], no: [] }),
  }),
  *answer({ engagement, needs, from, weeks, flexible }): Work<Answer> {
    const found = yield* workbook();
    const { plan } = found;
    if (needs.length === 0) throw formError("It asks for nothing yet", "Maybe choose a skill and hours a week.");
    const wished = horizonOf(plan, from);
    const days = { from: wished.from, to: plusDays(wished.to, 7 * (weeks ?? 0)) };
    const { how, note } = usualCount(plan, days);
    const lasts = weeks ?? Math.ceil((days.to - days.from + 1) / 7);
    const work = needs.map((need) => needOf(plan, need, weeks, flexible === "yes" ? lasts : null));
    const tried: Tried = {
      found,
      engagement,
      wanted: needs.map(({ skill, level }) => (level === null || level < 2 ? skill : `${skill} ${level}+`)),
      wished,
      days,
      isOpenEnded: weeks === null && flexible === "no",
      isMovable: flexible === "yes",
      start: earliestStart(plan, days, how, everything(plan), work),
    };
    const { fits, lacking } = tried.start;
    const begins = startOf(tried);
    const evidence = fits === null ? null : evidenceOf(found, fits, how, work);
    return {
      says: saysOf(tried),
      tone: fits === null ? "bad" : lacking > 0 || needsTheEnd(tried) ? "unsure" : "good",
      notes: [
        note,
        "It fits when no hour is unmet, of this work or any other, that would not be unmet without it. Hours short are hours of this work, begun on the first day asked about.",
        "People's free hours are those beside what is booked on them; other open work may want them too.",
        ...(flexible === "yes" ? [FLEXIBLE] : []),
        ...(weeks === null ? [] : ["Days after the horizon are judged by what the plan says about them."]),
        ...(flexible === "yes" ? [NOT_SAVED] : []),
      ],
      picture: blockedPicture(tried) ?? evidence?.picture ?? null,
      tables: [blockedTable(tried), helpersTable(tried), ...(evidence === null ? [] : [evidence.table])].filter(
        ({ rows }) => rows.length > 0,
      ),
      scenario:
        flexible === "yes"
          ? []
          : needs.map(
              ({ skill, level, hours }): ScenarioRow => ({
                Change: "new engagement",
                Engagement: engagement,
                Skill: skill,
                ...(level === null ? {} : { Level: level }),
                From: begins,
                ...(weeks === null ? {} : { To: begins === fits?.from ? fits.to : plusDays(begins, 7 * weeks - 1) }),
                "Hours a week": hours / 60,
              }),
            ),
    };
  },
});

/** Work that may move may take half as much again in a week. */
const MOST_IN_A_WEEK = 1.5;
const FLEXIBLE =
  "The hours of all weeks together are fixed; in a week at most half as much again may be done, and the work ends when all is done.";

const NOT_SAVED =
  "It cannot be kept as a scenario: rows of Scenarios ask for the same hours every week, which would give other figures.";

function needOf(
  plan: Plan,
  { skill, level, hours }: { readonly skill: string; readonly level: number | null; readonly hours: number },
  weeks: number | null,
  movableOver: number | null,
): NewNeed {
  const number = plan.skills.findIndex((name) => nameKey(name) === nameKey(skill));
  if (number < 0) throw formError(`Nobody has "${skill}" in this plan`, "Maybe choose a skill from the list.");
  const isMovable = movableOver !== null;
  return {
    skill: number,
    role: "",
    level: level ?? 1,
    certificate: null,
    location: -1,
    per: EFFORT.week,
    effort: minutes(isMovable ? Math.floor(hours * MOST_IN_A_WEEK) : hours),
    spread: "even",
    after: 0,
    takes: weeks === null ? null : 5 * weeks,
    movable: isMovable ? ((hours * movableOver) as Minutes) : null,
  };
}
