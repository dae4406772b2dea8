import { FUNCTIONS } from "../core/functions/index.ts";
import { run } from "../core/host.ts";
import { ask } from "../core/questions/index.ts";
import { memoryBook, memoryHost } from "../test/support/memory-host.ts";
import { work as workInWorkbench } from "../workbench/host.ts";
import { install, workbookOf } from "../workbench/workbook.ts";
import { type Goal, milliseconds } from "./goal.ts";

const ROWS = 50_000;
const MOST_SECONDS = 3;
const PEOPLE = 400;
const RUNS = 3;

/** A year of hours of 400 people, as a time tool exports them. */
export function manyHours(rows: number): string {
  const lines = [
    "Date,Client,Project,Project Code,Task,Notes,Hours,Hours Rounded,Billable?,Invoiced?,First Name,Last Name",
  ];
  for (let i = 0; i < rows; i++) {
    const who = i % PEOPLE;
    const day = new Date(Date.UTC(2026, 0, 1 + (Math.floor(i / PEOPLE) % 250))).toISOString().slice(0, 10);
    const what = (who + Math.floor(i / 1000)) % 60;
    const hours = ((i * 7) % 32) / 4;
    lines.push(
      `${day},Client ${what % 20},Project ${what},P${what},Engineering,"Note ${i}, with a comma",${hours},${hours},Yes,No,First${who},Last${who}`,
    );
  }
  return lines.join("\n");
}

interface Times {
  readonly preview: number;
  readonly write: number;
  readonly again: number;
  readonly parts: number;
}

/** An export of 50,000 rows: read and previewed, written through the journal, and read again. */
export function importGoals(): { readonly goals: readonly Goal[]; readonly notes: readonly string[] } {
  const text = manyHours(ROWS);
  const request = { text, sheet: "", answers: [], mode: "append" };
  const best = (all: readonly Times[], of: (one: Times) => number) => Math.min(...all.map(of));
  const inMemory = Array.from({ length: RUNS }, () => timed(request, memoryHost(memoryBook()).host));
  install(FUNCTIONS);
  const model = workbookOf({ sheets: [{ id: "one", name: "Notes" }] });
  const [seen, previewed] = clocked(() => workInWorkbench(model, ask("previewImport", request)));
  const core = best(inMemory, ({ preview, write }) => preview + write);
  const [table] = (seen as { readonly tables: readonly { readonly added: number }[] }).tables;
  return {
    goals: [
      {
        what: "50,000 rows of a time tool read, previewed and written through the journal, without a spreadsheet",
        limit: MOST_SECONDS,
        kind: "at most",
        unit: "s",
        value: core / 1000,
        from: `${milliseconds(best(inMemory, ({ preview }) => preview))} until the preview, ${milliseconds(best(inMemory, ({ write }) => write))} to write`,
      },
      {
        what: "50,000 rows of a time tool read and previewed in the workbench",
        limit: MOST_SECONDS,
        kind: "at most",
        unit: "s",
        value: previewed / 1000,
        from: milliseconds(previewed),
      },
    ],
    notes: [
      `The export of ${ROWS.toLocaleString("en")} rows becomes ${table?.added.toLocaleString("en")} rows of Actuals; a second preview takes ${milliseconds(best(inMemory, ({ again }) => again))}; progress is told ${inMemory[0]!.parts} times.`,
    ],
  };
}

function timed(request: object, host: (step: Parameters<ReturnType<typeof memoryHost>["host"]>[0]) => unknown): Times {
  let parts = 0;
  const counting: typeof host = (step) => {
    if (step.do === "tell") parts += 1;
    return host(step);
  };
  const [, preview] = clocked(() => run(ask("previewImport", request), counting));
  const [, write] = clocked(() => run(ask("importRows", request), counting));
  const [, again] = clocked(() => run(ask("previewImport", request), counting));
  return { preview, write, again, parts };
}

function clocked<T>(work: () => T): readonly [T, number] {
  const start = performance.now();
  const found = work();
  return [found, performance.now() - start];
}
