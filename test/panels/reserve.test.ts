// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { at, memoryBook } from "../support/memory-host.ts";
import { BRIDGES, mounted } from "./mounted.ts";

const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 10 });
const demo = () => memoryBook(Object.fromEntries(smallDemo()));
const settings = (book: ReturnType<typeof demo>) =>
  Array.from({ length: 20 }, (_, row) => [0, 1].map((column) => at(book, "Settings", row, column)));

describe.each(BRIDGES)("Support reserve over %s", (_, bridge) => {
  const opened = async (book = demo()) => {
    const panel = mounted(book, bridge, "reserve");
    await until(() => expect(panel.root.querySelector("[aria-busy]")).toBeNull());
    return panel;
  };
  const says = (panel: Awaited<ReturnType<typeof opened>>) => panel.root.querySelector(".says")?.textContent ?? "";

  test("it answers for 80 % at once; another confidence is a press or a number away", async () => {
    const panel = await opened();
    expect(panel.field("How sure, in %").value).toBe("80");
    expect(says(panel)).toContain("To be 80 % sure of a week, reserve 118 h");
    panel.press(/^95 %$/);
    await until(() => expect(says(panel)).toContain("To be 95 % sure of a week, reserve 126 h"));
    const pressed = [...panel.root.querySelectorAll("[aria-pressed=true]")].map(({ textContent }) => textContent);
    expect(pressed).toEqual(["95 %"]);
    panel.fill("How sure, in %", "99,5 %");
    expect(panel.text()).toContain("This answers what was asked before.");
    panel.press(/^Answer$/);
    await until(() => expect(says(panel)).toContain("To be 99.5 % sure of a week"));
  });

  test.each(["0", "100", "sure", ""])(
    "a confidence of %j is said beside its field, and nothing is asked",
    async (typed) => {
      const panel = await opened();
      const before = panel.questions.length;
      panel.fill("How sure, in %", typed);
      panel.press(/^Answer$/);
      expect(panel.text()).toContain("Type a number from 1 to 99.9.");
      expect(document.activeElement).toBe(panel.field("How sure, in %"));
      expect(panel.questions.length).toBe(before);
    },
  );

  test("using it is shown before it is written, and can be undone", async () => {
    const book = demo();
    const panel = await opened(book);
    panel.press(/^90 %$/);
    await until(() => expect(says(panel)).toContain("90 %"));
    panel.press(/^Use this reserve…$/);
    expect(panel.text()).toContain("Will write Settings: Support reserve empty → 90 %.");
    expect(settings(book)).not.toContainEqual(["Support reserve", 0.9]);
    panel.press(/^Write it to Settings$/);
    await until(() => expect(panel.text()).toContain("Settings keep support's hours free with 90 % confidence now."));
    expect(settings(book)).toContainEqual(["Support reserve", 0.9]);
    await until(() => expect(panel.buttons()).not.toContain("Use this reserve…"));
    panel.press(/^Undo/);
    await until(() => expect(panel.text()).toContain("Undone: Set Support reserve to 90 %."));
    expect(settings(book)).not.toContainEqual(["Support reserve", 0.9]);
  });

  test("a queue leads to its row of Support", async () => {
    const panel = await opened();
    panel.press(/^Harborline desk: Windows$/);
    await until(() => expect(panel.text()).toContain("Support!A2 is selected."));
    expect(panel.selected).toHaveLength(1);
  });

  test("without support it says what to do, and offers nothing else", async () => {
    const panel = await opened(memoryBook({ Sheet1: [] }));
    expect(panel.text()).toContain("The plan has no support yet");
    expect(panel.buttons()).toContain("Go to Sheets");
    expect(panel.buttons()).not.toContain("Answer");
    expect(panel.buttons()).not.toContain("Use this reserve…");
  });
});
