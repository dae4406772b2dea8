import { bindings } from "../engine/bindings.ts";
import type { GapModel } from "../engine/gap-model.ts";
import { type Group, merged } from "../functions/merged.ts";
import { requirementText } from "../functions/requirement-text.ts";
import { NO_SKILL } from "../functions/work.ts";
import { type Ask, periodText, ruleOf, titleOf } from "./ask.ts";
import { type Explanation, explained, minutes, type Part } from "./explanation.ts";
import { type Found, gapGroups, openParts, peopleParts, proofOf, wholeGroup } from "./gap.ts";

export const BOTTLENECK_KINDS = ["Short", "Demand", "Can serve"] as const;

/** The rows of BOTTLENECKS, or those of one skill: each with its weeks, what is open in them and who could do it. */
export function bottlenecks(ask: Ask, kind: string): Explanation {
  const { plan, rows, name } = ask;
  const { model, groups } = gapGroups(ask, "total");
  const all = bindings(model, [...new Set(groups.map(({ grain }) => grain))]);
  const list = merged(all, ({ requirements }) => requirements.map((one) => requirementText(plan, one)).join(", "));
  const isAsked = ({ of }: Group) =>
    rows !== "skill" ||
    of.some((place) => all[place]!.requirements.some(({ skill }) => (plan.skills[skill] ?? NO_SKILL) === name));
  const own = list.filter(isAsked);
  const parts = own.map(({ skills, of, from, to }): Part => {
    const weeks = of.map((place) => weekPart(ask, model, groups[place]!, kind));
    const amount = weeks.reduce((sum, one) => sum + one.amount, 0);
    const when = periodText({ from, to });
    return { label: `${when[0]!.toUpperCase()}${when.slice(1)}: ${skills}`, amount, at: null, parts: weeks };
  });
  const proofs = own.flatMap(({ of }) => of.map((place) => proofOf(ask, model, groups[place]!)));
  const about = { title: titleOf(TITLES[kind] ?? "Short", ask), rule: ruleOf("BOTTLENECKS") };
  return explained(about, minutes(TITLES[kind] ?? kind, parts), {
    proofs,
    notes: own.length === 0 ? ["No skill gap in these days."] : [],
  });
}

const TITLES: { readonly [kind: string]: string } = {
  Short: "Short in bottlenecks",
  Demand: "Open work of bottlenecks",
  "Can serve": "Free hours of everyone who can, in bottlenecks",
};

/** One week of a bottleneck. */
function weekPart(ask: Ask, model: GapModel, found: Found, kind: string): Part {
  const [whole] = wholeGroup(ask, model, found);
  const { grain, group } = found;
  if (kind === "Demand") {
    const parts = openParts(ask, model, grain, new Set(group.needs)).flatMap((one) => one.parts);
    return { ...whole!, amount: group.demand, parts };
  }
  if (kind !== "Can serve") return whole!;
  const parts = peopleParts(ask, model, grain, new Set(group.suppliers)).flatMap((one) => one.parts);
  return { ...whole!, amount: group.supply, parts };
}
