import type { Period } from "../../plan/calendar.ts";
import type { Bottleneck } from "../flow/index.ts";
import type { GapModel } from "../gap-model.ts";
import type { Requirement } from "../requirements.ts";
import type { Candidate } from "./new-work.ts";

/**
 * Requirements that ask for more than everyone who can serve any of them has free, because of new work: what of that work they
 * hold, and how much of it is met and unmet beyond what is unmet without it. Blocks of one start add up to what it lacks.
 */
export interface Block extends Period {
  /** The week in which it begins. */
  readonly period: number;
  /** What the new work asks for first. */
  readonly requirements: readonly Requirement[];
  /** Minutes of the new work. */
  readonly demand: number;
  readonly supply: number;
  readonly deficit: number;
  /** Everyone who can serve any of it, with all their free minutes, which other work may need too. */
  readonly people: readonly number[];
  readonly free: readonly number[];
}

/** New work in one grain. */
export interface NewPiece {
  readonly grain: number;
  readonly variant: number;
  readonly minutes: number;
  /** Which of the new needs. */
  readonly need: number;
}

export interface Tried extends Period {
  readonly lacking: number;
}

/** New work begun on some day, held against the plan. */
export interface Fit {
  /** Minutes unmet beyond those that are unmet without it, and the first and the last day on which any of it is done. */
  readonly tried: (candidate: Candidate, pieces: readonly NewPiece[]) => Tried;
  /** What it lacks, group by group. */
  readonly blocks: (pieces: readonly NewPiece[]) => readonly Block[];
  /** Whether so many per cent of all of it would fit. */
  readonly fitsInPart: (pieces: readonly NewPiece[], percent: number) => boolean;
}

/** The most per cent, in whole ones below 100, of what does not fit in full. More of it never fits better. */
export function mostPercent(fits: (percent: number) => boolean): number {
  let [low, high] = [0, 99];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * What a group lacks more than before. More work only joins groups, and never takes a need out of them (Gallo, Grigoriadis and
 * Tarjan 1989), so that each group of before lies in one of now.
 */
export function lacksMore({ needs, deficit }: Bottleneck, before: readonly Bottleneck[]): number {
  const now = new Set(needs);
  return before.reduce((rest, group) => (now.has(group.needs[0]!) ? rest - group.deficit : rest), deficit);
}

/** Parts of a block of so many minutes of new work, of which some are lacking. */
export const minutesOf = (demand: number, deficit: number) => ({ demand, supply: demand - deficit, deficit });

/** What variants ask for, each once: those of the new work come first in a block. */
export const requirementsOf = ({ variants }: GapModel, list: readonly number[]): readonly Requirement[] => [
  ...new Set(list.map((variant) => variants[variant]!.requirement)),
];

/** People and their minutes, as a block names them. */
export const named = (free: readonly (readonly [person: number, minutes: number])[]) => ({
  people: free.map(([person]) => person),
  free: free.map(([, minutes]) => minutes),
});
