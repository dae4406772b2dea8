import { demand } from "../engine/demand.ts";
import { allocationEffort } from "../engine/effort.ts";
import { supply } from "../engine/supply.ts";
import { contractOn } from "../engine/worked/logged.ts";
import { PLACEHOLDER } from "../plan/references.ts";
import { listedPeople, peopleSource } from "./by-people.ts";
import { listedWork, rowOf } from "./by-work.ts";
import type { Asked } from "./define.ts";
import { countsPerson, countsWork, type Filters } from "./filters.ts";
import type { Parts } from "./parts.ts";
import { PEOPLE_LABELS } from "./people.ts";
import type { Source, Summands } from "./sums.ts";
import { allocationAt, type Work } from "./work.ts";

/** The row of demand that nobody is allocated to. */
export const OPEN = "(open)";

/**
 * DEMAND by who is to do it: pinned effort in its person's row, everything else in the row "(open)". A condition on
 * people keeps only what is pinned to them. Over whole grains the rows add up to DEMAND by work; within a grain, effort of
 * one day may cover what is asked for on another. `pinned` is the pinned effort by contract, where it is known already.
 */
export function byAssignee(asked: Asked, parts: Parts, pinned?: Float64Array): Summands {
  const { plan, rows } = asked;
  const rowsAt = assigneeRows(asked);
  const listed = isAssigneeRow(rows)
    ? listedPeople(asked)
    : listedWork({ ...asked, plan: { ...plan, needs: [] } }, (row) => rowsAt(row, asked.from).length > 0);
  const named = namedSource(asked, parts, rowsAt, pinned);
  return { sources: [named, ...openSources(asked, parts)], listed };
}

/** Does `where` choose people by something other than a skill, which chooses work as well? */
export const choosesPeople = ({ people }: Filters): boolean => [...people.keys()].some((key) => key !== "skill");

/** Rows of demand that say who is to do it. */
export const isAssigneeRow = (rows: Asked["rows"]): rows is AssigneeRow => ASSIGNEE_ROWS.some((row) => row === rows);
const ASSIGNEE_ROWS = ["person", "team", "role", "location"] as const;
type AssigneeRow = (typeof ASSIGNEE_ROWS)[number];

type RowsAt = (allocation: number, day: number) => readonly string[];

/** What is pinned to named people: a whole contract at a time where all work counts and no row tells work apart. */
function namedSource(asked: Asked, parts: Parts, rowsAt: RowsAt, pinned: Float64Array | undefined): Source {
  const { plan, counted, filters, rows } = asked;
  if (isAssigneeRow(rows) && filters.work.size === 0) {
    const minutes = pinned ?? supply(plan, parts, counted).pinned;
    return peopleSource({ ...asked, filters: withoutSkill(filters) }, parts, minutes);
  }
  return {
    minutes: allocationEffort(plan, parts, counted),
    rows: plan.allocations.length,
    labels: (row, part) => rowsAt(row, parts.periods[part]!.from),
    changing: true,
  };
}

/** What nobody is named for: of needs, what named people do not cover; of placeholders, what covers no need. */
function openSources(asked: Asked, parts: Parts): readonly Source[] {
  const { plan, counted, filters } = asked;
  const { needs, allocations } = plan;
  const isOpen = needs.length > 0 || allocations.person.includes(PLACEHOLDER);
  if (!isOpen || choosesPeople(filters)) return [];
  const { open, ownOpen } = demand(plan, parts, counted);
  const openRow = (work: Work) => (countsWork(plan, filters, work) ? OPEN_ROW : NO_ROW);
  return [
    { minutes: open, rows: needs.length, labels: (row) => openRow(needs[row]!) },
    { minutes: ownOpen, rows: allocations.length, labels: (row) => openRow(allocationAt(allocations, row)) },
  ];
}

const OPEN_ROW: readonly string[] = [OPEN];
const NO_ROW: readonly string[] = [];

/** The rows of an allocation's effort on a day, by the contract its person has then. */
function assigneeRows(asked: Asked): RowsAt {
  const { plan, rows, filters } = asked;
  const people = withoutSkill(filters);
  return (row, day) => {
    const contract = plan.contracts[contractOn(plan, plan.allocations.person[row]!, day)];
    const work = allocationAt(plan.allocations, row);
    if (!contract || !countsWork(plan, filters, work) || !countsPerson(plan, people, contract, day)) return [];
    return isAssigneeRow(rows) ? PEOPLE_LABELS[rows](plan, contract, day) : rowOf(asked, work);
  };
}

/** A skill chooses the work, whoever does it. */
const withoutSkill = (filters: Filters): Filters => ({
  ...filters,
  people: new Map([...filters.people].filter(([key]) => key !== "skill")),
});
