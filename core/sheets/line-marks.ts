/** How the lines of a chart differ beside their colour, so that they are told apart in grey print and by colour-blind readers. */
export interface LineMark {
  /** Lengths of dashes and of gaps, in pixels; none: a whole line. */
  readonly dash: readonly number[];
  readonly line: "whole" | "dashes" | "dots" | "dashes and dots" | "long dashes";
  readonly mark: "circle" | "square" | "triangle" | "diamond" | "x";
}

const MARKS: readonly LineMark[] = [
  { line: "whole", dash: [], mark: "circle" },
  { line: "dashes", dash: [8, 4], mark: "square" },
  { line: "dots", dash: [2, 3], mark: "triangle" },
  { line: "dashes and dots", dash: [8, 3, 2, 3], mark: "diamond" },
  { line: "long dashes", dash: [14, 4], mark: "x" },
];

/** The mark of a line by its place in the chart. */
export const lineMark = (place: number): LineMark => MARKS[place % MARKS.length]!;
