import { briefOdds, type OddsWork } from "../engine/chance/brief.ts";
import type { Work } from "../host.ts";
import { PPM } from "../plan/plan.ts";
import { counted } from "../sheets/words.ts";
import { formError } from "./allocations-table.ts";
import type { Answer } from "./answer.ts";
import { oddsAnswer } from "./odds-answer.ts";
import { type OddsDesk, oddsDesk, oddsWork } from "./odds-plans.ts";
import { type FoundOdds, ODDS, ODDS_WORK, type OddsRequest } from "./odds-request.ts";
import { question } from "./question.ts";
import { told } from "./told.ts";

/** The plans to compare as plain data, for a thread of its own. */
export const oddsProblem = question({
  asks: ODDS_WORK,
  *answer(form): Work<{ readonly print: string; readonly work: OddsWork }> {
    const desk = yield* oddsDesk(form);
    return { print: desk.print, work: oddsWork(desk, form) };
  },
});

/** How likely it is to be short: with new work beside the plan as it is, or in each scenario that is on. */
export const odds = question({
  asks: ODDS,
  *answer(form): Work<Answer> {
    const desk = yield* oddsDesk(form);
    if (form.found === null) return oddsAnswer(desk, form, yield* computed(desk, form));
    return oddsAnswer(desk, form, checked(desk, form, form.found));
  },
});

function* computed(desk: OddsDesk, form: OddsRequest): Work<FoundOdds["plans"]> {
  const words = `Computing the chances of ${counted(desk.plans.length, "plan")}`;
  return yield* told(words, briefOdds(oddsWork(desk, form)));
}

/** What comes back from a thread is input like any other. */
function checked({ print, plans, weeks }: OddsDesk, { work }: OddsRequest, found: FoundOdds): FoundOdds["plans"] {
  const isSound =
    found.print === print &&
    found.plans.length === plans.length + (work === null ? 0 : 1) &&
    found.plans.every(
      (own) =>
        own.length === weeks.periods.length &&
        own.every((week) => week.chance <= PPM && Object.values(week).every((figure) => figure >= 0)),
    );
  if (!isSound) throw formError("The plan changed while its chances were computed", "Maybe ask again.");
  return found.plans;
}
