import { read, type Schema } from "../schema.ts";
import type { Cell } from "./cells.ts";
import type { Complaint } from "./complaint.ts";
import { type Run, readNames, readNumbers, readSeen } from "./fast.ts";
import { KINDS, type Kind, type KindName, type Namespace } from "./kinds.ts";
import { readMoments } from "./moments.ts";
import { type NameNumbers, noNames, numberOfCell, numberOfName } from "./name-numbers.ts";
import type { ListedSkill } from "./skill-list.ts";

/** What one plan's cells are numbered by: its names, and its lists of skills. */
export interface Numbering {
  readonly names: Readonly<Record<Namespace, NameNumbers>>;
  readonly lists: (readonly NumberedSkill[])[];
  readonly listOf: Map<Cell, number>;
}

/** A skill of a list, by the number of its name; level 0 when the list does not say. */
export interface NumberedSkill {
  readonly name: number;
  readonly level: number;
}

export const newNumbering = (): Numbering => ({
  names: {
    person: noNames(),
    engagement: noNames(),
    skill: noNames(),
    role: noNames(),
    team: noNames(),
    location: noNames(),
    client: noNames(),
    certificate: noNames(),
    setting: noNames(),
    scenario: noNames(),
    milestone: noNames(),
  },
  lists: [],
  listOf: new Map(),
});

/** Read a run of cells; those that need the schema are left in `run.rest`. */
export function readRun(numbering: Numbering, name: KindName, run: Run): void {
  const kind: Kind = KINDS[name];
  if (kind.is === "number") readNumbers(run, kind, seenBy(name));
  else if (kind.is === "moment") readMoments(run, seenBy("day"));
  else if (kind.is === "name") readNames(run, numbering.names[kind.namespace]);
  else if (kind.is === "skills") readSeen(run, { get: (cell) => listNumber(numbering, cell, kind.schema) });
  else readSeen(run, seenBy(name));
}

export type CellNumber = { readonly value: number; readonly warning?: Complaint } | Complaint;

/** One cell by its schema, as the number that the plan stores. Cells without a complaint are remembered. */
export function readBySchema(numbering: Numbering, name: KindName, cell: Cell): CellNumber {
  const kind: Kind = KINDS[name];
  switch (kind.is) {
    case "number":
    case "code":
    case "moment":
      return remember(name, cell, kind.schema, (value) => value);
    case "flag":
      return remember(name, cell, kind.schema, (value) => (value ? 1 : 0));
    case "word":
      return remember(name, cell, kind.schema, (word) => kind.words.indexOf(word));
    case "name":
      return map(read(kind.schema, cell), (text) => numberOfName(numbering.names[kind.namespace], cell, text));
    case "skills":
      return map(knownList(cell, kind.schema), (list) => addList(numbering, cell, list));
    case "raw":
    case "unread":
      return { value: 0 };
  }
}

type Read<T> = { readonly value: T; readonly warning?: Complaint } | Complaint;

function map<T>(reading: Read<T>, take: (value: T) => number): CellNumber {
  return "value" in reading ? { ...reading, value: take(reading.value) } : reading;
}

function remember<T>(name: KindName, cell: Cell, schema: Schema<T>, take: (value: T) => number): CellNumber {
  const found = map(read(schema, cell), take);
  if ("value" in found && found.warning === undefined) {
    const seen = seenBy(name);
    if (seen.size >= MOST_SEEN) seen.clear();
    seen.set(cell, found.value);
  }
  return found;
}

/** What a cell of a kind means does not depend on the plan, so it is remembered from one plan to the next. */
const SEEN = new Map<KindName, Map<Cell, number>>();
const LISTS = new Map<Cell, readonly ListedSkill[]>();
const MOST_SEEN = 5000;

function seenBy(name: KindName): Map<Cell, number> {
  const seen = SEEN.get(name);
  if (seen) return seen;
  const fresh = new Map<Cell, number>();
  SEEN.set(name, fresh);
  return fresh;
}

/** Lists are numbered in the order of their rows, read before or not: a plan's numbers must not depend on earlier plans. */
function listNumber(numbering: Numbering, cell: Cell, schema: Schema<readonly ListedSkill[]>): number | undefined {
  const number = numbering.listOf.get(cell);
  if (number !== undefined) return number;
  const found = knownList(cell, schema);
  return "value" in found && found.warning === undefined ? addList(numbering, cell, found.value) : undefined;
}

function addList({ names, lists, listOf }: Numbering, cell: Cell, list: readonly ListedSkill[]): number {
  const numbered = list.map(({ skill, level }) => {
    const known = numberOfCell(names.skill, skill, false);
    return { name: known < 0 ? numberOfName(names.skill, skill, skill) : known, level };
  });
  const number = lists.push(numbered) - 1;
  listOf.set(cell, number);
  return number;
}

function knownList(cell: Cell, schema: Schema<readonly ListedSkill[]>): Read<readonly ListedSkill[]> {
  const known = LISTS.get(cell);
  if (known) return { value: known };
  const found = read(schema, cell);
  if ("value" in found && found.warning === undefined) {
    if (LISTS.size >= MOST_SEEN) LISTS.clear();
    LISTS.set(cell, found.value);
  }
  return found;
}
