import {
  choice,
  day,
  FIRST_READABLE_DAY,
  flag,
  moment,
  percentage,
  quantity,
  type Schema,
  text,
  workingDays,
} from "../schema.ts";
import { PERCENTAGES, type Percentage } from "./percentages.ts";
import { LAST_DAY, PPM } from "./plan.ts";
import { QUANTITIES, type Quantity } from "./quantities.ts";
import type { ListedSkill } from "./skill-list.ts";
import { skillList } from "./skill-schema.ts";
import { CHANGES, ENGAGEMENT_KINDS, FEE_KINDS, PERSON_KINDS, SPREADS, STATUSES, type Words } from "./words.ts";

/** Names that mean the same wherever they stand are numbered together, so that tables refer to each other by number. */
export type Namespace =
  | "person"
  | "engagement"
  | "skill"
  | "role"
  | "team"
  | "location"
  | "client"
  | "certificate"
  | "scenario"
  | "milestone"
  | "setting";

/**
 * How a column's cells are read. Every cell becomes one whole number: a quantity itself, or the number of a name, a word
 * or a list. `schema` is the rule; the other fields let the fast path read the usual cells without it.
 */
export type Kind =
  | NumberKind
  | { readonly is: "name"; readonly namespace: Namespace; readonly schema: Schema<string> }
  | { readonly is: "word"; readonly words: readonly string[]; readonly schema: Schema<string> }
  | { readonly is: "code"; readonly schema: Schema<number> }
  | { readonly is: "flag"; readonly schema: Schema<boolean> }
  | { readonly is: "skills"; readonly schema: Schema<readonly ListedSkill[]> }
  | { readonly is: "moment"; readonly schema: Schema<number> }
  | { readonly is: "raw" }
  | { readonly is: "unread" };

export interface NumberKind {
  readonly is: "number";
  /** A typed number from least to most is stored as the whole number nearest to so many times itself. */
  readonly least: number;
  readonly most: number;
  readonly times: number;
  readonly whole: boolean;
  readonly schema: Schema<number>;
}

const numbers = (column: Quantity): NumberKind => {
  const { least, most, times, whole } = column;
  return { is: "number", least, most, times, whole, schema: quantity(column) };
};
const shares = (column: Percentage): NumberKind => ({
  is: "number",
  least: 0,
  most: 1,
  times: PPM,
  whole: false,
  schema: percentage(column),
});
const name = (namespace: Namespace): Kind => ({ is: "name", namespace, schema: text });
const word = (words: Words): Kind => ({ is: "word", words: Object.keys(words), schema: choice(words) });

export const KINDS = {
  person: name("person"),
  engagement: name("engagement"),
  skill: name("skill"),
  role: name("role"),
  team: name("team"),
  location: name("location"),
  client: name("client"),
  certificate: name("certificate"),
  setting: name("setting"),
  scenario: name("scenario"),
  milestone: name("milestone"),
  skills: { is: "skills", schema: skillList },
  day: { is: "number", least: FIRST_READABLE_DAY, most: LAST_DAY, times: 1, whole: true, schema: day },
  moment: { is: "moment", schema: moment },
  hoursADay: numbers(QUANTITIES.hoursADay),
  hoursAWeek: numbers(QUANTITIES.hoursAWeek),
  hoursAWeekInAll: numbers(QUANTITIES.hoursAWeekInAll),
  totalHours: numbers(QUANTITIES.totalHours),
  hoursATicket: numbers(QUANTITIES.hoursATicket),
  ticketHours: numbers(QUANTITIES.ticketHours),
  ticketsAWeek: numbers(QUANTITIES.ticketsAWeek),
  fte: numbers(QUANTITIES.fte),
  fteInAll: numbers(QUANTITIES.fteInAll),
  level: numbers(QUANTITIES.level),
  weeks: numbers(QUANTITIES.weeks),
  weeksLater: numbers(QUANTITIES.weeksLater),
  priority: numbers(QUANTITIES.priority),
  share: shares(PERCENTAGES.share),
  odds: shares(PERCENTAGES.odds),
  target: shares(PERCENTAGES.target),
  growth: shares(PERCENTAGES.growth),
  workingDays: { is: "code", schema: workingDays },
  flag: { is: "flag", schema: flag },
  personKind: word(PERSON_KINDS),
  engagementKind: word(ENGAGEMENT_KINDS),
  status: word(STATUSES),
  spread: word(SPREADS),
  change: word(CHANGES),
  feeKind: word(FEE_KINDS),
  raw: { is: "raw" },
  unread: { is: "unread" },
} as const satisfies Record<string, Kind>;
export type KindName = keyof typeof KINDS;
