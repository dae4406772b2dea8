import { attr, counted, el, thousands } from "./dom.ts";
import { fieldOf } from "./fields.ts";
import type { ImportActions, Seen } from "./import-preview.ts";

type Answer = ImportActions["answer"];
type Stranger = Seen["strangers"][number];

/** What the file does not say: one field for each question. */
export function questionFields({ questions }: Seen, answer: Answer): readonly HTMLElement[] {
  return questions.map((one, i) => {
    const { key, asks, why, options, answer: said, names } = one;
    const field = options.length > 0 ? choiceOf(i, options, said) : wordsOf(i, names, said);
    field.addEventListener("change", () => answer(key, field.value.trim()));
    const whole = fieldOf(asks, field);
    const id = `headroom-import-question-${i}-why`;
    whole.root.append(attr(el("p", { className: "soft" }, why), { id }));
    attr(field, { "aria-describedby": `${field.getAttribute("aria-describedby") ?? ""} ${id}`.trim() });
    if (names.length > 0 && options.length === 0) whole.root.append(listOf(i, names));
    return whole.root;
  });
}

function choiceOf(i: number, options: Seen["questions"][number]["options"], said: string | null): HTMLSelectElement {
  const field = el(
    "select",
    { name: `import-question-${i}` },
    ...(said === null ? [el("option", { value: "" }, "Choose…")] : []),
    ...options.map(({ value, words }) => el("option", { value }, words)),
  );
  field.value = said ?? "";
  return field;
}

function wordsOf(i: number, names: readonly string[], said: string | null): HTMLInputElement {
  const field = el("input", { type: "text", name: `import-question-${i}`, autocomplete: "off", value: said ?? "" });
  return names.length > 0 ? attr(field, { list: `headroom-import-names-${i}` }) : field;
}

const MOST_NAMES = 1000;

const listOf = (i: number, names: readonly string[]): HTMLElement =>
  el(
    "datalist",
    { id: `headroom-import-names-${i}` },
    ...names.slice(0, MOST_NAMES).map((value) => el("option", { value })),
  );

const FEW = 30;
/** A longer list of names that nobody is like is folded, so that what will be written stays in sight. */
const OPEN = 5;

/** Names that the plan does not have: each stays as it is unless the planner says who is meant. */
export function strangerFields(
  { strangers, moreStrangers, known }: Seen,
  { answer, answerAll }: ImportActions,
): readonly HTMLElement[] {
  if (strangers.length === 0) return [];
  const isLike = ({ like }: Stranger) => like.length > 0;
  const offered = strangers.filter((one) => one.meant === null && isLike(one));
  const all = offered.map(({ what, name, like }) => [keyOf(what, name), like[0]!] as const);
  const near = strangers.filter(isLike).slice(0, FEW);
  const far = strangers.filter((one) => !isLike(one)).slice(0, FEW);
  const field = (one: Stranger) => strangerField(one, `${strangers.indexOf(one)}`, known[one.what], answer);
  const more = strangers.length - near.length - far.length + moreStrangers;
  const few = far.length + more <= OPEN;
  return [
    el("h3", {}, `Names that this plan does not have (${thousands(strangers.length + moreStrangers)})`),
    el("p", { className: "soft" }, "They are imported as they are, unless you say who or what is meant."),
    ...(all.length > 1
      ? [el("button", { type: "button", onclick: () => answerAll(all) }, `Take all ${all.length} suggestions`)]
      : []),
    ...near.map(field),
    ...(far.length + more === 0
      ? []
      : [
          ...(few ? [] : [el("p", {}, `${far.map(({ name }) => name).join(", ")}${more > 0 ? ", …" : ""}`)]),
          el(
            "details",
            { open: few },
            el(
              "summary",
              {},
              `${near.length > 0 ? "Others, like" : "Like"} no name of the plan (${thousands(far.length + more)})`,
            ),
            ...far.map(field),
            ...(more > 0 ? [el("p", { className: "soft" }, `… and ${thousands(more)} more.`)] : []),
          ),
        ]),
  ];
}

function strangerField(
  { what, name, rows, like, meant }: Stranger,
  id: string,
  known: readonly string[],
  answer: Answer,
): HTMLElement {
  const others = known.filter((one) => !like.includes(one)).slice(0, MOST_NAMES);
  const field = el(
    "select",
    { name: `import-stranger-${id}` },
    el("option", { value: "" }, "As it is in the file"),
    ...(like.length > 0 ? [groupOf("Perhaps", like)] : []),
    ...(others.length > 0 ? [groupOf("Others", others)] : []),
  );
  field.value = meant ?? "";
  field.addEventListener("change", () => answer(keyOf(what, name), field.value));
  const whole = fieldOf(`${name} (${what}, ${counted(rows, "row")})`, field);
  if (meant === null && like.length > 0) {
    whole.root.append(
      el(
        "button",
        { type: "button", className: "link", onclick: () => answer(keyOf(what, name), like[0]!) },
        `Is this ${like[0]!}?`,
      ),
    );
  }
  return whole.root;
}

const groupOf = (label: string, names: readonly string[]): HTMLElement =>
  el("optgroup", { label }, ...names.map((value) => el("option", { value }, value)));

/** As the reading looks it up: spaces tidied, in lower case. */
const keyOf = (what: string, name: string): string =>
  `${what} ${name.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase()}`;

/** Which column each field is read from, to be corrected. */
export function columnFields({ columns, headings }: Seen, answer: Answer): readonly HTMLElement[] {
  return columns.map(({ field, words, column, samples }, i) => {
    const select = el(
      "select",
      { name: `import-column-${i}` },
      el("option", { value: "0" }, "not in this file"),
      ...headings.map((heading, at) =>
        el("option", { value: String(at + 1) }, heading === "" ? `Column ${at + 1}` : heading),
      ),
    );
    select.value = String(column);
    select.addEventListener("change", () => answer(`column ${field}`, select.value));
    const whole = fieldOf(words, select);
    if (samples.length > 0) whole.root.append(el("p", { className: "soft" }, samples.join(" · ")));
    return whole.root;
  });
}
