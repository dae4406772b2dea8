import type { Meaning } from "./meaning.ts";
import type { Column } from "./model.ts";

const WIDTH = 11;

const figure =
  (shows: Column["shows"]) =>
  (key: string, heading: string, note: string, means?: Meaning): Column => ({
    key,
    heading,
    shows,
    width: WIDTH,
    note,
    ...(means === undefined ? {} : { means }),
  });

/** Columns of figures as wide as one another, each with a note that says what it holds; and what it means, for Explain. */
export const percentColumn = figure("percent");
export const hoursColumn = figure("hours");
export const countColumn = figure("count");

/** The sign beside a figure, such as "✓ good". */
export const signColumn = (key: string): Column => ({ key, heading: "", shows: "text", width: 10 });
