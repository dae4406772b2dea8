import { dayNumber, minutes } from "../units.ts";
import { complain, type Findings } from "./findings.ts";
import { engagementOf, type LinkedEngagements } from "./link-engagements.ts";
import { EFFORT, FIRST_DAY, LAST_DAY, type Need, type Settings, type Spread } from "./plan.ts";
import type { Numbering } from "./reader.ts";
import { checkReference, complainOfUnknown, type Used, use } from "./references.ts";
import { effortsOf } from "./row-rules.ts";
import { BLANK, EXCLUDED, type Rows, USED } from "./rows.ts";
import type { DEMAND, SUPPORT } from "./tables.ts";
import { SPREADS } from "./words.ts";

type DemandRows = Rows<(typeof DEMAND)["columns"]>;
type SupportRows = Rows<(typeof SUPPORT)["columns"]>;

/** What the rows of Demand and Support are linked to. */
export interface Links {
  readonly numbering: Numbering;
  readonly settings: Settings;
  readonly engagements: LinkedEngagements;
  readonly skills: Used;
  readonly locations: Used;
  readonly findings: Findings;
}

// The keys of our own table of words are its words.
const SPREAD_WORDS = Object.keys(SPREADS) as readonly Spread[];

/** Work asked for: rows of Demand, then rows of Support. */
export function linkNeeds(demand: DemandRows, support: SupportRows, links: Links): readonly Need[] {
  const { numbering, locations } = links;
  const { skill, role, certificate, location, spread } = demand.columns;
  const asked = needsOf("Demand", demand, links, (index) => {
    if (skill[index] === BLANK && role[index] === BLANK) return null;
    return {
      role: numbering.names.role.texts[role[index]!] ?? "",
      certificate: numbering.names.certificate.texts[certificate[index]!] ?? null,
      location: use(locations, location[index]!),
      spread: SPREAD_WORDS[spread[index]!] ?? "even",
    };
  });
  const { ticketsAWeek, hoursATicket } = support.columns;
  const helped = needsOf("Support", support, links, (index) => {
    const [count, each] = [ticketsAWeek[index]!, hoursATicket[index]!];
    return { role: "", certificate: null, location: -1, spread: "even", ...arrivalsOf(count, each) };
  });
  return [...asked, ...helped];
}

type Asked = Pick<Need, "role" | "certificate" | "location" | "spread" | "arrivals">;

/** So many tickets a week, each of so many hours (both in thousandths): they come in by chance, and take all the same. */
function arrivalsOf(count: number, each: number): Pick<Need, "arrivals"> {
  if (count <= 0 || each <= 0) return {};
  const exact = (each * 60) / 1000;
  const down = Math.floor(exact);
  const more = ((each * 60) % 1000) / 1000;
  const sizes = more === 0 ? { minutes: [down], shares: [1] } : { minutes: [down, down + 1], shares: [1 - more, more] };
  return { arrivals: { basis: "rate", weekly: count / 1000, dispersion: 1, ...sizes } };
}

function needsOf(
  source: Need["source"],
  rows: DemandRows | SupportRows,
  { settings, engagements, skills, findings }: Links,
  askedIn: (index: number) => Asked | null,
): Need[] {
  const { engagement, skill, minLevel, from, to } = rows.columns;
  const { per, amount } = effortsOf(rows, settings.fullTimeWeek, findings);
  const needs: Need[] = [];
  for (let index = 0; index < rows.length; index++) {
    if (rows.state[index] === EXCLUDED) {
      checkReference(findings, engagements.directory, { rows, index, key: "engagement" });
    }
    if (rows.state[index] !== USED) continue;
    const asked = askedIn(index);
    if (asked === null) {
      complain(findings, { rows, index, key: rows.has.has("skill") ? "skill" : "role" }, NOTHING_ASKED);
      continue;
    }
    const number = engagementOf(engagements, engagement[index]!);
    if (number < 0) {
      complainOfUnknown(findings, engagements.directory, { rows, index, key: "engagement" }, engagement[index]!);
      continue;
    }
    const work = engagements.engagements[number]!;
    const first = from[index] === BLANK ? work.from : from[index]!;
    const last = to[index] === BLANK ? work.to : to[index]!;
    if (!hasDays(rows, index, first, last, per[index]! === EFFORT.total, findings)) continue;
    needs.push({
      source,
      engagement: number,
      skill: use(skills, skill[index]!),
      role: asked.role,
      certificate: asked.certificate,
      location: asked.location,
      spread: asked.spread,
      level: minLevel[index] === BLANK ? 1 : minLevel[index]!,
      from: dayNumber(first),
      to: dayNumber(last),
      per: per[index] === EFFORT.total ? EFFORT.total : EFFORT.week,
      effort: minutes(amount[index]!),
      row: rowNumber(rows, index),
      ...(asked.arrivals && { arrivals: asked.arrivals }),
    });
  }
  return needs;
}

const NOTHING_ASKED = {
  code: "HR-108",
  why: "names neither a skill nor a role",
  hint: "Maybe type the skill it takes.",
} as const;

/** The row in the range that it was read from, counted from 1. */
export function rowNumber({ parts, starts }: Rows, index: number): number {
  let part = parts.length - 1;
  while (part > 0 && starts[part]! > index) part -= 1;
  const { header, layout } = parts[part]!;
  const inPart = index - starts[part]!;
  return layout ? layout.places[inPart]!.row + 1 : header + 2 + inPart;
}

/** Whether a row's days can be used once its engagement's are filled in: total hours need both, and the last may not come first. */
export function hasDays(
  rows: Rows,
  index: number,
  from: number,
  to: number,
  total: boolean,
  findings: Findings,
): boolean {
  if (total && (from === FIRST_DAY || to === LAST_DAY)) {
    const key = from === FIRST_DAY ? "from" : "to";
    const hint = "Maybe fill From and To here, or in Engagements.";
    complain(findings, { rows, index, key }, { code: "HR-116", why: "total hours need a first and a last day", hint });
    return false;
  }
  if (to >= from) return true;
  const key = rows.columns.from![index] === BLANK ? "to" : "from";
  const why = key === "to" ? "ends before the engagement starts" : "starts after the engagement ends";
  complain(findings, { rows, index, key }, { code: "HR-114", why, hint: "Maybe type both days in this row." });
  return false;
}
