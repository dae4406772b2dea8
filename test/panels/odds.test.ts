// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { briefOdds } from "../../core/engine/chance/brief.ts";
import type { Bridge } from "../../panels/bridge.ts";
import { memoryBook } from "../support/memory-host.ts";
import { BRIDGES, mounted } from "./mounted.ts";

const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 10 });
const JSON_TEXT = BRIDGES[1]![1];

/** A thread that computes at once, or waits for ever. */
function threads(does: "compute" | "wait" | "fail") {
  const made: { ended: boolean }[] = [];
  const start = () => {
    const events = new EventTarget();
    const thread = {
      ended: false,
      addEventListener: events.addEventListener.bind(events),
      postMessage: (work: Parameters<typeof briefOdds>[0]) => {
        const say = (data: unknown) => events.dispatchEvent(new MessageEvent("message", { data }));
        if (does === "fail") events.dispatchEvent(new Event("error"));
        if (does !== "compute") return;
        const search = briefOdds(work);
        let next = search.next();
        for (; !next.done; next = search.next()) say({ part: next.value });
        say({ found: next.value });
      },
      terminate: () => {
        thread.ended = true;
      },
    };
    made.push(thread);
    return thread as unknown as Worker;
  };
  return { made, start };
}

const opened = async (panel: "newEngagement" | "scenarios", thread?: () => Worker) => {
  const bridge = (host: Parameters<typeof JSON_TEXT>[0]): Bridge => ({
    ...JSON_TEXT(host),
    ...(thread && { thread }),
  });
  const page = mounted(memoryBook(Object.fromEntries(smallDemo())), bridge, panel);
  await until(() => expect(page.root.querySelector("[aria-busy]")).toBeNull());
  return page;
};
const says = (page: Awaited<ReturnType<typeof opened>>) => page.root.querySelector(".says")?.textContent ?? "";
const chance = (page: Awaited<ReturnType<typeof opened>>) => page.root.querySelector(".chance")?.textContent ?? "";

describe("odds beside yes or no", () => {
  test.each([
    ["where questions are answered", undefined, ["newEngagement", "odds"]],
    ["in a thread", "compute", ["newEngagement", "oddsProblem", "odds"]],
    ["where a thread does not start", "fail", ["newEngagement", "oddsProblem", "odds"]],
  ] as const)("follow the exact answer, computed %s", async (_, does, asked) => {
    const page = await opened("newEngagement", does && threads(does).start);
    page.fill("Skill", "Python");
    page.fill("Hours a week", "10");
    page.press(/^Answer$/);
    await until(() => expect(says(page)).toMatch(/New engagement \(Python\) does not fit until the plan's end/));
    await until(() =>
      expect(chance(page)).toMatch(
        /^✕ Starting on 5 Jan 2026: short on average; 50 % chance that it makes something short in the week of 2 Mar\. It adds 20 h/,
      ),
    );
    expect(page.questions.slice(-asked.length)).toEqual(asked);
    const answer = page.root.querySelector("section[aria-label=Answer]")!;
    expect(answer.firstElementChild?.className).toBe("says");
    expect(page.text()).toContain("Chances in figures");
  });

  test("while they are computed the answer stands; to cancel ends the thread and leaves it", async () => {
    const { made, start } = threads("wait");
    const page = await opened("newEngagement", start);
    page.fill("Skill", "Python");
    page.press(/^Answer$/);
    await until(() => expect(made).toHaveLength(1));
    expect(says(page)).toContain("New engagement (Python)");
    await until(() => expect(page.buttons()).toContain("Cancel"));
    page.press(/^Cancel$/);
    await until(() => expect(made[0]!.ended).toBe(true));
    await until(() => expect(page.text()).toContain("Cancelled."));
    expect(says(page)).toContain("New engagement (Python)");
  });

  test("another question gives up the chances of the one before", async () => {
    const { made, start } = threads("wait");
    const page = await opened("newEngagement", start);
    page.fill("Skill", "Python");
    page.press(/^Answer$/);
    await until(() => expect(made).toHaveLength(1));
    page.fill("Skill", "AWS");
    page.press(/^Answer$/);
    await until(() => expect(made).toHaveLength(2));
    expect(made[0]!.ended).toBe(true);
    expect(says(page)).toContain("New engagement (AWS)");
  });

  test("work that may move between weeks has none", async () => {
    const page = await opened("newEngagement");
    page.fill("Skill", "Python");
    page.fill("When the work is done", "yes");
    page.press(/^Answer$/);
    await until(() => expect(says(page)).toContain("New engagement (Python)"));
    expect(page.questions).not.toContain("odds");
    expect(chance(page)).toBe("");
  });

  test("scenarios are compared by chance as well", async () => {
    const page = await opened("scenarios", threads("compute").start);
    page.press(/^Compare$/);
    await until(() => expect(says(page)).toContain("Hire for the cut-over"));
    await until(() => expect(chance(page)).toMatch(/^▲ By chance, “Juniper is won” does best: 84\.3 h expected short/));
  });
});
