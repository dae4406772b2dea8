import type { KindName } from "./kinds.ts";

/** A table of the plan: its name and, per column, the heading a planner sees and how its cells are read. */
export interface Table<C extends Columns = Columns> {
  readonly name: string;
  /** What the table is for, as the template and the documentation say it. */
  readonly about: string;
  readonly columns: C;
  /** The ways to give a row's effort; exactly one of them is filled in each row. */
  readonly effort: readonly (readonly string[])[];
  /** Columns of which each row fills at least one. */
  readonly oneOf: readonly string[];
  /** Columns that are left out only where the sheet, a title or a heading names the table, since the others say too little. */
  readonly onlyWhenNamed: readonly string[];
  /** Rows beyond which nothing is read, where it is another number than usual. */
  readonly mostRows?: number;
}
export type Columns = Readonly<Record<string, Column>>;

export interface Column {
  readonly heading: string;
  /** Other headings that mean the same, as plans and exports of other tools spell them. */
  readonly also: readonly string[];
  readonly kind: KindName;
  /** A column whose cells may be blank may also be left out. */
  readonly required: boolean;
  /** The note on the heading in the template. */
  readonly about: string;
  /** The drop-down's words. */
  readonly choices: readonly string[];
  /** In characters. */
  readonly width: number;
  /** What stands in its cells is nobody's business but finance's: problems do not quote it. */
  readonly secret: boolean;
}

type Details = Partial<Pick<Column, "also" | "required" | "choices" | "width" | "secret">>;

/** One column, with what usually holds filled in. */
export function column(heading: string, kind: KindName, about: string, details: Details = {}): Column {
  return {
    heading,
    kind,
    about,
    also: [],
    required: false,
    choices: [],
    secret: false,
    width: Math.max(12, heading.length + 3),
    ...details,
  };
}

interface Rules<Key extends string> {
  readonly effort?: readonly (readonly Key[])[];
  readonly oneOf?: readonly Key[];
  readonly onlyWhenNamed?: readonly Key[];
  readonly mostRows?: number;
}

/** One table; a new table is one such definition and its name in the list of tables. */
export function table<const C extends Columns>(
  name: string,
  about: string,
  columns: C,
  rules: Rules<keyof C & string> = {},
): Table<C> {
  const { effort = [], oneOf = [], onlyWhenNamed = [], mostRows } = rules;
  return { name, about, columns, effort, oneOf, onlyWhenNamed, ...(mostRows !== undefined && { mostRows }) };
}
