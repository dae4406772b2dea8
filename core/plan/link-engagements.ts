import { LONGEST_NAME, read } from "../schema.ts";
import { dayNumber } from "../units.ts";
import { isBlank, isErrorValue } from "./cells.ts";
import { cellAt, complain, type Findings, type Spot } from "./findings.ts";
import { type Engagement, FIRST_DAY, LAST_DAY, type Status } from "./plan.ts";
import type { Numbering } from "./reader.ts";
import { type Directory, UNKNOWN } from "./references.ts";
import { BLANK, isListed, type Rows, USED } from "./rows.ts";
import { startSlips } from "./start-slip.ts";
import type { ENGAGEMENTS } from "./tables.ts";
import type { StartSlip } from "./tickets.ts";
import { ENGAGEMENT_KINDS, STATUSES } from "./words.ts";

export interface LinkedEngagements {
  readonly engagements: Engagement[];
  readonly directory: Directory;
}

const KINDS = Object.keys(ENGAGEMENT_KINDS);
// The keys of our own table of words are its words.
const STATUS_WORDS = Object.keys(STATUSES) as readonly Status[];
const ASSUMED_KIND = { kind: KINDS[0]!, isKindAssumed: true } as const;

/** The engagements of their table. Without one, `engagementOf` adds each engagement when it is first used. */
export function linkEngagements(
  rows: Rows<(typeof ENGAGEMENTS)["columns"]>,
  { names }: Numbering,
  findings: Findings,
): LinkedEngagements {
  const { engagement, client, kind, status, odds, from, to, priority } = rows.columns;
  const of = new Int32Array(names.engagement.texts.length).fill(UNKNOWN);
  const rowOf = new Map<number, number>();
  const engagements: Engagement[] = [];
  for (let index = 0; index < rows.length; index++) {
    if (rows.state[index] !== USED) continue;
    const late = rows.has.has("startSlip") ? slipAt({ rows, index, key: "startSlip" }, findings) : null;
    if (late === undefined) continue;
    const name = engagement[index]!;
    const twice = rowOf.get(name);
    if (twice !== undefined) {
      const hint = "Maybe delete one row, or give one engagement another name.";
      const other = { rows, index: twice, key: "engagement" };
      complain(findings, { rows, index, key: "engagement" }, { code: "HR-121", why: "stands twice", hint }, other);
      continue;
    }
    rowOf.set(name, index);
    const word = STATUS_WORDS[status[index]!] ?? "confirmed";
    if (word === "tentative" && odds[index] === BLANK) {
      complain(findings, { rows, index, key: rows.has.has("odds") ? "odds" : "status" }, NO_ODDS);
    }
    of[name] =
      engagements.push({
        name: names.engagement.texts[name]!,
        client: names.client.texts[client[index]!] ?? "",
        ...(kind[index] === BLANK ? ASSUMED_KIND : { kind: KINDS[kind[index]!]! }),
        status: word,
        odds: odds[index] === BLANK ? null : odds[index]!,
        from: from[index] === BLANK ? FIRST_DAY : dayNumber(from[index]!),
        to: to[index] === BLANK ? LAST_DAY : dayNumber(to[index]!),
        priority: priority[index] === BLANK ? null : priority[index]!,
        startSlip: late,
        owner: ownerAt({ rows, index, key: "owner" }),
      }) - 1;
  }
  const listed = isListed(rows) ? rows : null;
  const known = engagements.map(({ name }) => name);
  return { engagements, directory: { names: names.engagement, of, listed, known, hints: new Map() } };
}

/** Who answers for it, as typed; "" where nobody is named. */
function ownerAt(spot: Spot): string {
  const cell = spot.rows.has.has(spot.key) ? cellAt(spot) : null;
  return typeof cell === "string" && !isErrorValue(cell) ? cell.trim().replace(/\s+/g, " ").slice(0, LONGEST_NAME) : "";
}

/** How late the row says that its work may start; undefined when it says what cannot be read. */
function slipAt(spot: Spot, findings: Findings): readonly StartSlip[] | null | undefined {
  const cell = cellAt(spot);
  if (isBlank(cell)) return null;
  const found = read(startSlips, cell);
  const complaint = "value" in found ? found.warning : found;
  if (complaint) complain(findings, spot, complaint);
  return "value" in found ? found.value : undefined;
}

const NO_ODDS = {
  code: "HR-107",
  why: "is tentative work without odds and counts in full",
  hint: "Maybe type how likely it is, such as 60%.",
} as const;

/** The number of the engagement that a row names; UNKNOWN when the Engagements table lacks it. */
export function engagementOf({ engagements, directory }: LinkedEngagements, name: number): number {
  const known = directory.of[name]!;
  if (known >= 0 || directory.listed !== null) return known;
  const engagement: Engagement = {
    name: directory.names.texts[name]!,
    client: "",
    ...ASSUMED_KIND,
    status: "confirmed",
    odds: null,
    from: FIRST_DAY,
    to: LAST_DAY,
    priority: null,
  };
  const number = engagements.push(engagement) - 1;
  directory.of[name] = number;
  return number;
}
