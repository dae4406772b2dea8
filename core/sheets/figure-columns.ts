import type { Meaning } from "./meaning.ts";
import type { Column } from "./model.ts";

const WIDTH = 11;

const figure =
  (shows: Column["shows"]) =>
  (key: string, heading: string, note: string, means?: Meaning, otherwise?: string): Column => ({
    key,
    heading,
    shows,
    width: WIDTH,
    note,
    ...(means === undefined ? {} : { means }),
    ...(otherwise === undefined ? {} : { otherwise }),
  });

/** Columns of figures as wide as one another, each with a note that says what it holds; what it means, and why a cell of it may hold no figure, for Explain. */
export const percentColumn = figure("percent");
export const hoursColumn = figure("hours");
export const countColumn = figure("count");

/** The sign beside a figure, such as "✓ good", with the limits that it goes by, and the figure that it judges. */
export const signColumn = (key: string, otherwise: string, means: Meaning): Column => ({
  key,
  heading: "",
  shows: "text",
  width: 10,
  otherwise,
  means,
});
