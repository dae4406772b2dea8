import { minutesIn, takesOf } from "../engine/accuracy/takes.ts";
import { CAPACITY, GONE_WORK, oldSkill } from "../plan/snapshots.ts";
import type { Given } from "../sheets/given.ts";
import { dayMonthYear } from "../sheets/words.ts";
import { dayNumber } from "../units.ts";
import { type Ask, periodText } from "./ask.ts";
import { capacityParts } from "./capacity-parts.ts";
import { demandParts, type Only } from "./demand.ts";
import type { Explains } from "./explains.ts";
import { type Explanation, explained, group, minutes, type Part, part, taken as takenOff } from "./explanation.ts";
import { whoOf } from "./who.ts";

/** What a week's plan was on the day of a snapshot, row by row of the snapshot; or as the plan has it now. */
export const SEEN: Explains = [
  ["seen capacity", (ask, { taken = 0 }, given) => seen("Capacity", ask, taken, capacityOf(ask, given, taken))],
  ["seen demand", (ask, { taken = 0 }, given) => seen("Demand", ask, taken, demandOf(ask, given, taken))],
  [
    "seen variance",
    (ask, { taken = 0 }, given) =>
      seen("Capacity less demand", ask, taken, [
        ...group("Capacity", capacityOf(ask, given, taken)),
        ...takenOff(group("Demand", demandOf(ask, given, taken))),
      ]),
  ],
  ["seen change", (ask, { taken = 0, number = 0 }, given) => change(ask, given, taken, number)],
  [
    "seen of engagement",
    (ask, { taken = 0, name = "" }, given) => seen(`Demand of ${name}`, ask, taken, demandOf(ask, given, taken, name)),
  ],
];

const RULE =
  "What the snapshot says of the week: hours by person and engagement, and everybody's capacity as it was known then.";
const NOW = "The plan as it is now, without hours that are only kept free for support.";

function seen(what: string, ask: Ask, taken: number, parts: readonly Part[]): Explanation {
  const about = { title: `${what}, ${periodText(ask)}, ${asOf(taken)}`, rule: taken === 0 ? NOW : RULE };
  return explained(about, minutes(what, parts));
}

const asOf = (taken: number): string => (taken === 0 ? "now" : `as of ${dayMonthYear(dayNumber(taken))}`);

const takeOf = ({ plan }: Given, taken: number) => takesOf(plan.snapshots).find(({ day }) => day === taken);

function capacityOf(ask: Ask, given: Given, taken: number): readonly Part[] {
  if (taken === 0) return capacityParts(ask, whoOf(ask));
  const { snapshots, people } = given.plan;
  return (takeOf(given, taken)?.rows ?? []).flatMap((row): readonly Part[] => {
    const amount = minutesIn(snapshots, row, ask.from);
    if (snapshots.engagement[row] !== CAPACITY || amount === 0) return [];
    const person = snapshots.person[row]!;
    const name = people[person]?.name;
    return [
      part(
        name ?? "Everybody, as it was known then",
        amount,
        name === undefined ? null : { kind: "person", number: person },
      ),
    ];
  });
}

const NOT_KEPT: Only = { need: ({ isReserve }) => isReserve !== true, allocation: () => true };

function demandOf(ask: Ask, given: Given, taken: number, name?: string): readonly Part[] {
  if (taken === 0 && name === GONE_WORK) return [];
  if (taken === 0) return demandParts(name === undefined ? ask : { ...ask, rows: "engagement", name }, NOT_KEPT);
  const { snapshots, people, engagements, skills } = given.plan;
  return (takeOf(given, taken)?.rows ?? []).flatMap((row): readonly Part[] => {
    const engagement = snapshots.engagement[row]!;
    const amount = minutesIn(snapshots, row, ask.from);
    const on = engagements[engagement]?.name ?? GONE_WORK;
    if (engagement === CAPACITY || amount === 0 || (name !== undefined && on !== name)) return [];
    const who =
      people[snapshots.person[row]!]?.name ?? (snapshots.person[row] === -1 ? "Nobody yet" : "Somebody who is gone");
    const skill = skills[snapshots.skill[row]!] ?? oldSkill(snapshots, snapshots.skill[row]!);
    const at = engagement < 0 ? null : ({ kind: "engagement", number: engagement } as const);
    return [part(`${who} on ${on}${skill === undefined ? "" : ` (${skill})`}`, amount, at)];
  });
}

/** Demand of one snapshot less that of the one before it. */
function change(ask: Ask, given: Given, taken: number, before: number): Explanation {
  const parts = [
    ...group(`Demand ${asOf(taken)}`, demandOf(ask, given, taken)),
    ...takenOff(group(`Demand ${asOf(before)}`, demandOf(ask, given, before))),
  ];
  const about = {
    title: `Change of demand, ${periodText(ask)}, ${asOf(taken)}`,
    rule: "Demand, less demand of the row above.",
  };
  return explained(about, minutes("Change", parts));
}
