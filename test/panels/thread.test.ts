import { expect, test } from "vitest";
import type { StaffingProblem } from "../../core/engine/staffing/index.ts";
import type { Watch } from "../../panels/bridge.ts";
import { searchIn } from "../../panels/thread.ts";

const PROBLEM: StaffingProblem = {
  people: 0,
  weeks: 0,
  free: [],
  steps: [],
  roles: [],
  worths: [],
  handOver: 0,
};
const PLAN = { roles: [], worth: 0, alone: 0, bound: 0, most: 0, iterations: 0 };

/** A thread that does what the test says when a problem arrives. */
function threadThat(does: (say: (data: unknown) => void, fail: () => void) => void) {
  const events = new EventTarget();
  const thread = {
    ended: false,
    addEventListener: events.addEventListener.bind(events),
    postMessage: () =>
      does(
        (data) => events.dispatchEvent(new MessageEvent("message", { data })),
        () => events.dispatchEvent(new Event("error")),
      ),
    terminate: () => {
      thread.ended = true;
    },
  };
  return thread;
}
const asWorker = (thread: ReturnType<typeof threadThat>) => () => thread as unknown as Worker;

function watching() {
  const told: string[] = [];
  const stop = new AbortController();
  const watch: Watch = {
    signal: stop.signal,
    tell: ({ words, done, of }) => void told.push(`${words} ${done}/${of}`),
  };
  return { told, stop, watch };
}

test("the plan comes back, how far it is was told, and the thread is over", async () => {
  const thread = threadThat((say) => {
    say({ part: { done: 1, of: 2 } });
    say({ found: PLAN });
  });
  const { told, watch } = watching();
  expect(await searchIn(asWorker(thread), PROBLEM, watch)).toEqual(PLAN);
  expect(told).toEqual(["Looking for the best plan 1/2"]);
  expect(thread.ended).toBe(true);
});

test("to cancel ends the thread in the middle of its work", async () => {
  const thread = threadThat((say) => say({ part: { done: 1, of: 2 } }));
  const { stop, watch } = watching();
  const search = searchIn(asWorker(thread), PROBLEM, watch);
  stop.abort();
  await expect(search).rejects.toThrow("Cancelled");
  expect(thread.ended).toBe(true);
});

test("a page without threads, one that may not start any, and one whose thread does not load get no plan, and no error", async () => {
  const { watch } = watching();
  expect(await searchIn(undefined, PROBLEM, watch)).toBeNull();
  const refused = () => {
    throw new TypeError("This page may not.");
  };
  expect(await searchIn(refused, PROBLEM, watch)).toBeNull();
  const broken = threadThat((_, fail) => fail());
  expect(await searchIn(asWorker(broken), PROBLEM, watch)).toBeNull();
  expect(broken.ended).toBe(true);
});
