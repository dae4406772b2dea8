import type { ReplyOf } from "../core/questions/index.ts";
import type { Busy } from "./busy.ts";
import type { Confirmation } from "./confirm.ts";
import type { Desk } from "./desk.ts";
import { attr, counted, el } from "./dom.ts";
import { fieldOf } from "./fields.ts";

const KEEPS: readonly (readonly [value: string, words: string])[] = [
  ["none", "nothing of money"],
  ["all but salaries", "margins that tell no salary"],
];

/** "Take rates, salaries and margins out of a copy of this workbook, before others get it." */
export function sharePart(
  { bridge }: Desk,
  busy: Busy,
  confirm: Confirmation,
  after: () => Promise<void>,
): HTMLDetailsElement {
  const keeps = el("select", { name: "keeps" }, ...KEEPS.map(([value, words]) => el("option", { value }, words)));
  const field = fieldOf("The copy keeps", keeps);
  const result = attr(el("div", { className: "stack" }), { "aria-live": "polite" });
  const find = el("button", { type: "submit", className: "primary" }, "Find what reveals money");
  const asked = () => ({ keeps: keeps.value });

  const look = async () => {
    const reply = await busy.run("Looking through the workbook…", (watch) => bridge.ask("shareForm", asked(), watch));
    if (reply !== null) show(reply);
  };
  const write = async () => {
    const done = await busy.run("Taking money out…", (watch) => bridge.ask("prepareShare", asked(), watch));
    if (done === null) return;
    confirm.close();
    await after();
    await look();
    busy.say(done.text);
    busy.line.focus();
  };
  const preview = async () => {
    const seen = await busy.run("Computing…", (watch) => bridge.ask("previewShare", asked(), watch));
    if (seen === null) return;
    confirm.show({
      heading: "Take money out of this workbook",
      lines: [...seen.lines, "Only do this in a copy: the original keeps its money."],
      action: seen.idle ? null : "Take it out of this copy",
      act: () => void write(),
    });
  };
  const forget = async () => {
    const done = await busy.run("Forgetting…", (watch) => bridge.ask("forgetUndo", {}, watch));
    if (done === null) return;
    confirm.close();
    await after();
    await look();
    busy.say(done.text);
    busy.line.focus();
  };
  const show = ({ found, remains, journal }: ReplyOf<"shareForm">) => {
    const isClean = found.length === 0 && remains.length === 0 && !journal;
    const list = (lines: readonly string[], className = "") =>
      el("ul", { className: "plain" }, ...lines.map((line) => el("li", { className }, line)));
    result.replaceChildren(
      ...(found.length === 0
        ? [
            el(
              "p",
              {},
              isClean ? "✓ Headroom finds nothing here that reveals money." : "Sheets in sight reveal no money.",
            ),
          ]
        : [
            el("p", {}, `${counted(found.length, "place reveals", "places reveal")} money:`),
            list(found),
            el("button", { type: "button", onclick: () => void preview() }, "Preview taking it out"),
          ]),
      ...(remains.length === 0 ? [] : [list(remains, "bad")]),
      ...(journal && found.length === 0
        ? [
            el("p", {}, "The hidden journal of Undo still holds what was replaced."),
            el(
              "button",
              {
                type: "button",
                onclick: () =>
                  confirm.show({
                    heading: "Forget what Undo holds?",
                    lines: ["No cell in sight changes.", "The last change of this copy can then not be undone."],
                    action: "Forget it",
                    act: () => void forget(),
                  }),
              },
              "Forget Undo…",
            ),
          ]
        : []),
      el("p", { className: "soft" }, LOOK_YOURSELF),
    );
  };
  const form = el("form", { className: "stack" }, el("p", { className: "soft" }, HOW), field.root, find, result);
  keeps.addEventListener("change", () => result.replaceChildren());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void look();
  });
  return el("details", {}, el("summary", {}, "Prepare to share"), attr(form, { "aria-label": "Prepare to share" }));
}

const HOW =
  "First make a copy of the workbook (File, Make a copy or Save as) and open it. Here, in the copy, rates, salaries, the margin sheets and formulas that compute money are emptied, or made anew so that they tell no salary; tables of the plan stay.";

const LOOK_YOURSELF =
  "Look yourself for what no table or formula says: typed-in amounts, comments, pictures, and the file's properties (in Excel: File, Info, Inspect).";
