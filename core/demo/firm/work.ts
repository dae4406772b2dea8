import type { Draw } from "../random.ts";
import { MANAGED, PROJECTS, type Work } from "./market.ts";
import { CLIENTS } from "./names.ts";

/** An engagement of the demo firm in whole weeks of the horizon, the last included; null is open. */
export interface Sold {
  readonly name: string;
  readonly client: string;
  readonly kind: "managed service" | "fixed price" | "time and materials" | "internal";
  readonly status: "confirmed" | "tentative" | "lost" | "done";
  readonly odds: number | null;
  readonly weeks: readonly [first: number, last: number];
  readonly priority: number;
  readonly skills: readonly string[];
}

export const WEEKS = 26;
const INTERNAL = [
  "Internal: training",
  "Internal: tooling",
  "Internal: presales",
  "Internal: hiring",
  "Internal: guilds",
];
const ALWAYS = [-40, 60] as const;

/** 70 engagements: 18 managed services, 34 projects that are sold, 11 that may be, a done and a lost one, 5 internal. */
export function soldFrom(draw: Draw): readonly Sold[] {
  const managed = Array.from({ length: 18 }, (_, i) =>
    sold(MANAGED[i % MANAGED.length]!, CLIENTS[i]!, {
      kind: "managed service",
      weeks: [-draw.whole(10, 90), WEEKS + draw.whole(4, 60)],
      priority: 1 + (i % 2),
    }),
  );
  const projects = Array.from({ length: 34 }, (_, i) => {
    const first = i - 12;
    return sold(PROJECTS[(i * 5) % PROJECTS.length]!, CLIENTS[(i + 18) % CLIENTS.length]!, {
      kind: draw.chance(0.5) ? "fixed price" : "time and materials",
      weeks: [first, first + draw.whole(10, 20)],
      priority: 2 + (i % 3),
    });
  });
  const pipeline = Array.from({ length: 11 }, (_, i) => {
    const first = draw.whole(5, 19);
    return sold(PROJECTS[(i * 3 + 1) % PROJECTS.length]!, CLIENTS[(i * 3 + 2) % CLIENTS.length]!, {
      kind: draw.chance(0.5) ? "fixed price" : "time and materials",
      status: "tentative",
      odds: draw.pick([0.2, 0.3, 0.5, 0.5, 0.6, 0.75, 0.8, 0.9]),
      weeks: [first, first + draw.whole(8, 16)],
      priority: 5,
    });
  });
  const past = [
    sold(PROJECTS[4]!, CLIENTS[7]!, { status: "done", weeks: [-20, -1] }),
    sold(PROJECTS[11]!, CLIENTS[13]!, { status: "lost", weeks: [4, 18] }),
  ];
  return [...managed, ...projects, ...pipeline, ...past, ...INTERNAL.map(internal)];
}

const sold = ([work, ...skills]: Work, client: string, rest: Partial<Sold>): Sold => ({
  name: `${client} ${work}`,
  client,
  kind: "time and materials",
  status: "confirmed",
  odds: null,
  weeks: ALWAYS,
  priority: 4,
  skills,
  ...rest,
});

const internal = (name: string): Sold =>
  sold([name], "", { name, client: "Quellmont Digital", kind: "internal", priority: 6 });
