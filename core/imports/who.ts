import { nameKey } from "../plan/names.ts";
import type { Field } from "./fields.ts";
import type { FileRow } from "./file.ts";
import { memo } from "./memo.ts";
import type { Named } from "./names.ts";
import type { Reading } from "./reading.ts";

/** What hours without a project are booked on, as time tools call it. */
export const NO_PROJECT = "No project";

/** Reads whose row it is, as the plan spells the name; null when that cannot be told, which is then noted. */
export function personReader(reading: Reading): (row: FileRow) => Named | null {
  const { findings, names, file } = reading;
  const byId = !hasNames(reading) && (reading.has("personId") || reading.has("personIds"));
  if (!hasNames(reading) && !byId) return onlyOne(reading);
  if (byId) return (row) => personOfId(reading, row, reading.text(row, "personId"));
  const shared = sharedNames(reading);
  const twinsOf = memo((name) => names.twins(name));
  return (row) => {
    const name = nameIn(reading, row);
    const email = reading.text(row, "email").toLowerCase();
    if (name === "" && email === "") {
      findings.note(
        "HR-248",
        row.row,
        "names nobody",
        "Maybe add the name in the tool and export again.",
        "",
        "",
        "held",
      );
      return null;
    }
    const isShared = shared.size > 0 && shared.has(nameKey(name));
    if (!isShared && twinsOf(name).length === 0) return names.resolve("person", name === "" ? email : name);
    if (email !== "") return names.resolve("person", twin(name, email));
    if (reading.answer(`person ${nameKey(name)}`) !== "") return names.resolve("person", name);
    const hint = "Maybe add the e-mail address to that row, or rename one of them in the tool.";
    findings.note(
      "HR-248",
      row.row,
      "is a name that several people have, and the row has no e-mail",
      hint,
      name,
      reading.heading("person"),
      "held",
    );
    names.resolve("person", name);
    return null;
  };
  function onlyOne(one: Reading): (row: FileRow) => Named {
    one.findings.ask({
      key: "whose",
      asks: "Whose hours are these?",
      why: `The file (${file.source?.label ?? "of an unknown tool"}) has no column of people.`,
      options: [],
      usual: null,
    });
    const name = one.answer("whose", "Somebody");
    const said = { raw: nameKey(name), name };
    return () => said;
  }
}

/** Two people with one name are told apart by their e-mail addresses. */
export const twin = (name: string, email: string): string => `${name} (${email})`;

const NAMES: readonly Field[] = ["person", "firstName", "lastName", "username", "email"];
const hasNames = (reading: Reading): boolean => NAMES.some((field) => reading.has(field));

/** First and last name, else the column of full names, else the login. */
export function nameIn(reading: Reading, row: FileRow): string {
  if (reading.has("firstName") && reading.has("lastName")) {
    return `${reading.text(row, "firstName")} ${reading.text(row, "lastName")}`.trim();
  }
  return reading.text(row, "person") || reading.text(row, "firstName") || reading.text(row, "username");
}

/** Names that stand beside more than one e-mail address. */
export function sharedNames(reading: Reading): ReadonlySet<string> {
  if (!reading.has("email")) return new Set();
  return doubled(reading, (row) => [nameIn(reading, row), reading.text(row, "email").toLowerCase()]);
}

function doubled(reading: Reading, read: (row: FileRow) => readonly [string, string]): ReadonlySet<string> {
  const seen = new Map<string, string>();
  const shared = new Set<string>();
  const bare = memo(nameKey);
  for (const row of reading.file.rows) {
    const [name, other] = read(row);
    if (name === "" || other === "") continue;
    const key = bare(name);
    const known = seen.get(key);
    if (known === undefined) seen.set(key, other);
    else if (known !== other) shared.add(key);
  }
  return shared;
}

/** A number of somebody: known from an import of people, or from what the planner says. */
export function personOfId(reading: Reading, row: FileRow, id: string, says = true): Named | null {
  return ofId(reading, row, "person", id, says);
}

function ofId(reading: Reading, row: FileRow, what: "person" | "engagement", id: string, says = true): Named | null {
  const word = what === "person" ? "person" : "project";
  const known = reading.known.byId.get(`${familyOf(reading)} ${word} ${id}`);
  if (known !== undefined) return { raw: id, name: known };
  const answer = reading.answer(`${what} ${nameKey(id)}`);
  if (answer !== "") return reading.names.resolve(what, id);
  const from = what === "person" ? "people" : "projects";
  const why = `has the number of a ${word} that no import of ${from} knows`;
  reading.names.resolve(what, id);
  if (says) reading.findings.note("HR-248", row.row, why, `Maybe import the ${from} first.`, id, "", "held");
  return null;
}

export const familyOf = ({ file }: Reading): string => (file.source?.id ?? "file").split("-")[0]!;

/** Reads which engagement a row is about; null when its number is not known, which is then noted. */
export function projectReader(reading: Reading): (row: FileRow) => Named | null {
  const { names } = reading;
  if (!reading.has("project") && !reading.has("projectKey") && reading.has("projectId")) {
    return (row) => ofId(reading, row, "engagement", reading.text(row, "projectId"));
  }
  const shared = reading.has("client")
    ? doubled(reading, (row) => [reading.text(row, "project"), reading.text(row, "client")])
    : new Set<string>();
  return (row) => {
    const name = reading.text(row, "project") || reading.text(row, "projectKey");
    if (name === "") return names.resolve("engagement", NO_PROJECT);
    const client = reading.text(row, "client");
    return names.resolve(
      "engagement",
      shared.size > 0 && shared.has(nameKey(name)) && client !== "" ? `${name} (${client})` : name,
    );
  };
}
