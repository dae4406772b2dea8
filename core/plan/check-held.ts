import { complain, type Findings } from "./findings.ts";
import { either, nearest } from "./names.ts";
import type { Person } from "./plan.ts";
import type { Numbering } from "./reader.ts";
import type { Used } from "./references.ts";
import { isListed, type Rows, USED } from "./rows.ts";

/** Everybody, their rows, and how names are numbered: what a name that nobody has is compared with. */
export interface Holders {
  readonly rows: Rows;
  readonly people: readonly Person[];
  readonly skills: Used;
  readonly numbering: Numbering;
}

/** Skills, roles, certificates and locations that work asks for and nobody has: a gap, or a name spelled in two ways. */
export function checkHeld(needs: readonly Rows[], { rows, people, skills, numbering }: Holders, findings: Findings) {
  const { names } = numbering;
  const held = people.flatMap((person) => person.skills);
  if (held.length > 0) {
    const known = new Set(held.map(({ skill }) => skills.texts[skill]!));
    const certificates = new Set(held.flatMap(({ certificate }) => certificate ?? []));
    const wanted = { skill: "is a skill that nobody has", certificate: "is a certificate that nobody holds" };
    complainOfEach(needs, "skill", names.skill.texts, known, wanted.skill, "add it to somebody's skills", findings);
    complainOfEach(needs, "certificate", names.certificate.texts, certificates, wanted.certificate, ADD, findings);
  }
  if (!isListed(rows)) return;
  const roles = namesIn(rows, "role", names.role.texts);
  const places = namesIn(rows, "location", names.location.texts);
  const why = { role: "is a role that nobody has", location: "is a location where nobody is" };
  complainOfEach(needs, "role", names.role.texts, roles, why.role, "fill Role in People", findings);
  complainOfEach(needs, "location", names.location.texts, places, why.location, spelled(places), findings);
}

/** Holidays of a location where nobody is: they are nobody's. */
export function checkHolidayPlaces(holidays: Rows, { rows, numbering }: Holders, findings: Findings): void {
  if (!isListed(rows)) return;
  const { texts } = numbering.names.location;
  const places = namesIn(rows, "location", texts);
  const why = "is a location where nobody is, so its holidays count for nothing";
  complainOfEach([holidays], "location", texts, places, why, spelled(places), findings);
}

const ADD = "add it to somebody in Skills";
const FEW = 3;

/** Of a few places that people have, one may be meant even when it is spelled quite differently. */
function spelled(places: ReadonlySet<string>): string {
  if (places.size === 0) return "fill Location in People";
  return places.size > FEW ? "spell it as in People" : `spell it as in People: ${[...places].join(", ")}`;
}

function namesIn({ columns, length, state }: Rows, key: string, texts: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const column = columns[key]!;
  for (let index = 0; index < length; index++) {
    if (state[index] === USED && column[index]! >= 0) found.add(texts[column[index]!]!);
  }
  return found;
}

/** Comparing names takes time: after so many the hint is a general one. */
const MOST_COMPARED = 40;

/** One warning for each name that is not among those known, at its first row, with the number of rows that have it. */
function complainOfEach(
  tables: readonly Rows[],
  key: string,
  texts: readonly string[],
  known: ReadonlySet<string>,
  why: string,
  otherwise: string,
  findings: Findings,
): void {
  const counts = new Map<number, { readonly rows: Rows; readonly index: number; count: number }>();
  for (const rows of tables) {
    const column = rows.columns[key];
    if (column === undefined) continue;
    for (let index = 0; index < rows.length; index++) {
      const name = column[index]!;
      if (name < 0 || rows.state[index] !== USED || known.has(texts[name]!)) continue;
      const seen = counts.get(name);
      if (seen) seen.count += 1;
      else counts.set(name, { rows, index, count: 1 });
    }
  }
  let compared = 0;
  for (const [name, { rows, index, count }] of counts) {
    compared += 1;
    const like = compared <= MOST_COMPARED ? nearest(texts[name]!, known) : [];
    const only = count === 1 && like.length === 1 ? { mend: like[0]! } : {};
    const complaint = {
      code: "HR-127",
      why: count === 1 ? why : `${why} (${count} rows)`,
      hint: `Maybe ${either(like) || otherwise}.`,
      ...only,
    } as const;
    complain(findings, { rows, index, key }, complaint);
  }
}
