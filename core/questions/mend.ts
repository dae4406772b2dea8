import { step, type Work } from "../host.ts";
import { commit, recover } from "../journal/index.ts";
import type { Mend, Problem } from "../problems.ts";
import { record, text } from "../schema.ts";
import { areaOf } from "../sheets/a1.ts";
import { formError } from "./allocations-table.ts";
import { markedMoney } from "./money-marks.ts";
import { mendText } from "./plan-check.ts";
import { question } from "./question.ts";
import { anyWorkbook } from "./workbook.ts";

/** Write the one value that mends a problem; only as long as the plan still has that problem and offers that value. */
export const mend = question({
  asks: record({ sheet: text, a1: text, code: text, value: text }),
  *answer({ sheet, a1, code, value }): Work<{ readonly text: string }> {
    yield* recover();
    const { plan, inputs } = yield* anyWorkbook();
    const mended = mendOf(plan.problems, { sheet, a1, code, value });
    const at = areaOf(a1);
    if (mended === undefined || at === null) {
      throw formError(`${sheet}!${a1} changed since the plan was checked`, "Maybe check the plan again.");
    }
    const [[[cell]]] = (yield* step({ do: "read", areas: [{ sheet: mended.place.sheet ?? sheet, at }] })) as Cells;
    if (typeof cell === "object" && cell !== null) {
      throw formError(`${sheet}!${a1} holds a formula, which stays`, `Maybe mend what the formula refers to.`);
    }
    const edits = [{ sheet: mended.place.sheet ?? sheet, at, cells: [[mended.value]] }];
    yield* commit(markedMoney({ title: `Mend ${sheet}!${a1}`, edits }, inputs));
    return { text: `${sheet}!${a1} now holds ${value}.` };
  },
});

/** One cell, as it was asked for. */
type Cells = readonly [readonly [readonly [unknown]]];

interface Asked {
  readonly sheet: string;
  readonly a1: string;
  readonly code: string;
  readonly value: string;
}

const mendOf = (problems: readonly Problem[], { sheet, a1, code, value }: Asked): Mend | undefined =>
  problems.find(
    (problem) =>
      problem.code === code &&
      tidy(problem.mend?.place.sheet) === sheet &&
      problem.mend?.place.a1 === a1 &&
      tidy(mendText(problem) ?? "") === value,
  )?.mend;

/** As a request's texts arrive. */
const tidy = (words = ""): string => words.normalize("NFC").trim().replace(/\s+/g, " ");
