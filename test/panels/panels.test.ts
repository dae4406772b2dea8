// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { at, memoryBook, put, seen } from "../support/memory-host.ts";
import { BRIDGES, mounted } from "./mounted.ts";

const demoBook = () => memoryBook(Object.fromEntries(smallDemo()));
const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 10 });
const MAYA = {
  Engagement: "Tidewater migration",
  Skill: "AWS",
  From: "2026-01-26",
  To: "2026-02-13",
  Person: "Maya Ellison",
  "How much": "30",
};

describe.each(BRIDGES)("over %s", (_, bridge) => {
  test("Sheets: nothing is written before the second button; undo says what it takes back", async () => {
    const book = demoBook();
    const before = seen(book);
    const panel = mounted(book, bridge, "sheets");
    await until(() => expect(panel.buttons()).toContain("Preview 3 sheets"));
    panel.press(/^Preview/);
    await until(() => expect(panel.text()).toContain("Cells of yours: 0"));
    expect(seen(book)).toBe(before);
    panel.press(/^Write 3 sheets$/);
    await until(() => expect(panel.text()).toContain("✓ Up to date"));
    expect(at(book, "Skill gaps", 0, 0)).toBe("Skill gaps, in hours a week");
    put(book, "Allocations", 3, 5, 2);
    panel.press(/again/);
    await until(() => expect(panel.buttons()).toContain("Refresh 3 sheets"));
    put(book, "Allocations", 3, 5, 4);
    panel.press(/^Undo “Refresh Capacity vs demand, Skill gaps, Checks”$/);
    await until(() => expect(panel.text()).toContain("Undone: Refresh Capacity vs demand, Skill gaps, Checks."));
    expect(seen(book)).toBe(before);
  });

  test("Sheets: an empty workbook is set up, and the panel goes on with it", async () => {
    const book = memoryBook({ Sheet1: [] });
    const panel = mounted(book, bridge, "sheets");
    await until(() => expect(panel.text()).toContain("There is no plan in this workbook yet."));
    expect(panel.buttons()).not.toContain("Preview 3 sheets");
    panel.root.querySelector<HTMLInputElement>("input[value=small]")!.checked = true;
    panel.press(/^Preview the set-up$/);
    await until(() => expect(panel.text()).toContain("Will write"));
    expect([...book.sheets.keys()]).toEqual(["Sheet1"]);
    panel.press(/^Make these sheets$/);
    await until(() => expect(panel.buttons()).toContain("Preview 3 sheets"));
    expect(at(book, "People", 1, 0)).toBe("Maya Ellison");
  });

  test("Sheets: a journal that does not fit can be discarded, after a second button", async () => {
    const book = demoBook();
    book.flag = "broken";
    const panel = mounted(book, bridge, "sheets");
    await until(() => expect(panel.text()).toContain("The journal does not fit this workbook"));
    panel.press(/^Discard the journal…$/);
    expect(book.flag).toBe("broken");
    panel.press(/^Discard the journal$/);
    await until(() => expect(panel.buttons()).toContain("Preview 3 sheets"));
    expect(panel.text()).not.toContain("does not fit");
  });

  test("Plan check: each problem leads to its cell", async () => {
    const book = demoBook();
    put(book, "Allocations", 3, 5, "abc");
    const panel = mounted(book, bridge, "planCheck");
    await until(() => expect(panel.text()).toContain("1 of 94 rows left out until mended."));
    panel.press(/^Allocations!F4$/);
    await until(() => expect(panel.text()).toContain("Allocations!F4 is selected."));
    expect(panel.selected).toEqual([
      { do: "select", sheet: "Allocations", at: { row: 3, column: 5, rows: 1, columns: 1 } },
    ]);
  });

  test("Allocate: shows the effect while one types, writes on the second press, and undoes", async () => {
    const book = demoBook();
    const before = seen(book);
    const panel = mounted(book, bridge, "allocate");
    await until(() => expect(panel.field("Counted as").children).toHaveLength(3));
    for (const [label, value] of Object.entries(MAYA)) panel.fill(label, value);
    await until(() =>
      expect(panel.text()).toContain("▲ Too much for Maya Ellison in 3 of 3 weeks: 10 h over in the week of 26 Jan."),
    );
    expect(seen(book)).toBe(before);
    panel.fill("How much", "12");
    await until(() => expect(panel.text()).toContain("✓ Maya Ellison can take it: at least 8 h a week stay free."));
    panel.press(/^Add allocation$/);
    await until(() => expect(panel.text()).toContain("Added in row 21 of Allocations."));
    expect([0, 3, 6].map((column) => at(book, "Allocations", 20, column))).toEqual(["Maya Ellison", 46048, 12]);
    panel.press(/^Undo “Allocate Maya Ellison to Tidewater migration”$/);
    await until(() => expect(seen(book)).toBe(before));
  });

  test("Allocate: what is wrong stands at its field and is read with it", async () => {
    const panel = mounted(demoBook(), bridge, "allocate");
    await until(() => expect(panel.field("Counted as").children).toHaveLength(3));
    panel.press(/^Add allocation$/);
    await until(() => expect(panel.field("Engagement").getAttribute("aria-invalid")).toBe("true"));
    const says = document.getElementById(panel.field("Engagement").getAttribute("aria-describedby")!)!;
    expect(says.textContent).toBe("✕ Choose an engagement.");
    for (const [label, value] of Object.entries({ ...MAYA, Person: "Maya Elison" })) panel.fill(label, value);
    await until(() => expect(panel.text()).toContain('✕ "Maya Elison" is not in People. Maybe Maya Ellison.'));
    expect(panel.field("Engagement").hasAttribute("aria-invalid")).toBe(false);
    expect(panel.questions).not.toContain("allocate");
  });

  test("Allocate: changes an existing row and says which", async () => {
    const book = demoBook();
    const panel = mounted(book, bridge, "allocate");
    await until(() => expect(panel.field("Counted as").children).toHaveLength(3));
    panel.fill("Person", "Ben Carver");
    panel.press(/^Change an existing/);
    await until(() => expect(panel.buttons()).toContain("Ben Carver: Meridian cloud care"));
    panel.press(/^Ben Carver: Meridian/);
    await until(() => expect(panel.text()).toContain("This is what stands there already"));
    expect(panel.field("How much").value).toBe("4");
    panel.fill("How much", "5");
    await until(() => expect(panel.text()).toContain("Will write 1 cell in row 4 of Allocations, 1 of yours."));
    panel.press(/^Save row 4$/);
    await until(() => expect(at(book, "Allocations", 3, 5)).toBe(5));
    await until(() => expect(panel.buttons()).toContain("Add allocation"));
  });

  test("names are text, whatever they hold", async () => {
    const evil = "<img src=x onerror=alert(1)>";
    const book = demoBook();
    put(book, "People", 1, 0, evil);
    put(book, "Engagements", 3, 0, "__proto__");
    put(book, "Demand", 1, 1, evil);
    const panel = mounted(book, bridge, "planCheck");
    await until(() => expect(panel.text()).toContain("is not in Engagements"));
    panel.panels.show("allocate");
    await until(() => expect(panel.field("Counted as").children).toHaveLength(3));
    for (const [label, value] of Object.entries({ ...MAYA, Engagement: "__proto__", Person: evil }))
      panel.fill(label, value);
    await until(() => expect(panel.text()).toContain(evil));
    expect(panel.root.querySelectorAll("img, script")).toHaveLength(0);
  });
});

