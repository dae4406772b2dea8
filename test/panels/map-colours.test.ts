// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { colouredBook } from "../support/coloured-book.ts";
import { at, put } from "../support/memory-host.ts";
import { BRIDGES, mounted } from "./mounted.ts";

const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 10 });

test.each(BRIDGES)(
  "coloured weeks are taken in once each colour is said, and taken away when they are gone, over %s",
  async (_, bridge) => {
    const book = colouredBook();
    const panel = mounted(book, bridge, "mapTables");
    const take = () => panel.root.querySelector<HTMLButtonElement>('[aria-label="Take in as rows: Plan"]')!;
    await until(() => expect(panel.text()).toContain("Say what 2 colours above mean."));
    expect(take().disabled).toBe(true);
    expect(panel.text()).toContain("3 cells: C3 Ann Lee, Alpha · D3 Ann Lee, Alpha · D4 Bob Ray, Beta");
    expect(panel.text()).toContain("read when you press the button, not live");
    panel.fill("What does #9fc5e8 mean?", "A day a week");
    await until(() => expect(panel.text()).toContain("Say what 1 colour above means."));
    panel.fill("What does #cccccc mean?", "Nothing");
    await until(() =>
      expect(panel.text()).toContain("3 allocations of 2 people to 2 engagements, 5 Jan 2026 to 18 Jan 2026."),
    );
    take().click();
    await until(() => expect(panel.text()).toContain("Taken in: Plan. Allocations: 3 new."));
    expect(at(book, "Allocations", 1, 0)).toBe("Ann Lee");
    put(book, "Plan", 2, 2, 8);
    panel.panels.show("planCheck");
    panel.panels.show("mapTables");
    await until(() => expect(panel.text()).toContain("3 rows of the plan were taken in from colours of Plan"));
    panel.press(/^Take them away$/);
    await until(() => expect(panel.text()).toContain("Taken away: Plan. Allocations: 3 taken away."));
    expect(at(book, "Allocations", 1, 0)).toBeNull();
  },
);
