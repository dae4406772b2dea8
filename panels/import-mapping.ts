import { attr, el } from "./dom.ts";
import { fieldOf } from "./fields.ts";
import type { ImportActions, Seen } from "./import-preview.ts";

type Mapping = NonNullable<Seen["mapping"]>;

/** What each column of a file with unknown headings is: guessed from its values, confirmed or corrected by the planner. */
export function mappingFields({ mapping }: Seen, { answerAll }: ImportActions): readonly HTMLElement[] {
  if (mapping === null) return [];
  const { kind, kinds, columns, roles, missing, done, again } = mapping;
  const kindField = choice("import-kind", kinds, kind);
  const fields = columns.map(({ column, role }) => choice(`import-role-${column}`, roles, role));
  const said = (): readonly (readonly [string, string])[] =>
    columns.map(({ column }, i) => [`role ${column}`, fields[i]!.value] as const);
  // Another kind of rows has other columns: what was said of the last kind's is forgotten.
  kindField.addEventListener("change", () =>
    answerAll([["kind", kindField.value], ...columns.map(({ column }) => [`role ${column}`, ""] as const)]),
  );
  if (done) for (const field of fields) field.addEventListener("change", () => answerAll(said()));
  const rows = columns.map((one, i) => columnField(one, fields[i]!));
  const lead = "Its headings are not known. Say what each column is: what its values look like is chosen already.";
  const accept = el("button", {
    type: "button",
    className: "primary",
    onclick: () => answerAll([["kind", kind], ...said()]),
  });
  accept.textContent = "Read it like this";
  const inside = [
    fieldOf("What does a row of this file hold?", kindField).root,
    ...rows,
    ...(missing === "" ? [] : [el("p", { className: "banner" }, `Still missing: ${missing}.`)]),
    ...(done ? [] : [el("div", { className: "buttons" }, accept)]),
  ];
  if (done)
    return [
      el("details", {}, el("summary", {}, again ? "Change what its columns are" : "What its columns are"), ...inside),
    ];
  return [el("h3", {}, "What its columns are"), el("p", { className: "soft" }, lead), ...inside];
}

function columnField(
  { column, heading, samples, says }: Mapping["columns"][number],
  field: HTMLSelectElement,
): HTMLElement {
  const { root } = fieldOf(heading === "" ? `Column ${column}` : heading, field);
  const about = [samples.join(" · "), says].filter((part) => part !== "").join(" – ");
  const id = `headroom-import-role-${column}-about`;
  if (about === "") return root;
  root.append(attr(el("p", { className: "soft" }, about), { id }));
  attr(field, { "aria-describedby": `${field.getAttribute("aria-describedby") ?? ""} ${id}`.trim() });
  return root;
}

function choice(name: string, options: Mapping["roles"], value: string): HTMLSelectElement {
  const field = el("select", { name }, ...options.map((one) => el("option", { value: one.value }, one.words)));
  field.value = value;
  return field;
}
