import type { Answer } from "../core/questions/answer.ts";
import type { ReplyOf } from "../core/questions/index.ts";
import type { DayNumber } from "../core/units.ts";
import type { Bridge, Watch } from "./bridge.ts";
import type { PanelKey } from "./desk.ts";
import type { OddsOf } from "./odds.ts";

export type Offer = ReplyOf<"decisionForm">;

/** One field of a decision's form. */
export type FieldSpec = { readonly key: string; readonly label: string } & (
  | {
      readonly is: "name";
      /** Where its names come from; a new name is one that the plan does not have yet. */
      readonly of: "people" | "engagements" | "new";
      /** What an empty field means; null when it must be filled. */
      readonly empty: string | null;
    }
  | { readonly is: "day" }
  | {
      readonly is: "number";
      readonly least: number;
      readonly most: number;
      readonly whole: boolean;
      readonly empty: string | null;
    }
  | { readonly is: "choice"; readonly choices: readonly (readonly [value: string, words: string])[] }
  | { readonly is: "needs" }
);

export interface Need {
  readonly skill: string;
  readonly level: number | null;
  readonly hours: number;
}

/** What stands in the form, read and found sound. */
export interface Values {
  /** "" for an empty name. */
  readonly text: (key: string) => string;
  readonly number: (key: string) => number | null;
  /** A field that must be filled. */
  readonly must: (key: string) => number;
  readonly day: (key: string) => DayNumber;
  readonly needs: (key: string) => readonly Need[];
}

/** A question that managers ask, as a panel: all six differ in nothing else. */
export interface DecisionCase {
  readonly key: PanelKey;
  readonly title: string;
  /** The question in a manager's words. */
  readonly intro: string;
  /** What the line says while the answer is computed. */
  readonly working: string;
  readonly fields: readonly FieldSpec[];
  /** What the fields hold at first, as they would be typed; days as day numbers. */
  readonly defaults: (offer: Offer) => Readonly<Record<string, string | DayNumber>>;
  /** Why the question cannot be asked of this plan, or null. */
  readonly idle: (offer: Offer) => string | null;
  readonly ask: (bridge: Bridge, values: Values, watch: Watch) => Promise<Answer>;
  /** Whose chances are shown below the answer, once it stands; without it, none. */
  readonly odds?: (values: Values, answer: Answer) => OddsOf | null;
  /** A name for the scenario that means the same. */
  readonly scenario: (values: Values, answer: Answer) => string;
}
