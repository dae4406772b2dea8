// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import type { Answer } from "../../core/questions/answer.ts";
import { memoryBook } from "../support/memory-host.ts";
import { CANNED } from "./canned.ts";
import { BRIDGES, mounted } from "./mounted.ts";

const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 10 });
const CALL = BRIDGES[0]![1];

/** A workbook that answers each decision with the same words, and keeps what it was asked. */
function answering(reply: Answer, sheets = Object.fromEntries(smallDemo())) {
  const asked: { readonly name: string; readonly request: unknown }[] = [];
  const own: ReadonlyMap<string, unknown> = new Map<string, unknown>([
    ...["newEngagement", "growServices", "somebodyLeaves", "moveSomebody", "hireOrTrain", "slip"].map(
      (name) => [name, reply] as const,
    ),
    ["saveScenario", { text: "Saved as rows 2 to 2 of Scenarios." }],
  ]);
  const open = (panel: Parameters<typeof mounted>[2]) =>
    mounted(
      memoryBook(sheets),
      (host) => {
        const { ask } = CALL(host);
        return {
          ask: async (name, request) => {
            asked.push({ name, request });
            return own.has(name) ? (own.get(name) as never) : ask(name, request);
          },
        };
      },
      panel,
    );
  return { asked, open, last: () => asked.at(-1) };
}

const ready = (panel: ReturnType<typeof mounted>) =>
  until(() => expect(panel.root.querySelector("[aria-busy]")).toBeNull());

/** What each panel asks when one fills only what it cannot know; the days are those of the demo's horizon. */
const ASKED = [
  [
    "newEngagement",
    { Skill: "AWS" },
    {
      engagement: "New engagement",
      needs: [{ skill: "AWS", level: null, hours: 40 }],
      from: 46027,
      weeks: 12,
      flexible: "no",
    },
  ],
  ["growServices", {}, { engagement: "Harborline desk", percent: null, from: 46027 }],
  ["somebodyLeaves", {}, { person: null, from: 46027 }],
  [
    "moveSomebody",
    { Person: "maya ellison", Off: "Cobalt platform", To: "Tidewater migration", Until: "2026-01-30" },
    { person: "maya ellison", engagement: "Cobalt platform", to: "Tidewater migration", from: 46027, until: 46052 },
  ],
  ["hireOrTrain", { "Hours a week": "38,5" }, { hours: 38.5, from: 46027, person: null }],
  ["slip", { Engagement: "Cobalt platform" }, { engagement: "Cobalt platform", weeks: 2 }],
] as const;

