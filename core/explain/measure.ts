import type { RowsWord } from "../functions/words.ts";
import type { Part as Piece } from "../host.ts";
import type { Plan } from "../plan/plan.ts";
import type { Ask } from "./ask.ts";
import type { Explanation } from "./explanation.ts";
import type { Pick, Picked } from "./picks.ts";

/** A measure that a planner may ask about: its name, by what it can be told apart, and its explanation; step by step where it may take long. */
export interface Measure {
  readonly title: string;
  /** The spreadsheet function whose figures it explains. */
  readonly of: string;
  readonly rows: readonly RowsWord[];
  /** What may be meant by it, the usual first; empty where there is one thing only. */
  readonly kinds: readonly string[];
  /** Which of them may not be explained in a plan. */
  readonly hides?: (plan: Plan, kind: string) => boolean;
  /** What else it must be told. */
  readonly picks?: readonly Pick[];
  readonly explain: (ask: Ask, kind: string, picked: Picked) => Explanation | Generator<Piece, Explanation>;
  /** Whether it may be explained at all in a plan. */
  readonly isOffered?: (plan: Plan) => boolean;
  /** It is of the plan alone: hours logged do not count in it, or it counts them itself. */
  readonly ofThePlan?: true;
  /** It looks for a day, so that its days are usually those of the whole horizon. */
  readonly looksFar?: true;
}
