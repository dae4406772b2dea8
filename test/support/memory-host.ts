import type { Area, Book, Look, Owned, Planning, Slot, Step } from "../../core/host.ts";
import type { Cell } from "../../core/plan/cells.ts";
import type { SheetOp, Written } from "../../core/sheets/ops.ts";

/** One sheet as plain data. Keys are "row,column"; what says nothing is not stored. */
export interface MemorySheet {
  hidden: boolean;
  readonly cells: Map<string, Written>;
  readonly formats: Map<string, string>;
  readonly looks: Map<string, string>;
  readonly links: Map<string, string>;
  /** Colours that a planner gave to cells. */
  readonly fills: Map<string, string>;
  readonly notes: Map<string, string>;
  readonly choices: Map<string, string>;
  rules: { readonly at: readonly Area[]; readonly text: string }[];
  readonly charts: Map<string, string>;
  frozen: string;
}
export interface MemoryBook {
  readonly sheets: Map<string, MemorySheet>;
  readonly names: Map<string, Owned>;
  readonly slots: Map<Slot, readonly (readonly Cell[])[]>;
  flag: string | null;
  /** What the planner has selected, if anything. */
  selected?: Owned;
  /** How it reads a planning workbook; a file that nobody has chosen yet, unless said. */
  planning?: Planning;
}

export const newSheet = (hidden: boolean): MemorySheet => ({
  hidden,
  cells: new Map(),
  formats: new Map(),
  looks: new Map(),
  links: new Map(),
  fills: new Map(),
  notes: new Map(),
  choices: new Map(),
  rules: [],
  charts: new Map(),
  frozen: "",
});

export function memoryBook(sheets: Readonly<Record<string, readonly (readonly Written[])[]>> = {}): MemoryBook {
  const book: MemoryBook = { sheets: new Map(), names: new Map(), slots: new Map(), flag: null };
  for (const [name, rows] of Object.entries(sheets)) {
    book.sheets.set(name, newSheet(false));
    rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        put(book, name, r, c, cell);
      });
    });
  }
  return book;
}

export function cloneBook({ sheets, names, slots, flag }: MemoryBook): MemoryBook {
  const copy = (sheet: MemorySheet): MemorySheet => ({
    ...sheet,
    cells: new Map(sheet.cells),
    formats: new Map(sheet.formats),
    looks: new Map(sheet.looks),
    links: new Map(sheet.links),
    fills: new Map(sheet.fills),
    notes: new Map(sheet.notes),
    choices: new Map(sheet.choices),
    rules: [...sheet.rules],
    charts: new Map(sheet.charts),
  });
  return {
    sheets: new Map([...sheets].map(([name, sheet]) => [name, copy(sheet)])),
    names: new Map(names),
    slots: new Map(slots),
    flag,
  };
}

export function put({ sheets }: MemoryBook, sheet: string, row: number, column: number, cell: Written): void {
  const { cells } = sheets.get(sheet)!;
  if (cell === null || cell === "") cells.delete(`${row},${column}`);
  else cells.set(`${row},${column}`, cell);
}

export const at = ({ sheets }: MemoryBook, sheet: string, row: number, column: number): Written =>
  sheets.get(sheet)?.cells.get(`${row},${column}`) ?? null;

/** What a planner can see, as text to compare: cells, looks, rules, charts, names; no journal, no hidden sheet. */
export const seen = (book: MemoryBook, except = "Changed by hand"): string =>
  JSON.stringify([
    [...book.sheets]
      .filter(([name, { hidden }]) => !hidden && name !== except)
      .map(sheetText)
      .sort(),
    [...book.names]
      .filter(([, { sheet }]) => book.sheets.get(sheet)?.hidden === false)
      .map((one) => JSON.stringify(one))
      .sort(),
  ]);

/** Everything there is. */
export const everything = (book: MemoryBook): string =>
  JSON.stringify([[...book.sheets].map(sheetText).sort(), [...book.names].sort(), [...book.slots].sort(), book.flag]);

