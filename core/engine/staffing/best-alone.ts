import type { BestAlone } from "./bound.ts";
import type { Compiled } from "./compiled.ts";
import { oneRole } from "./one-role.ts";

/** One person a role and week, less what hand-overs cost. */
export function onePerson(of: Compiled): BestAlone {
  const { solve, plan } = oneRole(of);
  return (role, price, used) => {
    const best = solve(role, of.free, price);
    const { weeks, asked, places, worth } = of.roles[role]!;
    for (let week = 0; week < weeks; week++) {
      const candidate = plan[week]!;
      const at = places[candidate]! + week;
      if (worth[week * places.length + candidate]! > price[at]!) used[at]! += Math.min(asked[week]!, of.free[at]!);
    }
    return best;
  };
}

/** Any number of people a role and week, and hand-overs cost nothing: the dearest minutes first until the week is full. */
export function anyPeople({ roles, free, most }: Compiled): BestAlone {
  const gain = new Float64Array(most);
  return (role, price, used) => {
    const { weeks, asked, places, worth } = roles[role]!;
    const count = places.length;
    let sum = 0;
    for (let week = 0; week < weeks; week++) {
      let left = asked[week]!;
      for (let candidate = 0; candidate < count; candidate++) {
        const at = places[candidate]! + week;
        gain[candidate] = free[at]! > 0 ? worth[week * count + candidate]! - price[at]! : 0;
      }
      while (left > 0) {
        const best = largest(gain, count);
        if (gain[best]! <= 0) break;
        const at = places[best]! + week;
        const minutes = Math.min(left, free[at]!);
        sum += minutes * gain[best]!;
        used[at]! += minutes;
        left -= minutes;
        gain[best] = 0;
      }
    }
    return sum;
  };
}

function largest(list: Float64Array, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if (list[i]! > list[best]!) best = i;
  return best;
}
