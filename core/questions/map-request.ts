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
/** A table whose colours are to be taken in, with what they mean. */
export const MAP_COLOURS = record({ sheet: text, answers: listOf(answer) });
export type Decision = "yes" | "no" | "again";

export const answersFor = (answers: readonly MapAnswer[], sheet: string) =>
  answers
    .filter((one) => one.sheet === sheet && !COLOUR.test(one.heading))
    .map(({ heading, means }) => ({ heading, means }));

/** What a planner says a colour means, among the answers about its sheet. */
export const colourHeading = (colour: string): string => `(colour ${colour})`;
export const colourOf = (heading: string): string => heading.slice("(colour ".length, -1);
const COLOUR = /^\(colour #[0-9a-f]{6}\)$/;

/** The meanings of colours that were given for a sheet so far. */
export const coloursSaid = (answers: readonly MapAnswer[], sheet: string): ReadonlyMap<string, string> =>
  new Map(
    answers
      .filter((one) => one.sheet === sheet && COLOUR.test(one.heading))
      .map(({ heading, means }) => [colourOf(heading), means]),
  );
