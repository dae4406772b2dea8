import { complain, decimal, sameName } from "./checks.ts";
import { combobox } from "./combobox.ts";
import type { Need } from "./decision-case.ts";
import type { DecisionField } from "./decision-field.ts";
import { attr, el } from "./dom.ts";
import { type Field, fieldOf } from "./fields.ts";

interface Row {
  readonly root: HTMLElement;
  readonly skill: ReturnType<typeof combobox>;
  readonly level: HTMLSelectElement;
  readonly hours: HTMLInputElement;
  readonly fields: readonly [skill: Field, level: Field, hours: Field];
  readonly remove: HTMLButtonElement;
}

const LEVELS = ["Any level", "Level 1 or more", "Level 2 or more", "Level 3 or more", "Level 4 or more", "Level 5"];
const MOST_HOURS = 10_000;
const MOST_ROWS = 12;

/** What some new work asks for: a row a skill, and a button for another row. */
export function needRows(name: string): DecisionField {
  const place = el("div", { className: "stack" });
  const add = el("button", { type: "button", className: "link" }, "Add another skill");
  const root = el("fieldset", { className: "needs" }, el("legend", {}, "What it asks for"), place, add);
  let skills: readonly { readonly name: string; readonly about: string }[] = [];
  let rows: readonly Row[] = [];
  let made = 0;

  const show = () => {
    place.replaceChildren(...rows.map((row) => row.root));
    rows.forEach(({ root: row, remove }, i) => {
      attr(row, { "aria-label": `Skill ${i + 1}` });
      attr(remove, { "aria-label": `Remove skill ${i + 1}` });
      remove.hidden = rows.length === 1;
    });
    add.hidden = rows.length >= MOST_ROWS;
  };
  const append = (): Row => {
    made++;
    const row = needRow(`${name}-${made}`);
    row.skill.offer(skills);
    row.remove.addEventListener("click", () => {
      const at = rows.indexOf(row);
      rows = rows.filter((one) => one !== row);
      show();
      rows[Math.min(at, rows.length - 1)]!.skill.input.focus();
      root.dispatchEvent(new Event("input", { bubbles: true }));
    });
    rows = [...rows, row];
    show();
    return row;
  };
  add.addEventListener("click", () => append().skill.input.focus());
  append();

  const wrongSkill = (typed: string): string | null => {
    if (typed === "") return "Choose a skill.";
    const isKnown = skills.some((skill) => sameName(skill.name, typed));
    return isKnown ? null : `Nobody has "${typed}" in this plan. Choose one from the list.`;
  };
  const wrongHours = (typed: string): string | null => {
    const hours = decimal(typed);
    if (hours === null) return typed === "" ? "Type the hours a week." : `"${typed}" is not a number.`;
    return hours > 0 && hours <= MOST_HOURS ? null : "Type hours above 0.";
  };
  const checkRow = ({ skill, hours, fields }: Row): boolean => {
    const skillFits = complain(fields[0].complain, wrongSkill(skill.input.value.trim()));
    return complain(fields[2].complain, wrongHours(hours.value.trim())) && skillFits;
  };
  return {
    root,
    first: () => root.querySelector<HTMLElement>("[aria-invalid=true]") ?? rows[0]!.skill.input,
    offer: (all) => {
      skills = all.skills.map((skill) => ({ name: skill, about: "" }));
      for (const { skill } of rows) skill.offer(skills);
    },
    fill: (hours) => {
      for (const row of rows) row.hours.value = String(hours);
    },
    isEmpty: () => rows.every(({ skill, hours }) => skill.input.value === "" && hours.value === ""),
    check: () => rows.map(checkRow).every((fits) => fits),
    value: () =>
      rows.map(
        ({ skill, level, hours }): Need => ({
          skill: skill.input.value.trim(),
          level: level.value === "" ? null : Number(level.value),
          hours: decimal(hours.value) ?? 0,
        }),
      ),
  };
}

function needRow(name: string): Row {
  const skill = combobox(`${name}-skill`);
  const level = el(
    "select",
    { name: `${name}-level` },
    ...LEVELS.map((words, i) => el("option", { value: i === 0 ? "" : String(i) }, words)),
  );
  const hours = el("input", { type: "text", inputMode: "decimal", autocomplete: "off", name: `${name}-hours` });
  const fields = [
    fieldOf("Skill", skill.input, skill.root),
    fieldOf("Level", level),
    fieldOf("Hours a week", hours),
  ] as const;
  const remove = el("button", { type: "button", className: "link" }, "Remove");
  const root = el(
    "div",
    { className: "need" },
    fields[0].root,
    el("div", { className: "pair" }, fields[1].root, fields[2].root),
    remove,
  );
  return { root: attr(root, { role: "group" }), skill, level, hours, fields, remove };
}
