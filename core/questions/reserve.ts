import { loadOf } from "../engine/support/load.ts";
import { queuesOf } from "../engine/support/queues.ts";
import { unknownText } from "../engine/support/unknown.ts";
import { step, type Work } from "../host.ts";
import { commit, preview, recover, type Undoable } from "../journal/index.ts";
import { PERCENTAGES } from "../plan/percentages.ts";
import { type Plan, PPM, type Ppm } from "../plan/plan.ts";
import { SETTING_LIST } from "../plan/setting-list.ts";
import { describe } from "../problems.ts";
import { orBlank, percentage, record } from "../schema.ts";
import type { Answer } from "./answer.ts";
import { undoableNow } from "./narrowed.ts";
import { question } from "./question.ts";
import { percentText, reserveAnswer } from "./reserve-answer.ts";
import { reserving } from "./reserve-plans.ts";
import { reserveChange } from "./reserve-write.ts";
import { workbook } from "./workbook.ts";

export interface ReserveReply {
  /** The confidence that was asked about, or that Settings say, or the usual one: in millionths. */
  readonly confidence: Ppm;
  /** What Settings say now, in words. */
  readonly current: string;
  /** null where there is nothing to reserve. */
  readonly answer: Answer | null;
  /** Why there is nothing to reserve, and what to do about it. */
  readonly idle: string;
  /** What using this reserve would write, or why it cannot. */
  readonly lines: readonly string[];
  readonly ready: boolean;
  readonly undo: Undoable | null;
}

const USUAL = 0.8 * PPM;

/** How many hours to keep free for support so that they suffice with a confidence, and what that costs. */
export const reserve = question({
  asks: record({ confidence: orBlank(percentage(PERCENTAGES.confidence)) }),
  *answer({ confidence: asked }): Work<ReserveReply> {
    yield* recover();
    const found = yield* workbook();
    const { plan } = found;
    const now = plan.settings.supportReserve;
    const confidence = asked ?? now ?? USUAL;
    const reply = { confidence, current: currentText(now), undo: yield* undoableNow(plan) };
    const idle = whyIdle(plan);
    if (idle !== "") return { ...reply, answer: null, idle, lines: [], ready: false };
    yield* step({ do: "tell", words: "Comparing the plan with and without it", part: { done: 0, of: 2 } });
    const answer = reserveAnswer(found, confidence);
    const seen = yield* preview(yield* reserveChange(found, confidence));
    const no = seen.refusals.map(describe);
    return {
      ...reply,
      answer,
      idle,
      lines: [WRITES, seen.idle ? seen.text : writesText(now, confidence), ...no],
      ready: no.length === 0 && !seen.idle,
    };
  },
});

const WRITES =
  "Every sheet and function then keeps these hours free: they are demand of the engagement Support reserve.";

const writesText = (now: Ppm | null, confidence: Ppm): string =>
  `Will write Settings: ${SETTING_LIST.supportReserve.name} ${now === null ? "empty" : percentText(now)} → ${percentText(confidence)}.`;

/** Write the confidence into Settings. */
export const writeReserve = question({
  asks: record({ confidence: percentage(PERCENTAGES.confidence) }),
  *answer({ confidence }): Work<{ readonly text: string }> {
    yield* recover();
    const found = yield* workbook();
    const { written } = yield* commit(yield* reserveChange(found, confidence));
    const text = `Settings keep support's hours free with ${percentText(confidence)} confidence`;
    return { text: written ? `${text} now.` : `${text} already.` };
  },
});

const currentText = (now: Ppm | null): string =>
  now === null
    ? "Settings keep support's expected hours only."
    : `Settings keep support's hours free with ${percentText(now)} confidence.`;

/** Why there is nothing to reserve; "" when there is. */
function whyIdle(plan: Plan): string {
  if (reserving(plan, null).needs.some((need) => loadOf(need) !== null)) return "";
  const queues = queuesOf(plan);
  if (queues.length === 0)
    return "The plan has no support yet: no rows of Support and no Tickets. Maybe set it up in the panel Sheets, or type Tickets a week and Hours a ticket into Support.";
  const why = queues.every(({ rows }) => rows.length === 0)
    ? queues.flatMap((one) => unknownText(one) ?? [])[0]
    : undefined;
  if (why !== undefined)
    return `Support cannot be forecast from Tickets: ${why}. Maybe fill Hours there, or add a row of Support.`;
  return "Support is stated here in hours a week, which do not vary, so that there is nothing to reserve beyond them. Maybe type Tickets a week and Hours a ticket into Support, or add a Tickets table.";
}
