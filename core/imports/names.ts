import { nameKey, nearest } from "../plan/names.ts";
import type { Stranger } from "./found.ts";

type What = Stranger["what"];

/** What the workbook knows: the plan's names, and names by the ids that earlier imports have left beside them. */
export interface Known {
  readonly people: readonly string[];
  readonly engagements: readonly string[];
  readonly skills: readonly string[];
  /** Name by "float person 101". */
  readonly byId: ReadonlyMap<string, string>;
  /** Whether a person works on a day of the plan; Monday to Friday where nothing is known. */
  readonly works: (person: string, day: number) => boolean;
  /** Minutes of a full-time week, which "1w" counts; "1d" is a fifth of it. */
  readonly fullTimeWeek: number;
}

/** A name as the file has it, which says which row it is, and as the plan spells it, which is written. */
export interface Named {
  readonly raw: string;
  readonly name: string;
}

interface Found {
  readonly what: What;
  readonly name: string;
  rows: number;
  readonly as: Named;
}

const MOST_LIKE = 3;
/** A longer list of unknown people than this is a file of another firm: nobody is helped by names that look alike. */
const MOST_SUGGESTED = 300;

/** Turns names of a file into names of the plan: the same but for case and spaces, or "Last, First", or as the planner said. */
export class NameDesk {
  private readonly known: Readonly<Record<What, ReadonlyMap<string, string>>>;
  private readonly found: Found[] = [];
  /** Names as the file spells them first: upper and lower case tell nobody apart. */
  private readonly spelled: Readonly<Record<What, Map<string, string>>> = { person: new Map(), engagement: new Map() };
  private readonly seen: Readonly<Record<What, Map<string, Found>>> = { person: new Map(), engagement: new Map() };

  constructor(
    private readonly all: Known,
    private readonly answers: ReadonlyMap<string, string>,
  ) {
    const byKey = (names: readonly string[]) => new Map(names.map((name) => [nameKey(name), name]));
    this.known = { person: byKey(all.people), engagement: byKey(all.engagements) };
  }

  resolve(what: What, raw: string): Named {
    const seen = this.seen[what].get(raw);
    if (seen) {
      seen.rows += 1;
      return seen.as;
    }
    const name = raw.normalize("NFC").trim().replace(/\s+/g, " ");
    const key = nameKey(name);
    const meant = this.answers.get(`${what} ${key}`);
    const spelled = this.spelled[what].get(key) ?? name;
    this.spelled[what].set(key, spelled);
    const as = { raw: key, name: meant || (this.same(what, name) ?? spelled) };
    const stranger = { what, name, rows: 1, as };
    this.seen[what].set(raw, stranger);
    this.found.push(stranger);
    return as;
  }

  /** Several people of the plan who share a name and are told apart by what stands in brackets behind it. */
  twins(name: string): readonly string[] {
    if (this.all.people.length === 0 || this.known.person.has(nameKey(name))) return [];
    return this.byBareName().get(nameKey(name)) ?? [];
  }

  private bare: ReadonlyMap<string, readonly string[]> | null = null;

  private byBareName(): ReadonlyMap<string, readonly string[]> {
    if (this.bare !== null) return this.bare;
    const found = new Map<string, string[]>();
    for (const name of this.all.people) {
      const [, base] = /^(.*\S)\s*\([^()]*@[^()]*\)$/.exec(name) ?? [];
      if (base === undefined) continue;
      const key = nameKey(base);
      found.set(key, [...(found.get(key) ?? []), name]);
    }
    this.bare = found;
    return found;
  }

  /**
   * Names that the plan does not have; where it has no names at all everything is new, and only those are told that may be
   * another name of the file: "Silva, Ana" and "Ana Silva".
   */
  strangers(): readonly Stranger[] {
    const keys = new Set<string>();
    const strange = this.found.filter(({ what, name }) => {
      const key = `${what} ${nameKey(name)}`;
      if (keys.has(key) || this.same(what, name) !== null) return false;
      keys.add(key);
      return this.known[what].size > 0 || this.turnedHere(what, name) !== null;
    });
    return strange.map(({ what, name, rows }, i) => {
      const meant = this.answers.get(`${what} ${nameKey(name)}`);
      const here = this.turnedHere(what, name);
      const like = [...(here === null ? [] : [here]), ...(i < MOST_SUGGESTED ? this.like(what, name) : [])];
      return { what, name, rows, like, meant: meant === undefined || meant === "" ? null : meant };
    });
  }

  private same(what: What, name: string): string | null {
    const direct = this.known[what].get(nameKey(name));
    if (direct !== undefined || what !== "person") return direct ?? null;
    const turned = turnedName(name);
    return turned === null ? null : (this.known.person.get(nameKey(turned)) ?? null);
  }

  /** Somebody else's name in the file that is this one turned round. */
  private turnedHere(what: What, name: string): string | null {
    const turned = what === "person" ? turnedName(name) : null;
    return turned === null ? null : (this.spelled.person.get(nameKey(turned)) ?? null);
  }

  private like(what: What, name: string): readonly string[] {
    const names = what === "person" ? this.all.people : this.all.engagements;
    const short = what === "person" ? names.filter((one) => shortNames(one).has(letters(name))) : [];
    const twins = what === "person" ? this.twins(name) : [];
    return [...new Set([...twins, ...short, ...nearest(name, names, MOST_LIKE)])].slice(0, MOST_LIKE);
  }
}

/** "Last, First" as "First Last"; null for any other name. */
function turnedName(name: string): string | null {
  const [, last, first] = /^([^,]+),\s*([^,]+)$/.exec(name) ?? [];
  return last === undefined ? null : `${first} ${last}`;
}

/** Letters only, without accents. */
const letters = (name: string): string =>
  name
    .slice(0, 80)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/** How logins shorten a name: ctan, cyt, cy.tan, tan.cy. */
function shortNames(name: string): ReadonlySet<string> {
  const words = name.split(/[\s,]+/).map(letters);
  const first = words[0] ?? "";
  const last = words.at(-1) ?? "";
  return new Set([
    first + last,
    last + first,
    first.slice(0, 1) + last,
    first + last.slice(0, 1),
    last + first.slice(0, 1),
  ]);
}
