import { ask } from "../core/questions/index.ts";
import type { Bridge } from "../panels/bridge.ts";
import { work } from "./host.ts";

/** Panels and workbook share one page here, so a question is a call. It still goes through core's check of every request. */
export const bridge: Bridge = {
  // The reply belongs to the question's name; `ask` knows that only when it runs.
  ask: (name, request, watch) =>
    new Promise<never>((done, failed) => work(ask(name, request), watch).then(done as never, failed)),
  cancels: true,
  thread: () => new Worker("thread.js"),
};
