import type { DayNumber } from "../core/units.ts";
import { complain, decimal, sameName } from "./checks.ts";
import { combobox } from "./combobox.ts";
import type { FieldSpec, Need, Offer } from "./decision-case.ts";
import { dateText, dayOrNull, el } from "./dom.ts";
import { fieldOf } from "./fields.ts";
import { needRows } from "./need-rows.ts";

/** A field on the page: it takes names to offer and a value, and gives back what it holds or says what is wrong. */
export interface DecisionField {
  readonly root: HTMLElement;
  /** Where the focus goes when something is wrong with it. */
  readonly first: () => HTMLElement;
  readonly offer: (offer: Offer) => void;
  readonly fill: (value: string | DayNumber) => void;
  /** Whether nothing stands in it. */
  readonly isEmpty: () => boolean;
  /** Show what is wrong beside it; whether nothing is. */
  readonly check: () => boolean;
  readonly value: () => string | number | null | readonly Need[];
}

/** The field that a case describes; `panel` keeps its name apart from those of other panels on the page. */
export function decisionField(spec: FieldSpec, panel: string): DecisionField {
  const name = `${panel}-${spec.key}`;
  switch (spec.is) {
    case "name":
      return nameField(spec, name);
    case "day":
      return dayField(spec, name);
    case "number":
      return numberField(spec, name);
    case "choice":
      return choiceField(spec, name);
    case "needs":
      return needRows(name);
  }
}

type SpecOf<I extends FieldSpec["is"]> = Extract<FieldSpec, { readonly is: I }>;
type Named = "people" | "engagements";
const CALLED: Readonly<Record<Named, readonly [one: string, table: string]>> = {
  people: ["a person", "People"],
  engagements: ["an engagement", "Engagements"],
};

function nameField({ label, of, empty }: SpecOf<"name">, name: string): DecisionField {
  const { input, root, offer } = combobox(name);
  input.placeholder = empty ?? "";
  const field = fieldOf(label, input, root);
  let known: readonly { readonly name: string; readonly about: string }[] = [];
  const wrong = (): string | null => {
    const typed = input.value.trim();
    if (of === "new") return typed === "" ? "Give it a name." : null;
    const [one, table] = CALLED[of];
    if (typed === "") return empty === null ? `Choose ${one}.` : null;
    const isKnown = known.some((choice) => sameName(choice.name, typed));
    return isKnown ? null : `"${typed}" is not in ${table}. Choose one from the list.`;
  };
  return {
    root: field.root,
    first: () => input,
    offer: (all) => {
      if (of === "new") return;
      known = all[of];
      offer(known);
    },
    fill: (value) => {
      input.value = String(value);
    },
    isEmpty: () => input.value.trim() === "",
    check: () => complain(field.complain, wrong()),
    value: () => input.value.trim(),
  };
}

function dayField({ label }: SpecOf<"day">, name: string): DecisionField {
  const input = el("input", { type: "date", name });
  const field = fieldOf(label, input);
  return {
    root: field.root,
    first: () => input,
    offer: () => {},
    fill: (value) => {
      input.value = typeof value === "string" ? value : dateText(value);
    },
    isEmpty: () => input.value === "",
    check: () => complain(field.complain, dayOrNull(input) === null ? "Choose a day." : null),
    value: () => dayOrNull(input),
  };
}

function numberField({ label, least, most, whole, empty }: SpecOf<"number">, name: string): DecisionField {
  const input = el("input", { type: "text", inputMode: "decimal", autocomplete: "off", name });
  input.placeholder = empty ?? "";
  const field = fieldOf(label, input);
  const wrong = (): string | null => {
    if (input.value.trim() === "") return empty === null ? "Type a number." : null;
    const typed = decimal(input.value);
    if (typed === null) return `"${input.value.trim()}" is not a number.`;
    const fits = typed >= least && typed <= most && (!whole || Number.isInteger(typed));
    return fits ? null : `Type a ${whole ? "whole number" : "number"} from ${least} to ${most}.`;
  };
  return {
    root: field.root,
    first: () => input,
    offer: () => {},
    fill: (value) => {
      input.value = String(value);
    },
    isEmpty: () => input.value.trim() === "",
    check: () => complain(field.complain, wrong()),
    value: () => decimal(input.value),
  };
}

function choiceField({ label, choices }: SpecOf<"choice">, name: string): DecisionField {
  const select = el("select", { name }, ...choices.map(([value, words]) => el("option", { value }, words)));
  return {
    root: fieldOf(label, select).root,
    first: () => select,
    offer: () => {},
    fill: (value) => {
      select.value = String(value);
    },
    isEmpty: () => select.value === "",
    check: () => true,
    value: () => select.value,
  };
}
