import { choice, listOf, record, type Schema, step, text } from "../schema.ts";

/** What the planner said about a sheet so far: of its column, or of the table as a whole ("(year)"), what it means. */
export interface MapAnswer {
  readonly sheet: string;
  readonly heading: string;
  readonly means: string;
}

const LONGEST = 400;

const answer: Schema<MapAnswer> = step((value: unknown) => {
  const { sheet, heading, means } = typeof value === "object" && value !== null ? fields(value) : fields({});
  const fits = typeof sheet === "string" && typeof heading === "string" && typeof means === "string";
  return fits && sheet.length + heading.length + means.length <= LONGEST
    ? { value: { sheet, heading, means } }
    : { code: "HR-183", why: "holds no answer", hint: "" };
});

const fields = (value: object) => {
  const all = new Map<string, unknown>(Object.entries(value));
  return { sheet: all.get("sheet"), heading: all.get("heading"), means: all.get("means") };
};

export const MAP_LOOK = record({ answers: listOf(answer) });
/** Yes: part of the plan. No: left out, and not asked again. Again: asked anew. */
export const MAP_DECISION = record({
  sheet: text,
  decision: choice({ yes: [], no: [], again: [] }),
  answers: listOf(answer),
});
export type Decision = "yes" | "no" | "again";

export const answersFor = (answers: readonly MapAnswer[], sheet: string) =>
  answers.filter((one) => one.sheet === sheet).map(({ heading, means }) => ({ heading, means }));
