// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { memoryBook } from "../support/memory-host.ts";
import { BRIDGES, mounted } from "./mounted.ts";

const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 10 });
const [[, bridge]] = BRIDGES as [(typeof BRIDGES)[number]];

test("a form that is emptied before its preview began is not told what is missing", async () => {
  const panel = mounted(memoryBook(Object.fromEntries(smallDemo())), bridge, "allocate");
  await until(() => expect(panel.questions).toContain("allocateForm"));
  panel.fill("Engagement", "Tidewater migration");
  panel.fill("Person", "Ben Carver");
  panel.fill("How much", "5");
  panel.fill("Person", "");
  await new Promise((later) => setTimeout(later, 500));
  expect(panel.questions).not.toContain("allocatePreview");
  expect(panel.text()).not.toContain("Choose a person");
});

test("while people are suggested for a role, the form's own button and its hours are out of the way", async () => {
  const panel = mounted(memoryBook(Object.fromEntries(smallDemo())), bridge, "allocate");
  await until(() => expect(panel.questions).toContain("allocateForm"));
  panel.fill("Engagement", "Tidewater migration");
  panel.fill("From", "");
  panel.fill("To", "");
  panel.press(/^Fill this role$/);
  const form = panel.root.querySelector("form")!;
  await until(() => expect(panel.buttons()).toContain("Add these 5 allocations"));
  expect(form.classList.contains("staffs")).toBe(true);
  panel.press(/^Close$/);
  expect(form.classList.contains("staffs")).toBe(false);
});
