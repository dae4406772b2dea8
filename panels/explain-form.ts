import type { ReplyOf, RequestOf } from "../core/questions/index.ts";
import { complain, sameName } from "./checks.ts";
import { combobox } from "./combobox.ts";
import { dateText, dayIn, el } from "./dom.ts";
import { pickFields } from "./explain-picks.ts";
import { fieldOf } from "./fields.ts";

type Offer = ReplyOf<"explainForm">;
type Request = RequestOf<"explain">;

/** Pick a measure, a group and days. */
export interface ExplainForm {
  readonly root: HTMLElement;
  readonly offer: (offer: Offer) => void;
}

/** What each way to tell people or work apart is called. */
const BY: Readonly<Record<string, string>> = {
  total: "Everything together",
  person: "One person",
  team: "One team",
  role: "One role",
  location: "One location",
  skill: "One skill",
  engagement: "One engagement",
  client: "One client",
  owner: "One owner",
  kind: "One kind of work",
  status: "One status",
};

export function explainForm(ask: (request: Request) => void): ExplainForm {
  const measure = el("select", { name: "explain-measure" });
  const kind = el("select", { name: "explain-kind" });
  const rows = el("select", { name: "explain-rows" });
  const names = combobox("explain-name");
  const [from, to] = ["explain-from", "explain-to"].map((name) => el("input", { type: "date", name })) as [
    HTMLInputElement,
    HTMLInputElement,
  ];
  const meant = fieldOf("Which figure", kind);
  const by = fieldOf("Of", rows);
  const which = fieldOf("Which one", names.input, names.root);
  const picks = pickFields();
  const days = [fieldOf("From", from), fieldOf("To", to)] as const;
  let known: Offer | null = null;
  let daysTyped = false;

  const choices = (): readonly string[] => known?.names[rows.value] ?? [];
  const offerNames = () => {
    which.root.hidden = rows.value === "total";
    names.offer(choices().map((name) => ({ name, about: "" })));
    if (!choices().some((name) => sameName(name, names.input.value))) names.input.value = "";
  };
  const offerRows = () => {
    const [before, kindBefore] = [rows.value, kind.value];
    const {
      rows: all = [],
      kinds = [],
      picks: asks = [],
      looksFar = false,
    } = known?.measures.find(({ key }) => key === measure.value) ?? {};
    picks.ask(asks, known?.lists ?? {});
    if (known !== null && !daysTyped) to.value = dateText(looksFar ? known.until : known.to);
    kind.replaceChildren(...kinds.map((one) => el("option", { value: one }, one)));
    kind.value = kinds.includes(kindBefore) ? kindBefore : (kinds[0] ?? "");
    meant.root.hidden = kinds.length === 0;
    rows.replaceChildren(...all.map((one) => el("option", { value: one }, BY[one] ?? one)));
    rows.value = all.find((one) => one === before) ?? all[0] ?? "total";
    by.root.hidden = all.length === 1 && rows.value === "total";
    offerNames();
  };
  for (const day of [from, to]) {
    day.addEventListener("change", () => {
      daysTyped = true;
    });
  }
  measure.addEventListener("change", offerRows);
  rows.addEventListener("change", offerNames);

  const check = (): HTMLElement | null => {
    const typed = names.input.value.trim();
    const isKnown = rows.value === "total" || choices().some((name) => sameName(name, typed));
    const wrong =
      typed === ""
        ? `Choose one: ${choices().slice(0, 3).join(", ")}.`
        : `"${typed}" is none of them. Choose one from the list.`;
    if (!complain(which.complain, isKnown ? null : wrong)) return names.input;
    const unpicked = picks.check();
    if (unpicked !== null) return unpicked;
    if (!complain(days[0].complain, from.value === "" ? "Choose a day." : null)) return from;
    const isAfter = to.value !== "" && to.valueAsNumber >= from.valueAsNumber;
    return complain(days[1].complain, isAfter ? null : "Choose a day that is not before the first.") ? null : to;
  };
  const root = el(
    "form",
    { className: "stack", noValidate: true },
    fieldOf("Measure", measure).root,
    meant.root,
    by.root,
    which.root,
    picks.root,
    el("div", { className: "pair" }, days[0].root, days[1].root),
    el("div", { className: "buttons" }, el("button", { type: "submit", className: "primary" }, "Explain this measure")),
  );
  root.addEventListener("submit", (event) => {
    event.preventDefault();
    const wrong = check();
    if (wrong !== null) return wrong.focus();
    ask({
      measure: measure.value,
      kind: kind.value === "" ? null : kind.value,
      rows: rows.value,
      name: rows.value === "total" ? null : names.input.value.trim(),
      from: dayIn(from),
      to: dayIn(to),
      ...picks.picked(),
    });
  });
  return {
    root,
    offer: (offer) => {
      known = offer;
      const before = measure.value;
      measure.replaceChildren(...offer.measures.map(({ key, title }) => el("option", { value: key }, title)));
      if (offer.measures.some(({ key }) => key === before)) measure.value = before;
      if (from.value === "") from.value = dateText(offer.from);
      if (to.value === "") to.value = dateText(offer.to);
      offerRows();
    },
  };
}
