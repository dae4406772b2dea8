import { complain, type Findings } from "./findings.ts";
import type { Allocations, Engagement } from "./plan.ts";
import type { Directory } from "./references.ts";
import { type Rows, USED } from "./rows.ts";

/** Lost work whose bookings began by the last past day: unlike those of done work they count on no day, so that past months change. */
export function checkLost(
  rows: Rows,
  { engagements, directory }: { readonly engagements: readonly Engagement[]; readonly directory: Directory },
  allocations: Allocations,
  past: number,
  findings: Findings,
): void {
  const booked = new Map<number, number>();
  for (let i = 0; i < allocations.length; i++) {
    const engagement = allocations.engagement[i]!;
    if (engagements[engagement]?.status !== "lost" || allocations.from[i]! > past) continue;
    booked.set(engagement, (booked.get(engagement) ?? 0) + 1);
  }
  if (booked.size === 0) return;
  const { engagement: name } = rows.columns as Readonly<Record<string, Int32Array | undefined>>;
  for (let index = 0; index < rows.length; index++) {
    const engagement = directory.of[name?.[index] ?? -1] ?? -1;
    const count = booked.get(engagement);
    if (count === undefined || rows.state[index] !== USED) continue;
    booked.delete(engagement);
    const why = `takes ${count === 1 ? "1 booking" : `${count} bookings`} that began by the last past day out of past months, too: what is lost counts on no day`;
    complain(findings, { rows, index, key: "status" }, { code: "HR-313", why, hint: HINT });
  }
}

const HINT = "Maybe set Status to done, if people worked on it until then.";
