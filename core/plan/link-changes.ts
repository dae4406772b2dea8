import type { ChangeKey, ChangeRow } from "../scenario/case.ts";
import type { Change, ChangeKind } from "../scenario/change.ts";
import { CHANGE_CASES } from "../scenario/with-changes.ts";
import { dayNumber, minutes } from "../units.ts";
import { isBlank } from "./cells.ts";
import { cellAt, complain, type Findings } from "./findings.ts";
import type { Numbering } from "./reader.ts";
import { BLANK, entry, type Rows, USED } from "./rows.ts";
import type { SCENARIOS } from "./tables.ts";
import { CHANGES } from "./words.ts";

export type ScenarioRows = Rows<(typeof SCENARIOS)["columns"]>;

// The keys of our own table of words are its words.
const KINDS = Object.keys(CHANGES) as readonly ChangeKind[];

/** The change that a row says; null when the row is left out. */
export function changeAt(rows: ScenarioRows, index: number, numbering: Numbering, findings: Findings): Change | null {
  const kind = rows.state[index] === USED ? entry(KINDS, rows.columns.change[index]!) : undefined;
  if (kind === undefined) return null;
  const { needs, may, read } = CHANGE_CASES[kind];
  const row = rowAt(rows, index, numbering);
  for (const key of CHANGE_KEYS) {
    const isUsed = needs.includes(key) || may.includes(key);
    const spot = { rows, index, key };
    if (row[key] === null && needs.includes(key)) {
      const hint = `Maybe fill ${rows.table.columns[key].heading}.`;
      complain(findings, spot, { code: "HR-161", why: `is empty, and "${kind}" needs it`, hint });
    } else if (!isUsed && !isBlank(cellAt(spot))) {
      const hint = "Maybe empty the cell, or choose another Change.";
      complain(findings, spot, { code: "HR-163", why: `is not used by "${kind}"`, hint });
    }
  }
  return read(row);
}

function rowAt({ columns }: ScenarioRows, index: number, { names }: Numbering): ChangeRow {
  const number = (key: keyof typeof columns) => (columns[key][index] === BLANK ? null : columns[key][index]!);
  const day = (key: "from" | "to") => (columns[key][index] === BLANK ? null : dayNumber(columns[key][index]!));
  const text = (texts: readonly string[], key: keyof typeof columns) => entry(texts, columns[key][index]!) ?? null;
  const weekly = number("hoursAWeek");
  const later = number("weeks");
  return {
    person: text(names.person.texts, "person"),
    engagement: text(names.engagement.texts, "engagement"),
    toEngagement: text(names.engagement.texts, "toEngagement"),
    skill: text(names.skill.texts, "skill"),
    level: number("level"),
    certificate: text(names.certificate.texts, "certificate"),
    location: text(names.location.texts, "location"),
    from: day("from"),
    to: day("to"),
    hoursAWeek: weekly === null ? null : minutes(weekly),
    percent: number("percent"),
    weeks: later === null ? null : later / 7,
  };
}

const CHANGE_KEYS = [
  "person",
  "engagement",
  "toEngagement",
  "skill",
  "level",
  "certificate",
  "location",
  "from",
  "to",
  "hoursAWeek",
  "percent",
  "weeks",
] as const satisfies readonly ChangeKey[];
