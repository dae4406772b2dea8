import type { ReplyOf, RequestOf } from "../core/questions/index.ts";
import { complain, decimal, sameName } from "./checks.ts";
import { combobox } from "./combobox.ts";
import { el } from "./dom.ts";
import { type Field, fieldOf } from "./fields.ts";

type Offer = ReplyOf<"explainForm">;
type Asks = Offer["measures"][number]["picks"];
type Ask = Asks[number];
type Picks = Pick<RequestOf<"explain">, Ask["key"]>;

/** Fields that only some measures have: a skill, hours a week, a person, a scenario. */
export interface PickFields {
  readonly root: HTMLElement;
  readonly ask: (asks: Asks, lists: Offer["lists"]) => void;
  /** The first field that cannot be used; each says why. */
  readonly check: () => HTMLElement | null;
  readonly picked: () => Picks;
}

interface Shown {
  readonly ask: Ask;
  readonly input: HTMLInputElement;
  readonly field: Field;
}

const NONE: Picks = {
  skill: null,
  level: null,
  hours: null,
  weeks: null,
  person: null,
  engagement: null,
  leaving: null,
  joining: null,
  scenario: null,
};

export function pickFields(): PickFields {
  const root = el("div", { className: "stack" });
  let shown: readonly Shown[] = [];
  let known: Offer["lists"] = {};
  const namesFor = ({ list }: Ask) => (list === null ? null : (known[list] ?? []));

  const show = (ask: Ask): Shown => {
    const before = shown.find((one) => one.ask.key === ask.key && one.ask.list === ask.list)?.input.value ?? "";
    const names = namesFor(ask);
    const { input, root: around, offer } = combobox(`explain-${ask.key}`);
    offer((names ?? []).map((name) => ({ name, about: "" })));
    input.placeholder = ask.blank ?? "";
    const isStill = before !== "" && (names === null || names.some((name) => sameName(name, before)));
    input.value = isStill ? before : ask.usual;
    return { ask, input, field: fieldOf(ask.label, input, around) };
  };
  const wrongIn = ({ ask, input }: Shown): string | null => {
    const typed = input.value.trim();
    const names = namesFor(ask);
    if (typed === "" && ask.blank !== null) return null;
    if (names === null) return decimal(typed) === null ? "Type a number." : null;
    if (names.some((name) => sameName(name, typed))) return null;
    return typed === ""
      ? `Choose one: ${names.slice(0, 3).join(", ")}.`
      : `"${typed}" is none of them. Choose one from the list.`;
  };
  return {
    root,
    ask: (asks, lists) => {
      known = lists;
      shown = asks.map(show);
      root.replaceChildren(...shown.map(({ field }) => field.root));
      root.hidden = shown.length === 0;
    },
    check: () => {
      const wrong = shown.filter((one) => !complain(one.field.complain, wrongIn(one)));
      return wrong[0]?.input ?? null;
    },
    picked: () => ({
      ...NONE,
      ...Object.fromEntries(shown.map(({ ask, input }) => [ask.key, input.value.trim() || null])),
    }),
  };
}
