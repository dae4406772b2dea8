import type { ReplyOf } from "../core/questions/index.ts";
import { el } from "./dom.ts";
import { fieldOf } from "./fields.ts";
import type { MapActions } from "./map-card.ts";

type None = ReplyOf<"mapForm">["none"][number];

/** Sheets in which no table was found, and why; where an answer would change that, its question. */
export function noneList(none: readonly None[], actions: MapActions): readonly HTMLElement[] {
  const asking = none.filter(({ asks }) => asks !== null);
  const broken = none.filter(({ misfits, asks }) => misfits.length > 0 && asks === null);
  const others = none.filter((one) => !asking.includes(one) && !broken.includes(one));
  return [
    ...broken.map(({ id: sheet, misfits }) =>
      cardOf(sheet, ...misfits.map((says) => el("p", { className: "banner" }, says))),
    ),
    ...asking.map((one, i) => cardOf(one.id, el("p", {}, one.why), ...questions(one, i, actions))),
    ...(others.length === 0
      ? []
      : [
          el(
            "details",
            { open: others.length <= 5 },
            el("summary", {}, `Sheets that hold no table of a plan (${others.length})`),
            el("ul", {}, ...others.map(({ id: sheet, why }) => el("li", {}, el("b", {}, sheet), `: ${why}`))),
          ),
        ]),
  ];
}

const cardOf = (sheet: string, ...inside: readonly HTMLElement[]): HTMLElement =>
  el("section", { className: "card" }, el("h2", {}, sheet), ...inside);

const UNITS = ["Hours", "Days", "Share", "FTE"];

function questions({ id: sheet, asks }: None, i: number, { answer, said }: MapActions): readonly HTMLElement[] {
  const input = (key: string, words: string, type: string) => {
    const field = el("input", { type, name: `map-ask-${i}-${type}-${key.length}`, value: said(sheet, key) });
    field.addEventListener("change", () => answer(sheet, key, field.value.trim()));
    return fieldOf(words, field).root;
  };
  if (asks === "year") return [input("(year)", "Of which year are its days?", "number")];
  if (asks === "period")
    return [
      input("(first day)", "From which day does it hold?", "date"),
      input("(last day)", "To which day does it hold?", "date"),
    ];
  const select = el(
    "select",
    { name: `map-ask-${i}` },
    el("option", { value: "" }, "Choose…"),
    ...UNITS.map((word) => el("option", { value: word }, word)),
  );
  select.addEventListener("change", () => answer(sheet, "(amounts)", select.value));
  return [fieldOf("What do its numbers count?", select).root];
}
