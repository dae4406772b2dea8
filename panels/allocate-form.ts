import type { ReplyOf, RequestOf } from "../core/questions/index.ts";
import { combobox } from "./combobox.ts";
import { dateText, dayOrNull, el } from "./dom.ts";
import { type Field, fieldOf } from "./fields.ts";

type Offer = ReplyOf<"allocateForm">;
export type Request = RequestOf<"allocatePreview">;
export type Row = ReplyOf<"allocations">["rows"][number];
export type Selected = ReplyOf<"selectedRow">;
type Problem = ReplyOf<"allocatePreview">["problems"][number];

/** The fields of an allocation. */
export interface AllocateForm {
  readonly root: HTMLElement;
  readonly person: HTMLInputElement;
  readonly request: () => Request;
  /** Enough is filled to say what it would do. */
  readonly isFilled: () => boolean;
  /** Nobody and nothing is chosen yet. */
  readonly isEmpty: () => boolean;
  readonly offer: (offer: Offer) => void;
  /** Change an existing row; null: a new one again. */
  readonly edit: (row: Row | null) => void;
  /** Take over what a selected row of the plan says; what it does not say stays. */
  readonly fillFrom: (selected: Selected) => void;
  readonly complain: (problems: readonly Problem[]) => void;
}

const EFFORTS: ReadonlyMap<string, string> = new Map([
  ["share", "% of the day"],
  ["fte", "FTE"],
]);
const BILLABLE = [
  ["", "As the engagement"],
  ["yes", "Yes"],
  ["no", "No"],
] as const;

export function allocateForm(whoCan: HTMLElement): AllocateForm {
  const engagement = combobox("engagement");
  const person = combobox("person");
  const skill = el("select", { name: "skill" });
  const from = el("input", { type: "date", name: "from" });
  const to = el("input", { type: "date", name: "to" });
  const amount = el("input", { type: "text", name: "amount", inputMode: "decimal", autocomplete: "off" });
  const effort = el("select", { name: "effort" });
  const billable = el(
    "select",
    { name: "billable" },
    ...BILLABLE.map(([value, words]) => el("option", { value }, words)),
  );
  const note = el("input", { type: "text", name: "note", autocomplete: "off", maxLength: 500 });
  const split = el("input", { type: "date", name: "split" });
  const fields = {
    engagement: fieldOf("Engagement", engagement.input, engagement.root),
    skill: fieldOf("Skill", skill),
    person: fieldOf("Person", person.input, person.root),
    from: fieldOf("From", from),
    to: fieldOf("To", to),
    amount: fieldOf("How much", amount),
    effort: fieldOf("Counted as", effort),
    billable: fieldOf("Billable", billable),
    note: fieldOf("Note", note),
    split: fieldOf("Split: change it only from this day on", split),
  } satisfies Record<string, Field>;
  fields.split.root.hidden = true;
  const root = el(
    "div",
    { className: "stack" },
    fields.engagement.root,
    fields.skill.root,
    el("div", { className: "pair" }, fields.from.root, fields.to.root),
    el("div", {}, fields.person.root, whoCan),
    el(
      "div",
      { className: "stack alone" },
      el("div", { className: "pair" }, fields.amount.root, fields.effort.root),
      fields.billable.root,
      fields.note.root,
      fields.split.root,
    ),
  );
  let offered: Offer | null = null;
  let picked: Row | null = null;

  const fillSkills = (chosen: string) => {
    const { engagements = [], skills = [] } = offered ?? {};
    const asked = engagements.find(({ name }) => same(name, engagement.input.value))?.skills ?? [];
    const others = skills.filter((name) => !asked.includes(name));
    const options = (names: readonly string[]) => names.map((name) => el("option", { value: name }, name));
    skill.replaceChildren(
      el("option", { value: "" }, "Any that fits"),
      ...(asked.length === 0 ? [] : [el("optgroup", { label: "Asked for" }, ...options(asked))]),
      ...(others.length === 0 ? [] : [el("optgroup", { label: "Other skills" }, ...options(others))]),
    );
    skill.value = chosen;
    if (skill.selectedIndex < 0) skill.value = "";
  };
  const fillDays = () => {
    const found = offered?.engagements.find(({ name }) => same(name, engagement.input.value));
    if (!offered || !found || picked !== null) return;
    from.value = dateText(found.from ?? offered.from);
    to.value = dateText(found.to ?? offered.to);
  };
  engagement.input.addEventListener("input", () => {
    fillSkills(skill.value);
    fillDays();
  });

  return {
    root,
    person: person.input,
    isFilled: () => [person.input, engagement.input, amount].every(({ value }) => value.trim() !== ""),
    isEmpty: () => picked === null && [person.input, engagement.input].every(({ value }) => value === ""),
    request: () => ({
      person: person.input.value,
      engagement: engagement.input.value,
      skill: skill.value,
      from: dayOrNull(from),
      to: dayOrNull(to),
      effort: effort.value as Request["effort"],
      amount: amount.value,
      billable: billable.value as Request["billable"],
      note: note.value,
      split: picked === null ? null : dayOrNull(split),
      row: picked?.row ?? null,
      was: picked?.was ?? null,
    }),
    offer: (offer) => {
      offered = offer;
      person.offer(offer.people);
      engagement.offer(offer.engagements);
      const chosen = effort.value;
      effort.replaceChildren(...offer.efforts.map((word) => el("option", { value: word }, EFFORTS.get(word) ?? word)));
      if (chosen !== "") effort.value = chosen;
      fillSkills(skill.value);
      fields.billable.root.hidden = !offer.billable;
      fields.note.root.hidden = !offer.note;
    },
    edit: (row) => {
      picked = row;
      person.input.value = row?.person ?? "";
      amount.value = row?.amount ?? "";
      billable.value = row?.billable ?? "";
      note.value = row?.note ?? "";
      split.value = "";
      fields.split.root.hidden = row === null;
      if (row === null) return;
      engagement.input.value = row.engagement;
      fillSkills(row.skill);
      from.value = dateText(row.from);
      to.value = dateText(row.to);
      effort.value = row.effort;
    },
    fillFrom: (selected) => {
      if (selected.person !== "") person.input.value = selected.person;
      if (selected.engagement === "") return;
      engagement.input.value = selected.engagement;
      fillSkills(selected.skill);
      fillDays();
      if (selected.from !== null) from.value = dateText(selected.from);
      if (selected.to !== null) to.value = dateText(selected.to);
    },
    complain: (problems) => {
      for (const [name, { complain }] of Object.entries(fields)) {
        complain(problems.filter(({ field }) => field === name));
      }
    },
  };
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
