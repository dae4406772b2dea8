/** A person of the seeded firm; days are spreadsheet day numbers, and `to` is null without an end. */
export interface Person {
  readonly name: string;
  readonly location: string;
  readonly role: string;
  readonly hoursADay: number;
  readonly from: number;
  readonly to: number | null;
}
export interface Allocation {
  readonly person: string;
  readonly engagement: string;
  readonly from: number;
  readonly to: number;
  readonly hoursADay: number;
  readonly billable: boolean;
}
export interface Leave {
  readonly person: string;
  readonly from: number;
  readonly to: number;
}
export interface Holiday {
  readonly location: string;
  readonly day: number;
}

/** A firm with a plan: what every engine of the benchmark is given, each in its own form. */
export interface Firm {
  /** A Monday. */
  readonly start: number;
  readonly weeks: number;
  readonly locations: readonly string[];
  readonly people: readonly Person[];
  readonly allocations: readonly Allocation[];
  readonly leave: readonly Leave[];
  readonly holidays: readonly Holiday[];
}

export const lastDay = ({ start, weeks }: Firm): number => start + 7 * weeks - 1;
export const mondays = ({ start, weeks }: Firm): readonly number[] =>
  Array.from({ length: weeks }, (_, w) => start + 7 * w);
/** In spreadsheet day numbers, 0 and 1 of every 7 are Saturday and Sunday. */
export const isWeekday = (day: number): boolean => day % 7 > 1;
