/** What a decision panel shows: the sentence first, then a picture, then the rows behind it. */
export interface Answer {
  /** One sentence that a manager can say in a meeting. */
  readonly says: string;
  readonly tone: "good" | "bad" | "unsure";
  /** What was counted and what was not. */
  readonly notes: readonly string[];
  readonly picture: Picture | null;
  readonly tables: readonly AnswerTable[];
  /** Rows of the Scenarios table that mean the same; none when there is nothing to save. */
  readonly scenario: readonly ScenarioRow[];
}

/** A heat strip or bars, one series a line, one cell a period. */
export interface Picture {
  readonly kind: "strip" | "bars";
  /** What it shows, in words: the text alternative. */
  readonly about: string;
  readonly series: readonly {
    readonly label: string;
    readonly cells: readonly PictureCell[];
  }[];
}

export interface PictureCell {
  readonly label: string;
  readonly value: number;
  /** 0 is nothing to worry about, 4 the worst. */
  readonly heat: 0 | 1 | 2 | 3 | 4;
  readonly says: string;
}

export interface AnswerTable {
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly AnswerRow[];
}

export interface AnswerRow {
  readonly cells: readonly (string | number | null)[];
  /** The cell of the plan behind the row, for "go to cell": zero-based. */
  readonly at: { readonly sheet: string; readonly row: number; readonly column: number } | null;
}

/** A row of the Scenarios table without its scenario's name: headings and what to write under them. Days are day numbers. */
export type ScenarioRow = Readonly<Record<string, string | number>>;
