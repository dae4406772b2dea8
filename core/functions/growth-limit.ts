import { comingShares } from "../engine/counted.ts";
import { type GrowthLimit, growthLimits } from "../engine/decide/growth.ts";
import { everything } from "../engine/scope.ts";
import { timeline } from "../engine/timeline.ts";
import type { CellRange } from "../plan/cells.ts";
import { nameKey } from "../plan/names.ts";
import type { Plan } from "../plan/plan.ts";
import { type Problem, refuse } from "../problems.ts";
import { type Minutes, toHours } from "../units.ts";
import { type Asked, defineFunction } from "./define.ts";
import type { Filters } from "./filters.ts";
import { countsWork } from "./filters.ts";
import { percentOf, ratioText } from "./growth-text.ts";
import { requirementsText } from "./requirement-text.ts";
import { scopeOf } from "./scope-of.ts";
import { OF_WORK, PEOPLE_TABLES } from "./vocabulary.ts";
import { whoText } from "./who-text.ts";
import { NO_SKILL } from "./work.ts";

export const GROWTHLIMIT = defineFunction({
  name: "GROWTHLIMIT",
  category: "Decisions",
  summary:
    "How far managed services, or the work that where names, can grow before each skill runs out in some week: the least such growth and the week that it runs out in first, as other weeks bear as much or more; skills that are short without any of it come last.",
  gives: "a table",
  params: ["from", "to", "where"],
  rows: ["total"],
  people: OF_WORK.people,
  work: OF_WORK.work,
  choices: ["pipeline", "hires", "plan", "grain", "restaff", "problems"],
  needs: [["People"], ["Demand", "Support"]],
  mayUse: ["Engagements", "Allocations", ...PEOPLE_TABLES],
  examples: [
    {
      says: "A week in January: 60 hours of tickets may grow by a third, until Daniel's and Marcus's last 20 hours are used up. AWS and Kubernetes grow by 28 hours for each 100 % and share 40.",
      formula:
        "=GROWTHLIMIT(DATE(2026,1,12), DATE(2026,1,16), People, Skills, Engagements, Demand, Support, Allocations)",
      gives: [
        ["Skill", "Growth %", "Exactly", "Period", "To", "Binds", "Can serve", "Who"],
        ["Windows", 33.33, "1/3", 46034, 46038, "Windows 2+", 20, "Daniel Koh 10 h, Marcus Lim 10 h"],
        [
          "Kubernetes",
          142.85,
          "10/7",
          46034,
          46038,
          "AWS 3+, Kubernetes 3+",
          40,
          "Maya Ellison 20 h, Ben Carver 20 h, Wei Ling Tan 0 h",
        ],
        [
          "AWS",
          142.85,
          "10/7",
          46034,
          46038,
          "AWS 3+, Kubernetes 3+",
          40,
          "Maya Ellison 20 h, Ben Carver 20 h, Wei Ling Tan 0 h",
        ],
        ["Linux", 150, "3/2", 46034, 46038, "Linux 2+", 30, "Farah Rahman 20 h, Omar Haddad 10 h, Vikram Joshi 0 h"],
      ],
    },
    {
      says: "In the cut-over three skills are short before the desk grows. Its growth does not touch them: they come last, and are called unrelated.",
      formula:
        '=GROWTHLIMIT(DATE(2026,1,26), DATE(2026,1,30), "engagement=Harborline desk", People, Skills, Engagements, Demand, Support, Allocations)',
      gives: [
        ["Skill", "Growth %", "Exactly", "Period", "To", "Binds", "Can serve", "Who"],
        ["Windows", 33.33, "1/3", 46048, 46052, "Windows 2+", 20, "Daniel Koh 10 h, Marcus Lim 10 h"],
        [
          "Kubernetes",
          0,
          "short today, unrelated",
          46048,
          46052,
          "AWS 3+, Kubernetes 3+, Security 3+ with CISSP",
          40,
          "Maya Ellison 20 h, Ben Carver 20 h, Wei Ling Tan 0 h",
        ],
        [
          "AWS",
          0,
          "short today, unrelated",
          46048,
          46052,
          "AWS 3+, Kubernetes 3+, Security 3+ with CISSP",
          40,
          "Maya Ellison 20 h, Ben Carver 20 h, Wei Ling Tan 0 h",
        ],
        [
          "Security",
          0,
          "short today, unrelated",
          46048,
          46052,
          "AWS 3+, Kubernetes 3+, Security 3+ with CISSP",
          40,
          "Maya Ellison 20 h, Ben Carver 20 h, Wei Ling Tan 0 h",
        ],
      ],
    },
  ],
  run: (asked) => {
    const { plan, counted, filters, from, to } = asked;
    if (filters.work.size === 0 && !plan.given.has("Engagements")) refuse([NO_KINDS], "unavailable");
    const grows = growingNeeds(asked);
    if (!grows.includes(1))
      return [HEADINGS, ["Nothing of the work that is to grow is asked for in this period", ...BLANKS]];
    const scope = { ...everything(plan), contracts: scopeOf(asked).contracts };
    const limits = growthLimits(plan, timeline(from, to, "total"), counted, scope, grows);
    return [HEADINGS, ...limits.map((limit) => rowOf(plan, limit))];
  },
});

const NO_KINDS: Problem = {
  code: "HR-182",
  at: [],
  value: "",
  why: "GROWTHLIMIT needs the Engagements table to know which work is a managed service",
  hint: "Maybe its range is missing from the end of the formula, or where should name the work: engagement=Service desk.",
};
const HEADINGS = ["Skill", "Growth %", "Exactly", "Period", "To", "Binds", "Can serve", "Who"];
const BLANKS = HEADINGS.slice(1).map(() => "");

/** 1 for the needs that grow: those of managed services, unless where names other work. */
export function growingNeeds({
  plan,
  filters,
  counted,
  from,
  to,
}: Pick<Asked, "plan" | "filters" | "counted" | "from" | "to">): Uint8Array {
  const work = filters.work.size > 0 ? filters.work : MANAGED_SERVICES;
  const shares = comingShares(plan, counted);
  return Uint8Array.from(plan.needs, (need) =>
    Number(
      need.from <= to &&
        need.to >= from &&
        shares[need.engagement]! > 0 &&
        countsWork(plan, { ...filters, work }, need),
    ),
  );
}

const MANAGED_SERVICES: Filters["work"] = new Map([["kind", new Set([nameKey("managed service")])]]);

function rowOf(plan: Plan, { skill, role, related, binds }: GrowthLimit): CellRange[number] {
  const name = plan.skills[skill] ?? (role || NO_SKILL);
  if (binds === null) return [name, "", "never binds", "", "", "", "", ""];
  const { at, short, from, to, requirements, supply, people } = binds;
  return [
    name,
    percentOf(at),
    short ? (related ? "short today" : "short today, unrelated") : ratioText(at),
    from,
    to,
    requirementsText(plan, requirements, skill),
    toHours(supply as Minutes),
    whoText(plan, people),
  ];
}
