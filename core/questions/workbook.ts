import { type Book, type Look, step, type Work } from "../host.ts";
import { type Located, locate, sourcesIn } from "../plan/locate.ts";
import type { Plan } from "../plan/plan.ts";
import { readPlan } from "../plan/read-plan.ts";
import { type InputTable, inputTables } from "../sheets/inputs.ts";

/** The workbook as a question sees it: its sheets without the generated ones, and the plan in them. */
export interface Workbook {
  readonly look: Look;
  readonly book: Book;
  readonly plan: Plan;
  readonly located: readonly Located[];
  /** Where the plan was read. */
  readonly inputs: readonly InputTable[];
}

const GENERATED = /^Headroom_/;

/** Read the whole plan from the workbook, wherever its tables stand. */
export function* workbook(): Work<Workbook> {
  const look = yield* step({ do: "look" });
  const made = new Set([...look.owned].filter(([name]) => GENERATED.test(name)).map(([, { sheet }]) => sheet));
  const book = (yield* step({ do: "book" })).filter(({ name }) => !made.has(name));
  const sources = sourcesIn(book);
  return { look, book, plan: readPlan(sources), located: locate(book), inputs: inputTables(book, sources) };
}