function sheetText([name, sheet]: readonly [string, MemorySheet]): string {
  const { cells, formats, looks, links, notes, choices, rules, charts, hidden } = sheet;
  const maps = [cells, formats, looks, links, notes, choices, charts].map((map) => lines(map).sort().join("\n"));
  return [name, hidden, ...maps, ...rules.map(({ text }) => text).sort()].join("\n\n");
}

function lines(map: ReadonlyMap<string, Written>): string[] {
  const all: string[] = [];
  for (const [key, value] of map) {
    all.push(`${key} ${typeof value} ${typeof value === "object" ? (value?.formula ?? "") : value}`);
  }
  return all;
}

export const MODES = ["throw before", "throw after", "die before", "die after", "die half"] as const;
export type Mode = (typeof MODES)[number];
export interface Weather {
  /** The call that fails, counted from 1; 0: none. */
  readonly failAt?: number;
  readonly mode?: Mode;
  /** Changes wait until a flush, a read or the end of the script; a killed script loses the later ones. */
  readonly buffered?: boolean;
}
export class Injected extends Error {}

/** A host over plain data that counts what it is asked and fails at any one call; the worst host, not a particular one. */
export function memoryHost(book: MemoryBook, { failAt = 0, mode = "throw before", buffered = false }: Weather = {}) {
  let calls = 0;
  let dead = false;
  let pending: (() => void)[] = [];
  const asked: Step[] = [];
  const drain = () => {
    for (const act of pending.splice(0)) act();
  };
  /** The single changes a step is made of, so that it can stop half-way. */
  const act = (step: Step): unknown => {
    const parts = changes(book, step);
    if (parts === null) {
      drain();
      return answer(book, step);
    }
    if (buffered && step.do !== "raise") pending.push(...parts);
    else for (const part of parts) part();
    return undefined;
  };
  const half = (step: Step) => {
    if (buffered) {
      const all = [...pending, ...(step.do === "raise" ? [] : (changes(book, step) ?? []))];
      for (const part of all.slice(0, all.length >> 1)) part();
    } else {
      const parts = changes(book, step) ?? [];
      for (const part of parts.slice(0, parts.length >> 1)) part();
    }
    pending = [];
  };
  const host = (step: Step): unknown => {
    if (dead) throw new Injected("the host is gone");
    calls += 1;
    asked.push(step);
    if (calls !== failAt) return act(step);
    if (mode.startsWith("die")) dead = true;
    if (mode.endsWith("after")) act(step);
    if (mode === "die after" && step.do !== "raise") drain();
    if (mode === "die half") half(step);
    throw new Injected(`${mode} at call ${failAt}`);
  };
  return {
    host,
    asked,
    calls: () => calls,
    /** The script ends by itself: what waits is written. */
    end: () => {
      if (!dead) drain();
    },
  };
}

function answer(book: MemoryBook, step: Step): unknown {
  switch (step.do) {
    case "book":
      return bookOf(book);
    case "look":
      return {
        owned: new Map([...book.names].filter(([name]) => name.startsWith("Headroom_"))),
        flag: book.flag,
        names: [...book.names.keys()],
        named: new Map(book.names),
        sheets: [...book.sheets.keys()],
      } satisfies Look;
    case "read":
      return step.areas.map(({ sheet, at: area }) =>
        Array.from({ length: area.rows }, (_, i) =>
          Array.from({ length: area.columns }, (_, j) => at(book, sheet, area.row + i, area.column + j)),
        ),
      );
    case "fills":
      return step.areas.map(({ sheet, at: area }) =>
        Array.from({ length: area.rows }, (_, i) =>
          Array.from(
            { length: area.columns },
            (_, j) => book.sheets.get(sheet)?.fills.get(`${area.row + i},${area.column + j}`) ?? null,
          ),
        ),
      );
    case "selection":
      return book.selected ?? null;
    case "planning":
      return book.planning ?? { way: "file", file: null };
    case "stored":
      return book.slots.get(step.slot) ?? null;
    default:
      return undefined;
  }
}

