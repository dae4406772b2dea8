import type { Explanation, Origin, Part } from "../explain/index.ts";
import { amountText, figureText } from "../explain/text.ts";
import { LEAVE } from "../plan/tables.ts";
import { a1 } from "../sheets/a1.ts";
import { allocationPlace, namePlaces } from "./name-place.ts";
import { needPlace } from "./need-place.ts";
import type { Workbook } from "./workbook.ts";

export interface CellPlace {
  readonly sheet: string;
  readonly a1: string;
}

/** An explanation as the panel shows it: amounts in words, rows as places to go to. */
export interface Explained {
  readonly title: string;
  /** "424 h" */
  readonly figure: string;
  readonly rule: string;
  readonly sums: readonly SumLine[];
  readonly leftOut: readonly { readonly label: string; readonly why: string; readonly goTo: CellPlace | null }[];
  readonly proofs: readonly string[];
  readonly notes: readonly string[];
}
export interface SumLine {
  readonly label: string;
  readonly amount: string;
  readonly parts: readonly PartLine[];
}
export interface PartLine {
  readonly label: string;
  readonly amount: string;
  readonly goTo: CellPlace | null;
  readonly parts: readonly PartLine[];
}

/** Longer lists end with one part for all the others, so that they still add up. */
const MOST_PARTS = 100;

/** Where a part of the plan, or a cell of the explained grid, stands. */
export type PlaceOf = (origin: Origin) => CellPlace | null;

export function explainedAs(one: Explanation, placeOf: PlaceOf, currency: string): Explained {
  const { title, rule, sums, leftOut, proofs, notes } = one;
  return {
    title,
    figure: figureText(one, currency),
    rule,
    sums: sums.map(({ label, unit, amount, parts }) => {
      const text = (minutes: number) => amountText(minutes, unit, currency);
      return { label, amount: text(amount), parts: linesOf(parts, text, placeOf) };
    }),
    leftOut: leftOut.map(({ label, why, at }) => ({ label, why, goTo: at && placeOf(at) })),
    proofs: proofs.map(({ says }) => says),
    notes,
  };
}

function linesOf(parts: readonly Part[], text: (amount: number) => string, placeOf: PlaceOf): readonly PartLine[] {
  const line = ({ label, amount, at, parts: own }: Part): PartLine => ({
    label,
    amount: text(amount),
    goTo: at && placeOf(at),
    parts: linesOf(own, text, placeOf),
  });
  if (parts.length <= MOST_PARTS) return parts.map(line);
  const rest = parts.slice(MOST_PARTS);
  const amount = rest.reduce((sum, one) => sum + one.amount, 0);
  return [
    ...parts.slice(0, MOST_PARTS).map(line),
    { label: `${rest.length} smaller ones`, amount: text(amount), goTo: null, parts: [] },
  ];
}

/** Where rows of the plan stand in the workbook; each list is looked through once. */
export function planPlaces(found: Workbook): PlaceOf {
  const { plan } = found;
  const places = {
    person: once(() => namePlaces(found, "person")),
    engagement: once(() => namePlaces(found, "engagement")),
  };
  const named = (kind: "person" | "engagement", name: string | undefined): CellPlace | null =>
    name === undefined ? null : cell(places[kind]()(name));
  return (origin) => {
    if (origin.kind === "cell") return null;
    if (origin.kind === "place") return { sheet: origin.sheet, a1: origin.a1 };
    if (origin.kind === "row") return cell(rowPlace(found, origin.table, origin.row));
    const { kind, number } = origin;
    if (kind === "need") return cell(needPlace(found, number)) ?? named("engagement", engagementOf(found, number));
    if (kind === "allocation") return number < plan.allocations.length ? cell(allocationPlace(found, number)) : null;
    if (kind === "leave") return cell(leavePlace(found, number));
    return named(kind, (kind === "person" ? plan.people : plan.engagements)[number]?.name);
  };
}

const engagementOf = ({ plan }: Workbook, need: number) => plan.engagements[plan.needs[need]!.engagement]?.name;

const leavePlace = (found: Workbook, number: number) => rowPlace(found, LEAVE.name, found.plan.leave.row[number]!);

/** A row of a table that stands alone on a sheet; rows of several cannot be told apart. */
function rowPlace({ located }: Workbook, table: string, row: number) {
  const [found, second] = located.filter((one) => one.table.name === table);
  if (found === undefined || second !== undefined || row < 1) return null;
  return { sheet: found.sheet, row: found.row + row - 1, column: found.column };
}

const cell = (at: { readonly sheet: string; readonly row: number; readonly column: number } | null): CellPlace | null =>
  at && { sheet: at.sheet, a1: a1(at) };

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
