import { COMPARE_KINDS, compared, hidesCompared } from "./compare.ts";
import { START_KINDS, start } from "./earliest-start.ts";
import { EXPOSURE_KINDS, exposed } from "./exposure.ts";
import { GROWTH_KINDS, growthLimit } from "./growth-limit.ts";
import { HIRE_KINDS, hireValue } from "./hire-value.ts";
import type { Measure } from "./measure.ts";
import {
  ASKED_FOR,
  ENGAGEMENT,
  GROWING,
  HIRED_WEEKLY,
  HIT,
  JOINING,
  LEAVING,
  LEVEL,
  MOVED,
  PERSON,
  SCENARIO,
  SKILL,
  TRAINED,
  WEEKLY,
  WEEKLY_OR_ALL,
  WEEKS,
} from "./picks.ts";
import { hidesTrade, TRADE_KINDS, tradeOff } from "./trade-off.ts";
import { canGive, WHO_KINDS } from "./who-can.ts";

/** Answers to questions that managers ask, as figures of the functions that answer them. They look at what is planned only. */
export const DECISIONS: readonly (readonly [key: string, measure: Measure])[] = [
  [
    "hire value",
    {
      title: "Hire or train: what it closes",
      of: "HIREVALUE",
      rows: ["total"],
      kinds: HIRE_KINDS,
      picks: [ASKED_FOR, HIRED_WEEKLY, TRAINED],
      explain: hireValue,
      ofThePlan: true,
    },
  ],
  [
    "growth limit",
    {
      title: "How far work can grow",
      of: "GROWTHLIMIT",
      rows: ["total", "skill"],
      kinds: GROWTH_KINDS,
      picks: [GROWING],
      explain: growthLimit,
      ofThePlan: true,
    },
  ],
  [
    "earliest start",
    {
      title: "When new work fits",
      of: "EARLIESTSTART",
      rows: ["total"],
      kinds: START_KINDS,
      picks: [SKILL, LEVEL, WEEKLY, WEEKS],
      explain: start,
      ofThePlan: true,
      looksFar: true,
    },
  ],
  [
    "exposure",
    {
      title: "Exposure: what nobody else could do",
      of: "EXPOSURE",
      rows: ["person"],
      kinds: EXPOSURE_KINDS,
      picks: [ENGAGEMENT],
      explain: exposed,
      ofThePlan: true,
    },
  ],
  [
    "who can",
    {
      title: "Who can do some work",
      of: "WHOCAN",
      rows: ["total"],
      kinds: WHO_KINDS,
      picks: [SKILL, LEVEL, WEEKLY_OR_ALL, PERSON],
      explain: canGive,
      ofThePlan: true,
    },
  ],
  [
    "trade-off",
    {
      title: "What a move costs",
      of: "TRADEOFF",
      rows: ["total"],
      kinds: TRADE_KINDS,
      hides: hidesTrade,
      picks: [MOVED, LEAVING, JOINING, HIT],
      explain: tradeOff,
      ofThePlan: true,
    },
  ],
  [
    "compare",
    {
      title: "A measure in a scenario",
      of: "COMPARE",
      rows: ["total"],
      kinds: COMPARE_KINDS,
      hides: hidesCompared,
      picks: [SCENARIO],
      explain: compared,
      ofThePlan: true,
    },
  ],
];