describe("a decision panel", () => {
  test.each(ASKED)("%s asks with sensible defaults and shows the sentence first", async (key, typed, request) => {
    const { open, asked } = answering(CANNED);
    const panel = open(key);
    await ready(panel);
    for (const [label, value] of Object.entries(typed)) panel.fill(label, value);
    panel.press(/^Answer$/);
    await until(() => expect(panel.text()).toContain(CANNED.says));
    expect(asked).toContainEqual({ name: key, request });
    const answer = panel.root.querySelector("section[aria-label=Answer]")!;
    expect(answer.firstElementChild?.getAttribute("role")).toBe("status");
    expect(answer.firstElementChild?.textContent).toBe(`▲ ${CANNED.says}`);
  });

  test("names, numbers and days that cannot be used are said beside their fields, and nothing is asked", async () => {
    const { open, asked } = answering(CANNED);
    const panel = open("moveSomebody");
    await ready(panel);
    panel.fill("Person", "Nobody");
    panel.fill("From", "");
    panel.press(/^Answer$/);
    const says = (label: string) =>
      document.getElementById(panel.field(label).getAttribute("aria-describedby")!)!.textContent;
    expect(says("Person")).toBe('✕ "Nobody" is not in People. Choose one from the list.');
    expect(says("Off")).toBe("✕ Choose an engagement.");
    expect(says("From")).toBe("✕ Choose a day.");
    expect(says("Until")).toBe("");
    expect(document.activeElement).toBe(panel.field("Person"));
    expect(asked.map(({ name }) => name)).toEqual(["decisionForm"]);
  });

  test.each([
    ["", "✕ Type a number."],
    ["many", '✕ "many" is not a number.'],
    ["0", "✕ Type a number from 1 to 60."],
    ["61 h", "✕ Type a number from 1 to 60."],
    ["38 h", ""],
  ])("hours of %j: %j", async (typed, says) => {
    const panel = answering(CANNED).open("hireOrTrain");
    await ready(panel);
    panel.fill("Hours a week", typed);
    panel.press(/^Answer$/);
    const field = panel.field("Hours a week");
    expect(document.getElementById(field.getAttribute("aria-describedby")!)!.textContent).toBe(says);
  });

  test("several skills, each with a level and hours; a row can be taken out again", async () => {
    const { open, last } = answering(CANNED);
    const panel = open("newEngagement");
    await ready(panel);
    panel.fill("Skill", "Python");
    panel.press(/^Add another skill$/);
    panel.press(/^Add another skill$/);
    const groups = () => [...panel.root.querySelectorAll<HTMLElement>("[role=group]")];
    const type = (group: HTMLElement, selector: string, value: string) => {
      group.querySelector<HTMLInputElement | HTMLSelectElement>(selector)!.value = value;
    };
    type(groups()[1]!, "input", "Linux");
    type(groups()[2]!, "input", "AWS");
    type(groups()[2]!, "select", "3");
    type(groups()[2]!, "[inputmode=decimal]", "7.5");
    groups()[1]!.querySelector("button")!.click();
    expect(groups()).toHaveLength(2);
    expect(groups()[1]!.getAttribute("aria-label")).toBe("Skill 2");
    panel.press(/^Answer$/);
    await until(() => expect(last()?.name).toBe("newEngagement"));
    expect(last()?.request).toMatchObject({
      needs: [
        { skill: "Python", level: null, hours: 40 },
        { skill: "AWS", level: 3, hours: 7.5 },
      ],
    });
  });

  test("a row leads to its cell, a long table is shown in full when asked, a name is only text", async () => {
    const { open, last } = answering(CANNED);
    const panel = open("somebodyLeaves");
    await ready(panel);
    panel.press(/^Answer$/);
    await until(() => expect(panel.text()).toContain("<img src=x onerror=alert(1)>"));
    expect(panel.root.querySelector("img")).toBeNull();
    expect(panel.root.querySelectorAll("tbody tr")).toHaveLength(10);
    panel.press(/^Show all 12 rows$/);
    expect(panel.root.querySelectorAll("tbody tr")).toHaveLength(12);
    expect(panel.buttons()).not.toContain("Person 3");
    panel.press(/^Person 4$/);
    await until(() => expect(last()).toEqual({ name: "goTo", request: { sheet: "People", a1: "A5" } }));
    await until(() => expect(panel.text()).toContain("People!A5 is selected."));
  });

  test("in a wide table long words stand below their row, and a very long list unfolds", async () => {
    const many = Array.from({ length: 40 }, (_, i) => `Person ${i + 1}`).join(", ");
    const row = (who: string, place: null = null) => ({ cells: ["AWS", 1, 2, 3, who], at: place });
    const table = {
      title: "Wide",
      headings: ["Skill", "A", "B", "C", "Who can"],
      rows: [row("Ben Carver and two more"), row(many), row("")],
    };
    const panel = answering({ ...CANNED, tables: [table] }).open("somebodyLeaves");
    await ready(panel);
    panel.press(/^Answer$/);
    await until(() => expect(panel.root.querySelectorAll(".answer thead th")).toHaveLength(4));
    const below = [...panel.root.querySelectorAll(".more")];
    expect(below.map((one) => one.querySelector("details") !== null)).toEqual([false, true]);
    expect(below[0]!.textContent).toBe("Who can: Ben Carver and two more");
    expect(below[1]!.textContent).toContain("Person 40");
  });

  test("the picture says in words what it shows", async () => {
    const panel = answering(CANNED).open("somebodyLeaves");
    await ready(panel);
    panel.press(/^Answer$/);
    await until(() => expect(panel.root.querySelector("figure")).not.toBeNull());
    expect(panel.root.querySelector("figure [role=img]")!.getAttribute("aria-label")).toBe(CANNED.picture!.about);
    expect(panel.root.querySelectorAll("rect.heat-4")).toHaveLength(1);
    expect(panel.text()).toContain("26 Jan: 60 h short");
  });

  test("a changed form says that the answer is to what was asked before", async () => {
    const panel = answering(CANNED).open("slip");
    await ready(panel);
    panel.fill("Engagement", "Cobalt platform");
    panel.press(/^Answer$/);
    const old = () => [...panel.root.querySelectorAll<HTMLElement>(".answer > .soft")].filter((one) => !one.hidden);
    await until(() => expect(panel.text()).toContain(CANNED.says));
    expect(old()).toHaveLength(0);
    panel.fill("Weeks later", "3");
    expect(old()).toHaveLength(1);
    expect(panel.root.querySelector(".answer")!.classList).toContain("old");
    panel.press(/^Answer$/);
    await until(() => expect(old()).toHaveLength(0));
  });

  test("what cannot be used takes the answer to what was asked before away, and what it would save", async () => {
    const panel = answering(CANNED).open("slip");
    await ready(panel);
    panel.fill("Engagement", "Cobalt platform");
    panel.press(/^Answer$/);
    await until(() => expect(panel.buttons()).toContain("Save as scenario…"));
    panel.fill("Weeks later", "many");
    panel.press(/^Answer$/);
    const answer = panel.root.querySelector<HTMLElement>(".answer")!;
    await until(() => expect(answer.hidden).toBe(true));
    expect(answer.textContent).not.toContain(CANNED.says);
    expect(panel.text()).toContain('✕ "many" is not a number.');
    expect(panel.buttons()).not.toContain("Save as scenario…");
  });

  test("an answer is kept as a scenario after a second button", async () => {
    const { open, asked, last } = answering(CANNED);
    const panel = open("newEngagement");
    await ready(panel);
    panel.fill("Name", "Orchid move");
    panel.fill("Skill", "AWS");
    panel.press(/^Answer$/);
    await until(() => expect(panel.buttons()).toContain("Save as scenario…"));
    expect(panel.field("Name of the scenario").value).toBe("Orchid move");
    panel.fill("Name of the scenario", "");
    panel.press(/^Save as scenario…$/);
    expect(panel.text()).toContain("✕ Give the scenario a name.");
    panel.fill("Name of the scenario", "Orchid");
    panel.press(/^Save as scenario…$/);
    expect(panel.text()).toContain(
      "new engagement: Engagement Orchid move, Skill AWS, Level 3, Hours a week 40, From 2026-01-05, To 2026-03-01",
    );
    expect(asked.map(({ name }) => name)).not.toContain("saveScenario");
    panel.press(/^Write 1 row to Scenarios$/);
    await until(() => expect(panel.text()).toContain("Saved as rows 2 to 2 of Scenarios."));
    expect(asked.filter(({ name }) => name === "saveScenario").map(({ request }) => request)).toEqual([
      { scenario: "Orchid", rows: CANNED.scenario },
    ]);
    expect(last()?.name).toBe("decisionForm");
    expect(panel.text()).toContain(CANNED.says);
  });

  test("nothing to save, nothing to draw: neither is shown", async () => {
    const panel = answering({ ...CANNED, picture: null, tables: [], notes: [], scenario: [], tone: "good" }).open(
      "somebodyLeaves",
    );
    await ready(panel);
    panel.press(/^Answer$/);
    await until(() => expect(panel.text()).toContain(`✓ ${CANNED.says}`));
    expect(panel.buttons()).not.toContain("Save as scenario…");
    expect(panel.root.querySelector(".answer figure, .answer table")).toBeNull();
  });

  test("what was typed stays when the names are read again, and two panels share no field", async () => {
    const panel = answering(CANNED).open("slip");
    await ready(panel);
    panel.fill("Weeks later", "5");
    panel.panels.show("moveSomebody");
    await ready(panel);
    panel.panels.show("slip");
    await ready(panel);
    expect(panel.field("Weeks later").value).toBe("5");
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each([
    ["somebodyLeaves", "The plan names no people yet."],
    ["slip", "The plan names no engagements yet."],
  ] as const)("%s without a plan says so and leads to where one is made", async (key, why) => {
    const panel = answering(CANNED, { Sheet1: [] }).open(key);
    await until(() => expect(panel.text()).toContain(why));
    expect(panel.buttons()).not.toContain("Answer");
    panel.press(/^Go to Sheets$/);
    await until(() => expect(panel.text()).toContain("There is no plan in this workbook yet."));
  });
});
