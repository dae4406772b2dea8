import { type Ask, periodText, ruleOf } from "./ask.ts";
import { type Explanation, explained, minutes } from "./explanation.ts";
import { type Found, gapGroups, openParts, peopleParts, proofOf, wholeGroup } from "./gap.ts";

type Side = "short" | "open" | "free";

/** A bottleneck of the sheet Skill gaps, by its place in the list; what it asks for, who can do it, and the difference. */
export function bottleneck(ask: Ask, number: number | undefined, side: Side): Explanation {
  const { model, groups } = gapGroups(ask, "week");
  const found: Found | undefined = groups[number ?? -1];
  const about = { title: `Bottleneck, ${periodText(ask)}`, rule: ruleOf("BOTTLENECKS") };
  if (found === undefined) return explained(about, minutes("Short", []), { notes: ["No shortage in these weeks."] });
  const { grain, group } = found;
  const parts = {
    short: () => wholeGroup(ask, model, found).flatMap((one) => one.parts),
    open: () => openParts(ask, model, grain, new Set(group.needs)).flatMap((one) => one.parts),
    free: () => peopleParts(ask, model, grain, new Set(group.suppliers)).flatMap((one) => one.parts),
  };
  const label = { short: "Short", open: "Open work of the group", free: "Free hours of everyone who can" };
  const title = `${label[side]}, ${periodText(model.grains.periods[grain]!)}`;
  return explained({ ...about, title }, minutes(label[side], parts[side]()), { proofs: [proofOf(ask, model, found)] });
}
