import type { Exposure } from "../engine/decide/exposure.ts";
import type { Given } from "./given.ts";
import { alarm } from "./heat.ts";
import type { Content, Grid } from "./model.ts";
import { toHours } from "./sums.ts";
import { listed } from "./words.ts";

const MOST_NAMES = 4;

/** Each engagement that depends on somebody: on whom most, and how many it cannot do without. */
export function engagementsGrid({ plan, fingerprint }: Given, hit: readonly Exposure[]): Grid {
  const byEngagement = plan.engagements.map((): Exposure[] => []);
  for (const one of hit) if (one.lost > 0) byEngagement[one.engagement]!.push(one);
  const nameOf = ({ person }: Exposure) => plan.people[person]!.name;
  const exposed = byEngagement
    .map((list, engagement) => ({
      name: plan.engagements[engagement]!.name,
      engagement,
      hits: list.sort((a, b) => b.lost - a.lost || a.person - b.person),
    }))
    .filter(({ hits }) => hits.length > 0)
    .sort((a, b) => b.hits[0]!.lost - a.hits[0]!.lost || (a.name < b.name ? -1 : 1));
  const rows = exposed.map(({ name, hits }): readonly Content[] => {
    const first = hits.map((one) => one.first!).reduce((a, b) => (a < b ? a : b));
    return [name, toHours(hits[0]!.lost), hits.length, first, listed(hits.map(nameOf), MOST_NAMES)];
  });
  return {
    kind: "grid",
    key: "engagements",
    title: "Engagements that depend on somebody",
    fingerprint,
    columns: [
      { key: "name", heading: "Engagement, most exposed first", shows: "text", width: 28 },
      {
        key: "worst",
        heading: "At worst",
        shows: "hours",
        means: { measure: "exposed at worst" },
        note: "What it would lack without the one it needs most.",
      },
      {
        key: "people",
        heading: "People",
        shows: "count",
        means: { measure: "exposed to" },
        note: "How many people it cannot lose without lacking hours.",
      },
      { key: "first", heading: "First week", shows: "date" },
      { key: "who", heading: "Who, most needed first", shows: "text", width: 13 },
    ],
    rows: rows.length > 0 ? rows : [["No engagement depends on one person", 0, 0, null, ""]],
    means: { planned: true },
    rowMeans: exposed.map(({ engagement }) => ({ number: engagement })),
    rules: [alarm(["worst"], "short")],
    charts: [],
  };
}