describe("the frame around the panels", () => {
  const call = BRIDGES[0]![1];

  test("a form keeps what was typed while another panel is shown, and the last panel is remembered", async () => {
    const panel = mounted(demoBook(), call, "allocate");
    await until(() => expect(panel.field("Counted as").children).toHaveLength(3));
    panel.fill("Person", "Ben Carver");
    panel.panels.show("sheets");
    await until(() => expect(panel.text()).toContain("Generated sheets"));
    panel.panels.show("allocate");
    expect(panel.field("Person").value).toBe("Ben Carver");
    expect(localStorage.getItem("headroom panel")).toBe("allocate");
  });

  test("a failure says what happened, and the panel can be used again", async () => {
    let broken = true;
    const panel = mounted(
      demoBook(),
      (host) => {
        const { ask } = call(host);
        return {
          ask: (name, request) =>
            broken ? Promise.reject(new Error("The sheet is protected. Maybe ask its owner.")) : ask(name, request),
        };
      },
      "sheets",
    );
    await until(() =>
      expect(panel.root.querySelector("[role=alert]")?.textContent).toBe(
        "The sheet is protected. Maybe ask its owner.",
      ),
    );
    broken = false;
    panel.press(/again/);
    await until(() => expect(panel.buttons()).toContain("Preview 3 sheets"));
    expect(panel.root.querySelector("[role=alert]")).toBeNull();
  });

  test("an answer that comes too late for what is typed now is not shown", async () => {
    const waiting: (() => void)[] = [];
    const panel = mounted(
      demoBook(),
      (host) => {
        const { ask } = call(host);
        return {
          ask: async (name, request) => {
            const answer = await ask(name, request);
            if (name === "allocatePreview") await new Promise<void>((go) => waiting.push(go));
            return answer;
          },
        };
      },
      "allocate",
    );
    await until(() => expect(panel.field("Counted as").children).toHaveLength(3));
    for (const [label, value] of Object.entries(MAYA)) panel.fill(label, value);
    await until(() => expect(waiting).toHaveLength(1));
    panel.fill("How much", "12");
    waiting[0]!();
    await until(() => expect(waiting).toHaveLength(2));
    expect(panel.text()).not.toContain("Too much");
    panel.press(/^Add allocation$/);
    expect(panel.questions).not.toContain("allocate");
    waiting[1]!();
    await until(() => expect(waiting).toHaveLength(3));
    waiting[2]!();
    await until(() => expect(panel.text()).toContain("can take it"));
  });
});
