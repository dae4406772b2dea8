import { STEPS } from "../sheets/margin-bridge-steps.ts";
import { bothSights, bridgeParts, isOfCosts } from "./bridge-parts.ts";
import type { Explains } from "./explains.ts";
import { explained, sumOf } from "./explanation.ts";
import { kept } from "./kept.ts";
import { money, namesOf, ofEach, partsShown } from "./money-lines.ts";

/** A part of the margin bridge of an engagement, person by person and fee by fee; `numbers` are the engagements. */
export const BRIDGE: Explains = STEPS.map(({ key, name, note }) => [
  `bridge ${key}`,
  (_, { numbers = [] }, given) => {
    const title = `${name}, ${namesOf(given, numbers)}`;
    const parts = ofEach(given, numbers, (engagement) => bridgeParts(sights(given), key, engagement));
    return explained(
      { title, rule: note },
      sumOf(name, "minor units", isOfCosts(key) ? partsShown(given, parts) : parts),
    );
  },
]);

const sights = kept((given) => bothSights(given.plan, money(given).months, given.counted));
