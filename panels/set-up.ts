import type { RequestOf } from "../core/questions/index.ts";
import type { Busy } from "./busy.ts";
import type { Confirmation } from "./confirm.ts";
import type { Desk } from "./desk.ts";
import { attr, el } from "./dom.ts";

type Demo = RequestOf<"setUp">["demo"];

const CHOICES: readonly (readonly [demo: Demo, words: string, about: string])[] = [
  ["empty", "Empty tables", "Headings, notes and drop-downs for your own plan."],
  ["small", "Small demo plan", "12 people and 12 weeks; easy to follow by hand."],
  [
    "money",
    "Demo plan with its money",
    "The small demo with rates, costs, fees and logged hours: it shows what people cost.",
  ],
  ["firm", "Demo firm", "400 people in the USA, India and Singapore."],
];

/** The form that makes the input sheets of a plan in a workbook that has none yet. */
export function setUpForm(
  { bridge }: Desk,
  busy: Busy,
  confirm: Confirmation,
  after: () => Promise<void>,
): HTMLElement {
  const radios = CHOICES.map(([demo], i) =>
    el("input", { type: "radio", name: "demo", value: demo, checked: i === 0 }),
  );
  const chosen = () =>
    CHOICES[
      Math.max(
        0,
        radios.findIndex(({ checked }) => checked),
      )
    ]!;
  const write = async () => {
    const [demo] = chosen();
    const done = await busy.run("Setting up this workbook…", (watch) => bridge.ask("setUp", { demo }, watch));
    if (done === null) return;
    confirm.close();
    await after();
    busy.say(done.text);
    busy.line.focus();
  };
  const form = el(
    "form",
    { className: "stack" },
    el(
      "fieldset",
      {},
      el("legend", {}, "What the tables hold"),
      ...CHOICES.map(([, words, about], i) =>
        el(
          "div",
          { className: "choice" },
          el("label", {}, radios[i]!, el("span", {}, el("b", {}, words), el("small", {}, about))),
        ),
      ),
    ),
    el("button", { type: "submit", className: "primary" }, "Preview the set-up"),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const [demo, words] = chosen();
    const seen = await busy.run("Looking at the workbook…", (watch) => bridge.ask("previewSetUp", { demo }, watch));
    if (seen === null) return;
    confirm.show({
      heading: `Set up: ${words.toLowerCase()}`,
      lines: [seen.text],
      action: seen.idle ? null : "Make these sheets",
      act: write,
    });
  });
  return attr(form, { "aria-label": "Set up this workbook" });
}
