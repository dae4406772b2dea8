// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { at, memoryBook } from "../support/memory-host.ts";
import { BRIDGES, mounted } from "./mounted.ts";

const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 10 });
const demo = () => memoryBook(Object.fromEntries(smallDemo()));
afterEach(() => vi.useRealTimers());

describe.each(BRIDGES)("Snapshots over %s", (_, bridge) => {
  const opened = async (book = demo()) => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(2026, 0, 7, 23, 30) });
    const panel = mounted(book, bridge, "snapshots");
    await until(() => expect(panel.root.querySelector("[aria-busy]")).toBeNull());
    return panel;
  };

  test("today is the planner's own day; what would be written is shown, and can be taken back", async () => {
    const book = demo();
    const panel = await opened(book);
    expect(panel.field("Taken on").value).toBe("2026-01-07");
    expect(panel.text()).toContain("None is taken yet.");
    panel.press(/^Take snapshot…$/);
    await until(() => expect(panel.text()).toContain("The plan of 13 weeks from 5 Jan 2026"));
    expect(panel.text()).toContain("Hours only, no rates.");
    expect(book.sheets.has("Snapshots")).toBe(false);
    panel.press(/^Write it to Snapshots$/);
    await until(() => expect(panel.text()).toContain("Snapshot of 7 Jan 2026 taken:"));
    expect(at(book, "Snapshots", 1, 0)).toBe(46029);
    expect(panel.text()).toContain("1 snapshot");
    panel.press(/^Undo/);
    await until(() => expect(panel.text()).toContain("Undone: Take snapshot of 7 Jan 2026."));
    expect(at(book, "Snapshots", 1, 0)).toBeFalsy();
  });

  test("another day may be given, but not none", async () => {
    const panel = await opened();
    panel.fill("Taken on", "");
    panel.press(/^Take snapshot…$/);
    expect(panel.text()).toContain("Choose a day.");
    expect(document.activeElement).toBe(panel.field("Taken on"));
    panel.fill("Taken on", "2026-02-02");
    panel.press(/^Take snapshot…$/);
    await until(() => expect(panel.text()).toContain("from 2 Feb 2026"));
  });

  test("old snapshots are thinned after asking", async () => {
    const book = demo();
    const panel = await opened(book);
    for (const day of ["2025-01-06", "2025-01-13", "2026-01-07"]) {
      panel.fill("Taken on", day);
      panel.press(/^Take snapshot…$/);
      await until(() => expect(panel.buttons()).toContain("Write it to Snapshots"));
      panel.press(/^Write it to Snapshots$/);
      await until(() => expect(panel.buttons()).not.toContain("Write it to Snapshots"));
    }
    await until(() => expect(panel.text()).toContain("3 snapshots"));
    panel.press(/^Thin 1 old snapshot…$/);
    await until(() => expect(panel.text()).toContain("Takes 1 snapshot away"));
    panel.press(/^Take them away$/);
    await until(() => expect(panel.text()).toContain("1 snapshot taken away."));
    expect(panel.buttons().some((words) => words.startsWith("Thin"))).toBe(false);
  });

  test("without a plan it says what to do", async () => {
    const panel = await opened(memoryBook({ Sheet1: [] }));
    expect(panel.text()).toContain("There is no plan to take a snapshot of yet");
    expect(panel.buttons()).toContain("Go to Sheets");
    expect(panel.buttons()).not.toContain("Take snapshot…");
  });
});
