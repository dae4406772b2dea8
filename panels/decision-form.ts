import { dayNumber } from "../core/units.ts";
import type { DecisionCase, Need, Offer, Values } from "./decision-case.ts";
import { decisionField } from "./decision-field.ts";
import { el } from "./dom.ts";

/** The form of a decision, made from its case. */
export interface DecisionForm {
  readonly root: HTMLFormElement;
  /** Names to choose from; fields that nobody has touched get their defaults. */
  readonly offer: (offer: Offer) => void;
  /** What stands in the form; null when something is wrong, which is then shown and focused. */
  readonly values: () => Values | null;
}

export function decisionForm({ key: panel, fields: specs, defaults }: DecisionCase, answer: () => void): DecisionForm {
  const fields = specs.map((spec) => ({ key: spec.key, spec, field: decisionField(spec, panel) }));
  const button = el("button", { type: "submit", className: "primary" }, "Answer");
  const root = el(
    "form",
    { className: "stack", noValidate: true },
    ...rowsOf(fields.map(({ spec, field }) => ({ isShort: SHORT.has(spec.is), root: field.root }))),
    el("div", { className: "buttons bottom" }, button),
  );
  const touched = new Set<string>();
  for (const { key, field } of fields) field.root.addEventListener("input", () => touched.add(key));
  root.addEventListener("submit", (event) => {
    event.preventDefault();
    answer();
  });
  return {
    root,
    offer: (offer) => {
      const filled = new Map(Object.entries(defaults(offer)));
      for (const { key, field } of fields) {
        field.offer(offer);
        const value = filled.get(key);
        if (value !== undefined && !touched.has(key)) field.fill(value);
      }
    },
    values: () => {
      const wrong = fields.filter(({ field }) => !field.check());
      if (wrong.length > 0) {
        wrong[0]!.field.first().focus();
        return null;
      }
      return valuesOf(new Map(fields.map(({ key, field }) => [key, field.value()])));
    },
  };
}

const SHORT: ReadonlySet<string> = new Set(["day", "number"]);

/** Two short fields that follow each other stand side by side. */
function rowsOf(fields: readonly { readonly isShort: boolean; readonly root: HTMLElement }[]): readonly HTMLElement[] {
  const rows: HTMLElement[] = [];
  for (let i = 0; i < fields.length; i++) {
    const [one, next] = [fields[i]!, fields[i + 1]];
    if (!one.isShort || !next?.isShort) rows.push(one.root);
    else {
      rows.push(el("div", { className: "pair" }, one.root, next.root));
      i++;
    }
  }
  return rows;
}

type Held = string | number | null | readonly Need[];

function valuesOf(held: ReadonlyMap<string, Held>): Values {
  const number = (key: string): number | null => {
    const value = held.get(key);
    return typeof value === "number" ? value : null;
  };
  const must = (key: string): number => {
    const value = number(key);
    if (value === null) throw new RangeError(`The form has no number called ${key}.`);
    return value;
  };
  return {
    text: (key) => String(held.get(key) ?? ""),
    number,
    must,
    day: (key) => dayNumber(must(key)),
    needs: (key) => {
      const value = held.get(key);
      return typeof value === "object" && value !== null ? value : [];
    },
  };
}
