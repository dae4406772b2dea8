import type { Need, Plan } from "../../plan/plan.ts";
import type { Arrivals } from "../../plan/tickets.ts";
import { hasChanged } from "./effort-change.ts";
import { type Forecast, forecastAt } from "./forecast.ts";
import { type History, histories } from "./history.ts";
import { smoothed } from "./smoothing.ts";

/** One queue of support: an engagement and a skill, with its rows of Support and what its tickets say. */
export interface Queue {
  readonly engagement: number;
  readonly skill: number;
  /** Rows of Support that ask for this queue's hours. */
  readonly rows: readonly Need[];
  readonly history: History | null;
  readonly forecast: Forecast | null;
  /** From its tickets; null where nothing says how many hours they take, where they take none, or where none come in. */
  readonly arrivals: Arrivals | null;
  /** Where the hours a ticket come from when the queue's own tickets do not say. */
  readonly borrowed: "nothing" | "its last weeks" | "row" | "skill" | "all tickets";
}

/** The rows of Support as they were read, also where tickets count in their place. */
export const statedSupport = ({ needs }: Plan): readonly Need[] =>
  needs.flatMap((need) => {
    if (need.source !== "Support" || need.isReserve) return [];
    return need.insteadOf ?? [need];
  });

/** Every queue: those of Support in the order of its rows, then those that only Tickets know. */
export function queuesOf(plan: Plan): readonly Queue[] {
  const rows = statedSupport(plan);
  const found = histories(plan, (engagement, skill) => skillOfQueue(rows, engagement, skill));
  const overall = sizesOf(found);
  const queues = new Map<string, { engagement: number; skill: number; rows: Need[]; history: History | null }>();
  const at = (engagement: number, skill: number) => {
    const key = `${engagement} ${skill}`;
    const known = queues.get(key) ?? { engagement, skill, rows: [], history: null };
    queues.set(key, known);
    return known;
  };
  for (const row of rows) at(row.engagement, row.skill).rows.push(row);
  for (const history of found) at(history.engagement, history.skill).history = history;
  return [...queues.values()].map((queue): Queue => {
    const { history } = queue;
    if (history === null) return { ...queue, forecast: null, arrivals: null, borrowed: "nothing" };
    const forecast = forecastAt(history.weeks, smoothed(history.weeks), history.weeks.length);
    const { sizes, borrowed } = sizesFor(history, queue.rows, found, overall);
    return { ...queue, forecast, arrivals: arrivalsFrom(forecast, sizes), borrowed };
  });
}

/** Whether a row of Support asks for the same hours as the queue: its skill, or any skill of its engagement. */
export const covers = (row: Need, { engagement, skill }: Queue): boolean =>
  row.engagement === engagement && (row.skill === skill || skill < 0);

/**
 * The skill of the queue that a ticket belongs to: its own where a row of Support asks for it; otherwise that of the row
 * without a skill, which takes them all. A ticket that names none belongs to the engagement's only skill.
 */
function skillOfQueue(rows: readonly Need[], engagement: number, skill: number): number {
  const asked = new Set(rows.filter((row) => row.engagement === engagement).map((row) => row.skill));
  if (skill >= 0) return !asked.has(skill) && asked.has(-1) ? -1 : skill;
  const [only, other] = asked;
  return only !== undefined && other === undefined ? only : -1;
}

type Sizes = Pick<Arrivals, "minutes" | "shares">;

/** So few tickets with hours say little about the next one. */
const FEWEST = 5;

function sizesFor(
  history: History,
  rows: readonly Need[],
  all: readonly History[],
  overall: Sizes | null,
): { readonly sizes: Sizes | null; readonly borrowed: Queue["borrowed"] } {
  if (history.timed >= FEWEST && hasChanged(history))
    return { sizes: sizesOf([{ minutes: history.recent }]), borrowed: "its last weeks" };
  if (history.timed >= FEWEST) return { sizes: sizesOf([history]), borrowed: "nothing" };
  const stated = rows.find(({ arrivals }) => arrivals !== undefined)?.arrivals;
  if (stated) return { sizes: stated, borrowed: "row" };
  const alike = all.filter(({ skill }) => skill === history.skill && skill >= 0);
  if (alike.reduce((sum, { timed }) => sum + timed, 0) >= FEWEST) return { sizes: sizesOf(alike), borrowed: "skill" };
  return { sizes: overall, borrowed: "all tickets" };
}

/** What tickets took, each as likely as it was. */
function sizesOf(all: readonly Pick<History, "minutes">[]): Sizes | null {
  const counts = new Map<number, number>();
  let total = 0;
  for (const { minutes } of all) {
    for (const [size, count] of minutes) {
      counts.set(size, (counts.get(size) ?? 0) + count);
      total += count;
    }
  }
  if (total === 0) return null;
  const minutes = [...counts.keys()].sort((a, b) => a - b);
  return { minutes, shares: minutes.map((size) => counts.get(size)! / total) };
}

function arrivalsFrom({ mean, dispersion }: Forecast, sizes: Sizes | null): Arrivals | null {
  if (sizes === null || !(mean > 0) || sizes.minutes.every((size) => size === 0)) return null;
  return { basis: "tickets", weekly: mean, dispersion, minutes: sizes.minutes, shares: sizes.shares };
}
