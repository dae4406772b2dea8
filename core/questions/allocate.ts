import { type Counted, countedBy } from "../engine/counted.ts";
import type { Work } from "../host.ts";
import { type Change, commit, preview, recover, type Undoable } from "../journal/index.ts";
import { latest, type Period } from "../plan/calendar.ts";
import { nameKey } from "../plan/names.ts";
import type { Plan } from "../plan/plan.ts";
import { describe } from "../problems.ts";
import { SHEETS } from "../sheets/index.ts";
import { blockName } from "../sheets/layout.ts";
import type { DayNumber } from "../units.ts";
import { type DemandChange, demandChange } from "./allocation-demand.ts";
import { type Draft, draftOf, madeCount } from "./allocation-draft.ts";
import { askedOf, type FitLine, fitLines } from "./allocation-fit.ts";
import { notesOf } from "./allocation-notes.ts";
import { ALLOCATION, type Allocation, type FieldProblem } from "./allocation-request.ts";
import { type PersonWeek, personIn, personWeeks, weeksOf } from "./allocation-weeks.ts";
import { formError, type RowPlace } from "./allocations-table.ts";
import { lineOf, rowsOf } from "./edit-lines.ts";
import { undoableNow } from "./narrowed.ts";
import { question } from "./question.ts";
import type { Workbook } from "./workbook.ts";

/** What an allocation would do, before it is written. */
export interface AllocatePreview {
  readonly problems: readonly FieldProblem[];
  /** It can be written: nothing is wrong, and it is not what stands there already. */
  readonly ready: boolean;
  /** What would be written where: "Will write Allocations, row 14 (Ana, Portal): Hours a day 6 → 4." */
  readonly text: string;
  /** The rest is there when nothing is wrong. */
  readonly effect: Effect | null;
}
export interface Effect {
  /** None for a placeholder. */
  readonly weeks: readonly PersonWeek[];
  readonly notes: readonly string[];
  readonly fit: readonly FitLine[];
  readonly demand: DemandChange;
}

/** Overload, free hours, skill fit and open demand as they would be with this row. */
export const allocatePreview = question({
  asks: ALLOCATION,
  *answer(form): Work<AllocatePreview> {
    const draft = yield* draftOf(form);
    const { found, problems, change } = draft;
    if (isRefused(draft)) return { problems, ready: false, text: "", effect: null };
    const { idle, refusals } = yield* preview(change);
    const refused = refusals.map((one): FieldProblem => ({ field: null, severity: "error", says: describe(one) }));
    return {
      problems: [...problems, ...refused],
      ready: !idle && refused.length === 0,
      text: idle ? "This is what stands there already: nothing to write." : sentence(found, change),
      effect: effectOf(form, draft),
    };
  },
});

export interface Allocated {
  readonly text: string;
  readonly undo: Undoable | null;
  /** Generated sheets that show the plan as it was. */
  readonly stale: number;
}

/** Write the row: below the table, or in the place of the one that was picked. */
export const allocate = question({
  asks: ALLOCATION,
  *answer(form): Work<Allocated> {
    yield* recover();
    const draft = yield* draftOf(form);
    const [wrong] = draft.problems.filter(({ severity }) => severity === "error");
    if (wrong) throw formError(wrong.says.replace(/\.$/, ""), "");
    const { written } = yield* commit(draft.change);
    return {
      text: written
        ? `${didOf(draft.places)} ${form.person} works on ${form.engagement}.`
        : "Nothing to write: it stands there already.",
      undo: yield* undoableNow(),
      stale: written ? yield* madeCount([...SHEETS.keys()].map((name) => blockName(name, ""))) : 0,
    };
  },
});

const sentence = (found: Workbook, { edits = [] }: Change): string =>
  `Will write ${rowsOf(found, edits).map(lineOf).join(" Then ")}`;

function didOf(places: readonly RowPlace[]): string {
  const [{ table, row, isNew }, second] = places as readonly [RowPlace, RowPlace?];
  if (second) return `Split row ${row + 1} of ${table.sheet}; it goes on in row ${second.row + 1}.`;
  return isNew ? `Added in row ${row + 1} of ${table.sheet}.` : `Changed row ${row + 1} of ${table.sheet}.`;
}

const isRefused = ({ problems }: Draft): boolean => problems.some(({ severity }) => severity === "error");

function effectOf(form: Allocation, { before, after }: Draft): Effect {
  const engagement = engagementIn(after, form.engagement ?? "");
  const person = personIn(after, form.person ?? "");
  const { from, to } = after.engagements[engagement]!;
  const asked: Period = { from: form.split ?? form.from ?? from, to: form.to ?? to };
  const weeks = weeksOf(asked, after);
  const days = { from: latest(asked.from, weeks.from), to: Math.min(asked.to, weeks.to) as DayNumber };
  const how: Counted = countedBy(after.settings);
  const skill = form.skill === null ? -1 : after.skills.findIndex((name) => nameKey(name) === nameKey(form.skill!));
  const wanted = askedOf(after, engagement, skill, days);
  return {
    weeks: person < 0 ? [] : personWeeks(form.person ?? "", before, after, weeks, how),
    notes: notesOf(after, person, engagement, days, how),
    fit: person < 0 ? [] : fitLines(after, person, wanted, days),
    demand: demandChange(engagement, before, after, days, how),
  };
}

const engagementIn = ({ engagements }: Plan, name: string): number => {
  const key = nameKey(name);
  return engagements.findIndex((one) => nameKey(one.name) === key);
};
