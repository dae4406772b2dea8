import { dayOf } from "../../core/plan/calendar.ts";

/** One week, so that an absence by weekday happens once. */
export const WEEK = { from: dayOf(2026, 1, 5), to: dayOf(2026, 1, 11) };
export const WEEKDAYS: ReadonlyMap<string, string> = new Map(
  ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].map((name, i) => [name, `2026-01-${String(5 + i).padStart(2, "0")}`]),
);

/** A look-alike and what is said of it beyond its expected file. */
export interface Case {
  readonly file: string;
  /** Expected tables that are no part of a plan's four tables, or that the plan's own reader reads. */
  readonly elsewhere?: readonly string[];
  /** Expected problems that are told elsewhere, and why. */
  readonly untold?: Readonly<Record<string, string>>;
  /** Problems told beyond the expected ones, and why. */
  readonly also?: Readonly<Record<string, string>>;
  /** Rows of each sheet: read, used, excluded, blank; counted by hand. */
  readonly account: Readonly<Record<string, readonly [number, number, number, number]>>;
}

const ACTUAL = "a share of full time in a month is no hours worked on its days";
const UNNAMED = "hours that name no work are booked on No project";
const HALF = "half a day is 4 hours as long as the contract is not known";

/** Exact: every expected row of a plan's table is found, and nothing else. */
export const EXACT: readonly Case[] = [
  {
    file: "01-weeks-hours.xlsx",
    also: { "Team plan!G15 total-disagrees": "the grand total follows the wrong subtotal" },
    account: { "Team plan": [17, 7, 8, 2] },
  },
  {
    file: "02-months-fte.xlsx",
    elsewhere: ["Actuals"],
    untold: { "FTE 2026!E10 not-a-number": ACTUAL },
    account: { "FTE 2026": [11, 5, 5, 1] },
  },
  {
    file: "03-phases-days-percent.xlsx",
    also: {
      "Plan!A1 engagement-missing": "its title is read as the engagement, which is said",
      "Plan!C7 choose-unit": "cells alone do not show that 0.5 is 50 %",
    },
    account: { Plan: [400, 6, 5, 389] },
  },
  { file: "04-pairs-by-month.xlsx", account: { "Nov 2025": [8, 4, 4, 0], "Dec 2025": [7, 4, 3, 0] } },
  {
    file: "05-sprint-at-row-15.xlsx",
    also: {
      "Ibis S14!G15 spread-evenly": "hours of a sprint say nothing of its days",
      "Ibis S15!G15 spread-evenly": "as above",
      "Wren S14!H18 spread-evenly": "as above",
    },
    account: { "Ibis S14": [19, 3, 10, 6], "Ibis S15": [19, 3, 10, 6], "Wren S14": [21, 2, 10, 9] },
  },
  { file: "06-percent-as-date.csv", account: { "": [10, 8, 2, 0] } },
  { file: "07-leave-swapped.xlsx", account: { "Leave 2026": [8, 5, 3, 0] } },
  {
    file: "08-stundenzettel.csv",
    account: { "": [13, 1, 10, 2], " worked": [13, 6, 5, 2] },
  },
  {
    file: "10-bemanning.xlsx",
    account: { Beläggning: [9, 5, 3, 1], Tid: [5, 4, 1, 0] },
  },
  {
    file: "11-planning-1904.xlsx",
    untold: { "Planning!D3 date-system-1904": "a host hands over the day that the cell shows" },
    also: { "Congés!E3 half-day": HALF },
    account: { Planning: [7, 4, 3, 0], Congés: [3, 2, 1, 0], "Jours fériés": [4, 3, 1, 0] },
  },
  {
    file: "12-absences-by-weekday.csv",
    also: {
      "!C2 half-day": HALF,
      "!C3 half-day": HALF,
      "!C5 half-day": HALF,
      "!C6 half-day": HALF,
      "!C8 half-day": HALF,
    },
    account: { "": [9, 7, 2, 0] },
  },
  { file: "13-staffing-register.csv", account: { "": [12, 7, 4, 1] } },
  {
    file: "14-hours-as-fractions.xlsx",
    also: { "Quinn!D4 engagement-missing": UNNAMED, "Abara!D4 engagement-missing": UNNAMED },
    account: { Staff: [4, 2, 2, 0], Quinn: [9, 4, 4, 1], Abara: [8, 4, 3, 1] },
  },
  {
    file: "16-join-and-empty-rows.xlsx",
    elsewhere: ["Deliverables"],
    account: { Team: [1000, 3, 1, 996], Assignments: [7, 5, 2, 0] },
  },
];
