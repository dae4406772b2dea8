import type { Vocabulary } from "./params.ts";

/** Rows and keys of the functions that count people's hours. */
export const OF_PEOPLE = {
  rows: ["total", "person", "team", "role", "location", "skill", "kind"],
  people: ["person", "team", "role", "location", "skill", "kind"],
  work: [],
} as const satisfies Omit<Vocabulary, "choices">;

/** Rows and keys of the functions that count work, which may also be told by who is to do it. */
export const OF_WORK = {
  rows: ["total", "skill", "engagement", "client", "kind", "status", "person", "team", "role", "location"],
  people: ["person", "team", "role", "location"],
  work: ["engagement", "client", "kind", "status", "skill"],
} as const satisfies Omit<Vocabulary, "choices">;

/** Keys of the functions that hold people against work. */
export const OF_BOTH = {
  people: ["person", "team", "role", "location", "skill", "kind"],
  work: ["engagement", "client", "kind", "status", "skill"],
} as const;

/** The parameters before the tables that most functions share. */
export const GRID_PARAMS = ["from", "to", "rows", "periods", "where"] as const;

/** Everything that makes up demand: a function needs at least one of them. */
export const WORK_TABLES = ["Demand", "Support", "Tickets", "Allocations"] as const;
/** What changes people's hours when it is there. */
export const PEOPLE_TABLES = ["Skills", "Leave", "Holidays", "Settings"] as const;

/** Rows and keys of the functions that count money: an engagement's, or by who does the work. */
export const OF_MONEY = {
  rows: ["total", "engagement", "client", "kind", "status", "person", "team", "role", "location"],
  people: ["person", "team", "role", "location"],
  work: ["engagement", "client", "kind", "status"],
} as const satisfies Omit<Vocabulary, "choices">;
export const BRIDGE_ROWS = {
  rows: ["total", "engagement", "client", "kind", "status"],
  people: [],
  work: ["engagement", "client", "kind", "status"],
} as const satisfies Omit<Vocabulary, "choices">;
/** What hours come from, of which money needs one. */
export const WORKED_TABLES = [...WORK_TABLES, "Actuals"] as const;
/** What money comes from beside hours. */
export const MONEY_TABLES = ["Rates", "Fees", "Exchange"] as const;
/** What turns hours into a margin, beside the tables of hours. */
export const MARGIN_TABLES = ["Actuals", "Rates", "Costs", "Fees", "Exchange"] as const;
