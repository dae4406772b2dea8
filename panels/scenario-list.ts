import type { ReplyOf } from "../core/questions/index.ts";
import type { GoTo } from "./answer-table.ts";
import { attr, counted, el } from "./dom.ts";

type Scenario = ReplyOf<"scenarios">["scenarios"][number];

/** What a press in the list does. */
export interface ScenarioActions {
  readonly turn: (scenario: string, on: boolean) => Promise<void>;
  readonly adopt: (scenario: string) => Promise<void>;
  readonly goTo: GoTo;
}

/** Each scenario with what it changes, whether it is on, and what is wrong with it. */
export function scenarioList(scenarios: readonly Scenario[], actions: ScenarioActions): HTMLElement {
  return el("ul", { className: "plain scenarios" }, ...scenarios.map((one) => itemOf(one, actions)));
}

/** The tick of one scenario in the list, if it stands there. */
export const tickOf = (list: HTMLElement, scenario: string): HTMLInputElement | undefined =>
  [...list.querySelectorAll<HTMLInputElement>("input[type=checkbox]")].find(({ value }) => value === scenario);

function itemOf({ name, on, says, rows, place, problems }: Scenario, { turn, adopt, goTo }: ScenarioActions) {
  const tick = el("input", { type: "checkbox", checked: on, value: name });
  tick.addEventListener("change", () => void turn(name, tick.checked));
  const label = el("label", {}, tick, el("span", {}, el("b", {}, name), el("small", {}, says)));
  const show = el("button", { type: "button", className: "link", onclick: () => void goTo(place) }, "Go to its rows");
  const write = el("button", { type: "button", className: "link", onclick: () => void adopt(name) }, "Adopt…");
  const buttons = el(
    "div",
    { className: "buttons" },
    attr(show, { "aria-label": `Go to its rows: ${name}, ${counted(rows, "row")}` }),
    attr(write, { "aria-label": `Adopt… ${name}` }),
  );
  return el("li", { className: "choice" }, label, ...problemsOf(problems, goTo), buttons);
}

function problemsOf(problems: Scenario["problems"], goTo: GoTo): readonly HTMLElement[] {
  if (problems.length === 0) return [];
  const items = problems.map(({ says, where, goTo: place }) => {
    const sign = attr(el("span", { className: "sign" }, "✕"), { role: "img", "aria-label": "Mend this:" });
    const words = el("span", {}, sign, says);
    if (place === null) return el("li", {}, words);
    const button = el("button", { type: "button", className: "link", onclick: () => void goTo(place) }, where);
    return el("li", {}, attr(button, { "aria-label": `Go to ${where}` }), words);
  });
  return [el("ul", { className: "problems error" }, ...items)];
}
