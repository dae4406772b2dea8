// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { at, memoryBook, put, seen } from "../support/memory-host.ts";
import { BRIDGES, mounted } from "./mounted.ts";

const demoBook = () => memoryBook(Object.fromEntries(smallDemo()));
const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 10 });

describe.each(BRIDGES)("Scenarios over %s", (_, bridge) => {
  const opened = async (book = demoBook()) => {
    const panel = mounted(book, bridge, "scenarios");
    await until(() => expect(panel.text()).toContain("Maya leaves"));
    const tick = (name: string) =>
      [...panel.root.querySelectorAll<HTMLLabelElement>(".scenarios label")]
        .find((label) => label.querySelector("b")?.textContent === name)!
        .querySelector("input")!;
    const press = (name: string) => {
      panel.root.querySelector<HTMLButtonElement>(`button[aria-label^="${name}"]`)!.click();
    };
    return { ...panel, tick, pressNamed: press };
  };

  test("each stands with what it changes, ticked when it is on", async () => {
    const panel = await opened();
    expect(panel.tick("Maya leaves").checked).toBe(true);
    expect(panel.tick("Harborline grows").checked).toBe(false);
    expect(panel.text()).toContain("Harborline desk grows by 20 %.");
    panel.pressNamed("Go to its rows: Maya leaves");
    await until(() => expect(panel.text()).toContain("Scenarios!A4 is selected."));
  });

  test("a tick switches its rows in the table, and undo takes that back", async () => {
    const book = demoBook();
    const before = seen(book);
    const panel = await opened(book);
    panel.tick("Juniper is won").click();
    await until(() => expect(panel.text()).toContain("“Juniper is won” is switched off."));
    expect([at(book, "Scenarios", 4, 2), at(book, "Scenarios", 5, 2)]).toEqual([false, false]);
    expect(panel.tick("Juniper is won").checked).toBe(false);
    panel.press(/^Undo “Switch Juniper is won off”$/);
    await until(() => expect(panel.tick("Juniper is won").checked).toBe(true));
    expect(seen(book)).toBe(before);
  });

  test("a tick says before that it writes at once, and offers Undo where it was made", async () => {
    const book = demoBook();
    const panel = await opened(book);
    expect(panel.text()).toContain("A tick writes the column On of the Scenarios table at once; Undo takes it back.");
    panel.tick("Maya leaves").click();
    const item = () => panel.tick("Maya leaves").closest("li")!;
    await until(() => expect(item().textContent).toContain("“Maya leaves” is switched off."));
    expect(item().textContent).toContain("Undo “Switch Maya leaves off”");
    expect(document.activeElement).toBe(panel.tick("Maya leaves"));
  });

  test("a tick that cannot be written says why and goes back", async () => {
    const book = demoBook();
    put(book, "Scenarios", 0, 2, "Is it on?");
    const panel = await opened(book);
    panel.tick("Maya leaves").click();
    await until(() => expect(panel.text()).toContain("The table Scenarios has no column On."));
    expect(panel.tick("Maya leaves").checked).toBe(true);
  });

  test("they are compared by a measure, the sentence first", async () => {
    const panel = await opened();
    panel.press(/^Compare$/);
    await until(() => expect(panel.root.querySelector(".answer .says")?.textContent).toContain("43.6 h"));
    const rows = [...panel.root.querySelectorAll(".answer tbody tr:not(.more)")].map((row) =>
      [...row.children].slice(0, 3).map((cell) => cell.textContent),
    );
    expect(rows).toContainEqual(["Hire for the cut-over", "43.6", "-20"]);
    panel.fill("Compare by", "overload");
    panel.press(/^Compare$/);
    const titles = () => [...panel.root.querySelectorAll(".answer caption")].map(({ textContent }) => textContent);
    await until(() => expect(titles()).toContain("Hours booked too much"));
  });

  test("adopting is shown before it is written, and can be undone", async () => {
    const book = demoBook();
    const before = seen(book);
    const panel = await opened(book);
    panel.pressNamed("Adopt… Juniper is won");
    await until(() => expect(panel.text()).toContain("Adopt “Juniper is won”?"));
    expect(panel.text()).toContain("Juniper data hub is won");
    expect(seen(book)).toBe(before);
    panel.press(/^Write it into the plan$/);
    await until(() => expect(panel.text()).toContain("Adopted “Juniper is won”:"));
    expect(at(book, "Engagements", 5, 3)).toBe("confirmed");
    expect(panel.tick("Juniper is won").checked).toBe(false);
    panel.press(/^Undo “Adopt Juniper is won”$/);
    await until(() => expect(panel.text()).toContain("Undone: Adopt Juniper is won."));
    expect(seen(book)).toBe(before);
  });

  test("what is wrong with one stands at it and leads to its cell", async () => {
    const book = demoBook();
    put(book, "Scenarios", 3, 3, "Maya Elison");
    const panel = await opened(book);
    expect(panel.text()).toContain('"Maya Elison" is not in People.');
    panel.press(/^Scenarios!D4$/);
    await until(() => expect(panel.text()).toContain("Scenarios!D4 is selected."));
  });

  test("none yet: it says where they come from", async () => {
    const tables = Object.fromEntries([...smallDemo()].filter(([name]) => name !== "Scenarios"));
    const panel = mounted(memoryBook(tables), bridge, "scenarios");
    await until(() => expect(panel.text()).toContain("There is no scenario yet."));
    expect(panel.buttons()).not.toContain("Compare");
  });
});
