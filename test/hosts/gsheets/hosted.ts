import { build } from "esbuild";
import type { Work } from "../../../core/host.ts";
import { step } from "../../../core/host.ts";
import type { SheetOp } from "../../../core/sheets/ops.ts";
import { Fake } from "./fake/fake.ts";
import { type BookState, newBook } from "./fake/state.ts";

const { outputFiles } = await build({
  entryPoints: ["gsheets/host.ts"],
  bundle: true,
  write: false,
  format: "iife",
  globalName: "host",
  target: "es2019",
});
const HOST = `${outputFiles[0]!.text}\nfunction work(todo) { return host.work(todo); }`;

/** A spreadsheet, and the host alone in its script: any piece of work may be done, each in an execution of its own. */
export function hosted(book: BookState = newBook()) {
  const fake = new Fake(book);
  const script = fake.load(HOST);
  const work = <T>(todo: Work<T>): T => script.inside("work", todo) as T;
  const apply = (...ops: SheetOp[]) => work(applying(ops));
  return { fake, book, work, apply };
}

function* applying(ops: readonly SheetOp[]): Work {
  yield* step({ do: "apply", ops });
}