export const bookOf = ({ sheets }: MemoryBook): Book =>
  [...sheets]
    .filter(([, { hidden }]) => !hidden)
    .map(([name, { cells }]) => {
      const places = [...cells.keys()].map((key) => key.split(",").map(Number) as [number, number]);
      const rows = 1 + places.reduce((most, [row]) => Math.max(most, row), -1);
      const columns = 1 + places.reduce((most, [, column]) => Math.max(most, column), -1);
      const value = (cell: Written | undefined): Cell =>
        cell === undefined || cell === null ? null : typeof cell === "object" ? 0 : cell;
      return {
        name,
        cells: Array.from({ length: rows }, (_, i) =>
          Array.from({ length: columns }, (_, j) => value(cells.get(`${i},${j}`))),
        ),
      };
    });

function changes(book: MemoryBook, step: Step): (() => void)[] | null {
  switch (step.do) {
    case "store":
      return [
        () => void book.slots.set(step.slot, step.cells.slice(0, step.cells.length >> 1)),
        () => void book.slots.set(step.slot, step.cells),
      ];
    case "raise":
      return [
        () => {
          book.flag = step.flag;
        },
      ];
    case "apply": {
      let sheet = "";
      return step.ops.flatMap((op) => {
        if (op.do === "open") sheet = op.sheet;
        return opChanges(book, sheet, op);
      });
    }
    default:
      return null;
  }
}

function opChanges(book: MemoryBook, name: string, op: SheetOp): (() => void)[] {
  const sheet = () => book.sheets.get(name)!;
  switch (op.do) {
    case "open":
      return [
        () => {
          if (!book.sheets.has(name)) book.sheets.set(name, newSheet(op.hidden ?? false));
        },
      ];
    case "show":
      return [
        () => {
          sheet().hidden = !op.visible;
        },
      ];
    case "clear":
      return [() => clear(sheet(), op.at)];
    case "write":
      return op.cells.map((row, i) => () => {
        row.forEach((cell, j) => {
          put(book, name, op.at.row + i, op.at.column + j, cell);
        });
      });
    case "own":
      return [
        () => {
          if (op.at) book.names.set(op.name, { sheet: name, at: op.at });
          else book.names.delete(op.name);
        },
      ];
    case "format":
      return [() => each(op.at, (key) => void sheet().formats.set(key, op.pattern))];
    case "paint":
      return [() => each(op.at, (key) => void sheet().looks.set(key, op.look))];
    case "link":
      return [() => each(op.at, (key) => void sheet().links.set(key, `${op.sheet}!${op.a1}`))];
    case "note":
      return [() => each(op.at, (key) => void sheet().notes.set(key, op.text))];
    case "choose":
      return [() => each(op.at, (key) => void sheet().choices.set(key, JSON.stringify(op.from)))];
    case "rule":
      return [() => void sheet().rules.push(ruleOf(op.at, op.when, op.look))];
    case "chart":
      return [() => void sheet().charts.set(op.name, JSON.stringify(op))];
    case "unchart":
      return [() => void sheet().charts.delete(op.name)];
    case "freeze":
      return [
        () => {
          sheet().frozen = `${op.rows} ${op.columns}`;
        },
      ];
    case "width":
    case "page":
      return [];
  }
}

/** A rule by the cells it covers, however they are cut into rectangles. */
export function ruleOf(areas: readonly Area[], when: unknown, look: string): MemorySheet["rules"][number] {
  const keys: string[] = [];
  for (const area of areas) each(area, (key) => void keys.push(key));
  return { at: areas, text: JSON.stringify([keys.sort(), when, look]) };
}

function clear(sheet: MemorySheet, area: Area): void {
  const { cells, formats, looks, links, notes, choices } = sheet;
  each(area, (key) => {
    for (const map of [cells, formats, looks, links, notes, choices]) map.delete(key);
  });
  const inside = (one: Area) =>
    one.row >= area.row &&
    one.column >= area.column &&
    one.row + one.rows <= area.row + area.rows &&
    one.column + one.columns <= area.column + area.columns;
  sheet.rules = sheet.rules.filter(({ at: areas }) => !areas.every(inside));
}

function each(area: Area, act: (key: string) => void): void {
  for (let i = 0; i < area.rows; i++) for (let j = 0; j < area.columns; j++) act(`${area.row + i},${area.column + j}`);
}
