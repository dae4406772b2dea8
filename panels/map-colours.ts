import type { ReplyOf } from "../core/questions/index.ts";
import { attr, counted, el } from "./dom.ts";
import { fieldOf } from "./fields.ts";
import type { MapActions } from "./map-card.ts";

type Reply = ReplyOf<"mapForm">;
type Coloured = Reply["coloured"][number];

/** Plans whose weeks are only coloured: what each colour means, what it becomes, and the button that takes it in. */
export const colourCards = ({ coloured, leftOver }: Reply, actions: MapActions): readonly HTMLElement[] => [
  ...coloured.map((one, i) => card(one, i, actions)),
  ...leftOver.map((one) => leftOverBanner(one, actions)),
];

function card(one: Coloured, n: number, actions: MapActions): HTMLElement {
  const { id, refused, more, open, preview, isTaken } = one;
  const words = isTaken ? "Take in again" : "Take in as rows";
  const take = el(
    "button",
    { type: "button", className: "primary", disabled: open > 0, onclick: () => actions.take(id, "Taking in…") },
    words,
  );
  return attr(
    el(
      "section",
      { className: "card" },
      el("h2", {}, id),
      el("p", {}, el("b", {}, isTaken ? "✓ Taken in" : "? Not decided"), " · weeks that are coloured, without amounts"),
      ...(refused === ""
        ? []
        : [el("p", { className: "banner" }, `Its weeks can be days off, but no work. ${refused}`)]),
      ...one.colours.map((_, i) => colourField(one, i, n, actions)),
      ...(more > 0
        ? [
            el(
              "p",
              { className: "soft" },
              `${counted(more, "colour")} of fewer cells ${more === 1 ? "means" : "mean"} nothing.`,
            ),
          ]
        : []),
      el(
        "p",
        { role: "status" },
        open > 0 ? `Say what ${counted(open, "colour")} above ${open === 1 ? "means" : "mean"}.` : preview,
      ),
      el("p", { className: "soft" }, READ_ONCE),
      el("div", { className: "buttons" }, attr(take, { "aria-label": `${words}: ${id}` })),
    ),
    { "aria-label": id },
  );
}

const READ_ONCE =
  "Formulas cannot see colours: they are read when you press the button, not live, and become rows of the plan. After changing colours, take them in again. Nothing in your sheet is changed, and Undo takes it back.";

/** A colour, how many cells have it, some of them, and what it means. */
function colourField({ id, colours, options }: Coloured, i: number, n: number, actions: MapActions): HTMLElement {
  const { colour, cells, samples, means } = colours[i]!;
  const select = el(
    "select",
    { name: `map-colour-${n}-${i}` },
    ...(means === "" || actions.said(id, `(colour ${colour})`) !== "" ? [el("option", { value: "" }, "Choose…")] : []),
    ...options.map((word) => el("option", { value: word }, word)),
  );
  select.value = means;
  select.addEventListener("change", () => actions.answer(id, `(colour ${colour})`, select.value));
  const field = fieldOf(`What does ${colour} mean?`, select);
  const swatch = attr(el("span", { className: "swatch" }), { "aria-hidden": "true" });
  swatch.style.backgroundColor = colour;
  field.root.classList.add("shade");
  field.root.prepend(swatch);
  field.root.append(el("p", { className: "soft" }, `${counted(cells, "cell")}: ${samples.join(" · ")}`));
  return field.root;
}

function leftOverBanner({ id, rows }: Reply["leftOver"][number], { take }: MapActions): HTMLElement {
  const press = el(
    "button",
    { type: "button", className: "link", onclick: () => take(id, "Taking them away…") },
    "Take them away",
  );
  return el(
    "p",
    { className: "banner" },
    `${counted(rows, "row")} of the plan ${rows === 1 ? "was" : "were"} taken in from colours of ${id}, which has no coloured weeks any more. They still count. `,
    attr(press, { "aria-label": `Take away the rows of ${id}` }),
  );
}
