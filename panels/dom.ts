import { type DayNumber, dayNumber } from "../core/units.ts";

type Child = Node | string;

/** An element with its properties and children. The panels need no more of a framework than this. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Partial<HTMLElementTagNameMap[K]>,
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), props);
  element.append(...children);
  return element;
}

/** The same element with attributes that are no properties everywhere: roles, labels, live regions. */
export function attr<E extends Element>(element: E, attributes: Readonly<Record<string, string>>): E {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

const UNIX_EPOCH = 25569;
const MS_A_DAY = 86_400_000;

/** The day in a date field, as the day number a spreadsheet would hold. */
export const dayIn = (input: HTMLInputElement): DayNumber => dayNumber(input.valueAsNumber / MS_A_DAY + UNIX_EPOCH);

/** The day in a date field that may be empty. */
export const dayOrNull = (input: HTMLInputElement): DayNumber | null => (input.value === "" ? null : dayIn(input));

/** How a date field spells a day: 2026-01-05. */
export const dateText = (day: DayNumber | null): string =>
  day === null ? "" : new Date((day - UNIX_EPOCH) * MS_A_DAY).toISOString().slice(0, 10);

/** 50000 as "50,000", 1234.5 as "1,234.5". */
export const thousands = (n: number): string =>
  String(n).replace(/\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));

/** "1 sheet", "3 sheets" */
export const counted = (n: number, one: string, many = `${one}s`): string => `${thousands(n)} ${n === 1 ? one : many}`;

/** 90 minutes as "1.5 h", 74,070 as "1,234.5 h". */
export const hours = (minutes: number): string => `${thousands(Math.round(minutes / 6) / 10)} h`;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A day number as "5 Jan". */
export function shortDay(day: number): string {
  const date = new Date((day - UNIX_EPOCH) * MS_A_DAY);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
}
