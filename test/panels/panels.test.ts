// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";

import { smallDemo } from "../../core/demo/small.ts";
import { type Bridge, Cancelled, type Watch } from "../../panels/bridge.ts";
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

const teamMemory = () =>
  memoryBook({
    "Team plan": [
      ["Team plan 2026, hours", null, null, null, null],
      ["Who", "Project", "Week 2", "Week 3", "Week 4"],
      ["Ana", "Portal", 16, 20, null],
      ["Ben", "Portal", 8, null, 4],
    ],
    Harvest: [
      ["Date", "Client", "Project", "Task", "Notes", "Hours", "Billable?", "First Name", "Last Name"],
      [46_083, "Alder Bank", "Alder", "Build", null, 6, "Yes", "Ana", "Silva"],
    ],
  });

describe.each(BRIDGES)("over %s", (_, bridge) => {
  test("Sheets: nothing is written before the second button; undo says what it takes back", async () => {
    const book = demoBook();
    const before = seen(book);
    const panel = mounted(book, bridge, "sheets");
    await until(() => expect(panel.buttons()).toContain("Preview 10 sheets"));
    panel.press(/^Preview/);
    await until(() => expect(panel.text()).toContain("No cell that you filled in is replaced."));
    expect(seen(book)).toBe(before);
    panel.press(/^Write 10 sheets$/);
    await until(() => expect(panel.text()).toContain("✓ Up to date"));
    expect(at(book, "Skill gaps", 0, 0)).toBe("Skill gaps, in hours a week");
    put(book, "Allocations", 3, 5, 2);
    panel.press(/again/);
    await until(() => expect(panel.buttons()).toContain("Refresh 10 sheets"));
    put(book, "Allocations", 3, 5, 4);
    panel.press(/^Undo “Refresh 10 sheets”$/);
    await until(() => expect(panel.text()).toContain("Undone: Refresh 10 sheets."));
    expect(seen(book)).toBe(before);
  });

  test("Sheets: a workbook without a plan says which sheets of the team's own, or exports, may hold one", async () => {
    const panel = mounted(teamMemory(), bridge, "sheets");
    await until(() => expect(panel.text()).toContain("Your own sheets may hold a plan: Team plan."));
    expect(panel.text()).toContain("What another tool exported stands in Harvest.");
    panel.press(/^Look at them in Map$/);
    await until(() => expect(panel.text()).toContain("1 table in sheets of your own may be part of the plan."));
  });

  test("Sheets: an empty workbook is set up, and the panel goes on with it", async () => {
    const book = memoryBook({ Sheet1: [] });
    const panel = mounted(book, bridge, "sheets");
    await until(() => expect(panel.text()).toContain("There is no plan in this workbook yet."));
    expect(panel.buttons()).not.toContain("Preview 10 sheets");
    panel.root.querySelector<HTMLInputElement>("input[value=small]")!.checked = true;
    panel.press(/^Preview the set-up$/);
    await until(() => expect(panel.text()).toContain("Will write"));
    expect([...book.sheets.keys()]).toEqual(["Sheet1"]);
    panel.press(/^Make these sheets$/);
    await until(() => expect(panel.buttons()).toContain("Preview 10 sheets"));
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
    await until(() => expect(panel.buttons()).toContain("Preview 10 sheets"));
    expect(panel.text()).not.toContain("does not fit");
  });

  test("Plan check: each problem leads to its cell", async () => {
    const book = demoBook();
    put(book, "Allocations", 3, 5, "abc");
    const panel = mounted(book, bridge, "planCheck");
    await until(() => expect(panel.text()).toContain("1 of 1,620 rows left out: see what is to be mended."));
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
    await until(() =>
      expect(panel.text()).toContain(
        "Will write Allocations, row 4 (Ben Carver, Meridian cloud care, AWS): Hours a day 4 → 5.",
      ),
    );
    panel.press(/^Save row 4$/);
    await until(() => expect(at(book, "Allocations", 3, 5)).toBe(5));
    await until(() => expect(panel.buttons()).toContain("Add allocation"));
  });

  test("Allocate: begins with the row in which the planner stands, and takes another one on request", async () => {
    const book = demoBook();
    book.selected = { sheet: "Demand", at: { row: 2, column: 0, rows: 1, columns: 1 } };
    const panel = mounted(book, bridge, "allocate");
    await until(() => expect(panel.text()).toContain("Filled from row 3 of Demand."));
    const values = () => ["Engagement", "From", "To", "Person"].map((label) => panel.field(label).value);
    expect(values()).toEqual(["Tidewater migration", "2026-01-26", "2026-02-13", ""]);
    panel.fill("Person", "Maya Ellison");
    book.selected = { sheet: "Allocations", at: { row: 3, column: 1, rows: 1, columns: 1 } };
    panel.press(/^Use the selected row$/);
    await until(() => expect(panel.buttons()).toContain("Save row 4"));
    expect([panel.field("Person").value, panel.field("How much").value]).toEqual(["Ben Carver", "4"]);
  });

  test("Allocate: a typed form is not overwritten, and a row that says nothing is told", async () => {
    const book = demoBook();
    const panel = mounted(book, bridge, "allocate");
    await until(() => expect(panel.field("Counted as").children).toHaveLength(3));
    panel.fill("Person", "Ben Carver");
    book.selected = { sheet: "People", at: { row: 1, column: 0, rows: 1, columns: 1 } };
    panel.panels.show("allocate");
    await until(() => expect(panel.questions.filter((name) => name === "allocateForm")).toHaveLength(2));
    await until(() => expect(panel.root.querySelector("[aria-busy]")).toBeNull());
    expect(panel.field("Person").value).toBe("Ben Carver");
    book.selected = { sheet: "People", at: { row: 0, column: 0, rows: 1, columns: 1 } };
    panel.press(/^Use the selected row$/);
    await until(() => expect(panel.text()).toContain("Maybe select a cell in a row of Allocations"));
  });

  test("Allocate: billable, note and a split go into the rows they belong to", async () => {
    const book = demoBook();
    const before = seen(book);
    book.selected = { sheet: "Allocations", at: { row: 3, column: 1, rows: 1, columns: 1 } };
    const panel = mounted(book, bridge, "allocate");
    await until(() => expect(panel.text()).toContain("Filled from row 4 of Allocations."));
    panel.press(/^Use the selected row$/);
    await until(() => expect(panel.buttons()).toContain("Save row 4"));
    panel.fill("Billable", "no");
    panel.fill("Note", "hands over");
    panel.fill("Split: change it only from this day on", "2026-02-02");
    await until(() =>
      expect(panel.text()).toMatch(
        /Will write Allocations, row 4 \(.*\): To .* → .*\. Then Allocations, row 21, new: /,
      ),
    );
    panel.press(/^Split row 4$/);
    await until(() => expect(panel.text()).toContain("Split row 4 of Allocations; it goes on in row 21."));
    expect([at(book, "Allocations", 3, 4), at(book, "Allocations", 20, 3)]).toEqual([46054, 46055]);
    expect(at(book, "Allocations", 20, smallDemo().get("Allocations")![0]!.indexOf("Note"))).toBe("hands over");
    panel.press(/^Undo “Split allocation in row 4”$/);
    await until(() => expect(seen(book)).toBe(before));
  });

  test("Plan check: one press mends what leaves no choice, and Undo takes it back", async () => {
    const book = demoBook();
    put(book, "Allocations", 3, 0, "Ben Carvr");
    const panel = mounted(book, bridge, "planCheck");
    await until(() => expect(panel.buttons()).toContain("Mend: write Ben Carver"));
    panel.press(/^Mend/);
    await until(() => expect(panel.text()).toContain("Allocations!A4 now holds Ben Carver."));
    expect(at(book, "Allocations", 3, 0)).toBe("Ben Carver");
    expect(panel.buttons().some((words) => words.startsWith("Mend"))).toBe(false);
    panel.press(/^Undo “Mend Allocations!A4”$/);
    await until(() => expect(at(book, "Allocations", 3, 0)).toBe("Ben Carvr"));
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
    await until(() => expect(panel.buttons()).toContain("Preview 10 sheets"));
    expect(panel.root.querySelector("[role=alert]")).toBeNull();
  });

  /** Panels over a workbook that takes as long as the test lets it, and tells how far it is. */
  const slow = (cancels: boolean) => {
    const held: { readonly watch: Watch; readonly go: () => void }[] = [];
    const bridge = (host: Parameters<typeof call>[0]): Bridge => ({
      ...(cancels ? { cancels: true } : {}),
      ask: async (name, request, watch) => {
        if (name === "previewSheets" && watch) {
          await new Promise<void>((go, stop) => {
            held.push({ watch, go });
            watch.signal.addEventListener("abort", () => stop(new Cancelled()));
          });
        }
        return call(host).ask(name, request);
      },
    });
    return { held, bridge };
  };

  test("while something runs its buttons are off, visibly, and what has the focus keeps it", async () => {
    const { held, bridge } = slow(false);
    const panel = mounted(demoBook(), bridge, "sheets");
    await until(() => expect(panel.buttons()).toContain("Preview 10 sheets"));
    const find = (words: string) =>
      [...panel.root.querySelectorAll("button")].find((one) => one.textContent === words)!;
    const preview = find("Preview 10 sheets");
    preview.focus();
    preview.click();
    await until(() => expect(held).toHaveLength(1));
    const states = () => [...panel.root.querySelectorAll("button")].map((one) => one.getAttribute("aria-disabled"));
    expect(new Set(states())).toEqual(new Set(["true"]));
    const asked = panel.questions.length;
    for (const one of panel.root.querySelectorAll<HTMLButtonElement>("section.panel button")) one.click();
    expect(panel.questions).toHaveLength(asked);
    expect([document.activeElement, preview.disabled]).toEqual([preview, false]);
    held[0]!.go();
    await until(() => expect(panel.text()).toContain("No cell that you filled in is replaced."));
    expect(new Set(states())).toEqual(new Set([null]));
  });

  test("after a second it says which step, after two how many and offers a way out that writes nothing", async () => {
    const { held, bridge } = slow(true);
    const book = demoBook();
    const before = seen(book);
    const panel = mounted(book, bridge, "sheets");
    await until(() => expect(panel.buttons()).toContain("Preview 10 sheets"));
    const status = () => panel.root.querySelector(".status")!.textContent;
    panel.press(/^Preview/);
    await until(() => expect(status()).toContain("Computing…"));
    held[0]!.watch.tell({ words: "Computing Skill gaps", done: 1, of: 3 });
    await until(() => expect(status()).toContain("Computing Skill gaps…"));
    expect(panel.buttons()).not.toContain("Cancel");
    await until(() => expect(status()).toContain("Computing Skill gaps: step 2 of 3"));
    const bar = panel.root.querySelector("progress")!;
    expect([bar.value, bar.max, bar.hidden]).toEqual([1, 3, false]);
    panel.press(/^Cancel$/);
    await until(() => expect(status()).toBe("Cancelled. The workbook is as it was."));
    expect([seen(book), panel.root.querySelector("[role=alert]")]).toEqual([before, null]);
    panel.press(/^Preview/);
    await until(() => expect(held).toHaveLength(2));
  });

  test("where the workbook cannot stop, nothing pretends that it can", async () => {
    const { held, bridge } = slow(false);
    const panel = mounted(demoBook(), bridge, "sheets");
    await until(() => expect(panel.buttons()).toContain("Preview 10 sheets"));
    panel.press(/^Preview/);
    await until(() => expect(held).toHaveLength(1));
    held[0]!.watch.tell({ words: "Computing Checks", done: 2, of: 3 });
    await until(() => expect(panel.text()).toContain("step 3 of 3"));
    expect(panel.root.querySelector<HTMLButtonElement>(".status button")?.hidden).toBe(true);
    held[0]!.go();
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
