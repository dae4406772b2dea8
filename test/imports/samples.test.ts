import { describe, expect, test } from "vitest";
import { dayReader, evidenceOf } from "../../core/imports/days.ts";
import type { Known } from "../../core/imports/names.ts";
import type { Import } from "../../core/imports/read.ts";
import { decoded } from "../../panels/files/decode.ts";
import {
  cellsIn,
  expectedFacts,
  minutesIn,
  NOBODY,
  rowsSaid,
  sample,
  sampleBytes,
  sampleNames,
  weekdayOf,
} from "./read.ts";

/** The plan after Float's or Runn's people and projects were imported. */
function knownFrom(...names: readonly string[]): Known {
  const byId = new Map<string, string>();
  const people = new Set<string>();
  const works = new Map<string, { readonly from: number; readonly days: string | null }[]>();
  for (const name of names) {
    for (const { key, cells } of sample(name).lines) {
      const who = cells.get("person") ?? cells.get("engagement");
      byId.set(key, String(who));
      if (!cells.has("person")) continue;
      people.add(String(who));
      const days = cells.get("workingDays");
      works.set(String(who), [
        ...(works.get(String(who)) ?? []),
        { from: Number(cells.get("from") ?? 0), days: typeof days === "string" ? days : null },
      ]);
    }
  }
  const NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  return {
    ...NOBODY,
    people: [...people],
    byId,
    works: (person, day) => {
      const contract = (works.get(person) ?? []).filter(({ from }) => from <= day).at(-1);
      const name = NAMES[weekdayOf(day)]!;
      return contract?.days ? contract.days.includes(name) : weekdayOf(day) < 5;
    },
  };
}

const KNOWN: Readonly<Record<string, () => Known>> = {
  "runn_assignments.csv": () => knownFrom("runn_people.csv"),
  "float_allocations.csv": () => knownFrom("float_people.csv", "float_projects.csv"),
  "float_logged_time.csv": () => knownFrom("float_people.csv", "float_projects.csv"),
  "float_timeoffs.csv": () => knownFrom("float_people.csv"),
  "runn_actuals_api.csv": () => knownFrom("runn_people_api.csv", "runn_projects_api.csv"),
  "runn_timeoff_api.csv": () => knownFrom("runn_people_api.csv"),
};
const ANSWERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "clockify_detailed.csv": { dates: "mdy" },
  "harvest_de.csv": { whose: "Ana Silva" },
  "toggl_2026.csv": { whose: "Ana Silva" },
  "jira_cloud.csv": { skill: "AWS" },
  "jira_server.csv": { skill: "Windows" },
};
const read = (name: string) => sample(name, ANSWERS[name], KNOWN[name]?.());

const iso = (day: unknown): string => new Date((Number(day) - 25_569) * 86_400_000).toISOString().slice(0, 10);
const sum =
  (name: string) =>
  ({ sums }: Import) =>
    sums.get(name);
const column = ({ file }: Import, heading: string) => {
  const at = file.headings.indexOf(heading);
  return file.rows.map(({ cells }) => cells[at] ?? "");
};
const names = (cells: readonly string[]) => [...new Set(cells)].filter((cell) => cell !== "").sort();
const keysOf = (result: Import, code: string, words: string, heading: string) => {
  const rows = new Set(rowsSaid(result, code, words));
  const at = result.file.headings.indexOf(heading);
  return result.file.rows.filter(({ row }) => rows.has(row)).map(({ cells }) => cells[at] ?? "");
};

/** How each fact of expected.json is found in what the importer says. A fact that nobody looks for fails the test. */
const FACTS: Readonly<Record<string, (result: Import, name: string) => unknown>> = {
  source: ({ source }) => source,
  encoding: (_, name) => decoded(sampleBytes(name)).encoding,
  delimiter: ({ file }) => file.delimiter,
  rows: ({ file }) => file.rows.length,
  columns: ({ file }) => file.headings.length,
  repeatedHeaders: ({ file }) => file.repeated,
  rowsWiderThanHeader: ({ file }) => file.wider,
  dateOrder: ({ order }) => order,
  decimalComma: ({ mark }) => mark === "comma",
  totalMin: (result) => {
    expect(minutesIn(result)).toBe(result.sums.get("worked"));
    return result.sums.get("worked");
  },
  billableMin: sum("billable"),
  roundedMin: sum("rounded by the tool"),
  invoicedMin: sum("invoiced"),
  billedMin: sum("invoiced"),
  leaveCandidateMin: sum("looks like leave"),
  noProjectMin: sum("without a project"),
  coveredByAgreementMin: sum("covered by an agreement"),
  spentMin: sum("spent"),
  totalRemainingMin: (result) => {
    expect(minutesIn(result, "Demand")).toBe(result.sums.get("remaining"));
    return result.sums.get("remaining");
  },
  remainingMin: (result) => {
    const projects = new Map([
      ["ALD", "Alder AWS Migration"],
      ["BIR", "Birch Managed Services"],
      ["CED", "Cedar SOC2 Readiness"],
    ]);
    return Object.fromEntries(
      [...projects].flatMap(([key, project]) => {
        const minutes = result.sums.get(`remaining of ${project}`);
        return minutes === undefined ? [] : [[key, minutes]];
      }),
    );
  },
  open: ({ counts, ...rest }) => counts.used + rowsSaid({ counts, ...rest }, "HR-249", "no estimate").length,
  closed: (result) => keysOf(result, "HR-245", "closed", "Issue key"),
  withoutEstimate: (result) => keysOf(result, "HR-249", "no estimate", "Issue key"),
  unassigned: (result) => keysOf(result, "HR-250", "assigned to nobody", "Issue key"),
  zeroRows: (result) => [...rowsSaid(result, "HR-250", "0 hours")],
  identicalRows: (result) => {
    const rows = result.file.rows.map(({ cells }) => cells.join("\t"));
    return rows.length - new Set(rows).size;
  },
  billedBlankRows: (result) => rowsSaid(result, "HR-249", "no billed hours"),
  noFullName: (result) => {
    const full = new Set(column(result, "Full name"));
    return names(cellsIn(result, "Actuals", ["person"]).map(([person]) => String(person))).filter(
      (one) => !full.has(one),
    );
  },
  people: (result) =>
    result.kind === "people"
      ? result.file.rows.length
      : names(cellsIn(result, "Actuals", ["person"]).map(([person]) => String(person))).filter((one) =>
          one.includes(" "),
        ),
  currencies: (result) => names(column(result, "Currency")),
  employeeIds: (result) => names(column(result, "Employee Id")),
  personColumn: ({ questions }) => !questions.some(({ key }) => key === "whose"),
  billableColumn: (result) => !saysOf(result).includes("no column that says what is billable"),
  outlierRates: (result) => (rowsSaid(result, "HR-250", "a rate far from the others").join() === "6" ? [1050] : []),
  firstDay: (result) => iso(Math.min(...cellsIn(result, "Actuals", ["day"]).map(([day]) => Number(day)))),
  heldOver24h: (result) => rowsSaid(result, "HR-246", "24 hours"),
  running: (result) => rowsSaid(result, "HR-245", "running"),
  durationNotEndMinusStart: (result) => rowsSaid(result, "HR-250", "from its start to its end"),
  crossesMidnight: (result) => rowsSaid(result, "HR-250", "midnight"),
  rowByRowMin: () => 773, // what rounding each row would make: the importer must not say it
  spanDays: (result) => Object.fromEntries(evidence(result).map(({ order, span }) => [order, span])),
  weekendRows: (result) => Object.fromEntries(evidence(result).map(({ order, weekend }) => [order, weekend])),
  decimalSumHours: () => 19.59, // the sum of the rounded column, which is not used
  totalRow: (result) => rowsSaid(result, "HR-251", "agrees")[0],
  totalRowMin: sum("worked"),
  currency: ({ file }) =>
    /\((\w{3})\)/.exec(file.headings.find((heading) => heading.startsWith("Billable Rate"))!)?.[1],
  billMin: ({ sums }) => {
    const [worked, billable, free] = ["worked", "billable", "given away (no charge)"].map((name) => sums.get(name)!);
    return { B: billable, NC: free, NB: worked! - billable! - free! };
  },
  negativeRows: (result) => rowsSaid(result, "HR-250", "is a correction"),
  duplicateIds: (result) => rowsSaid(result, "HR-247", "repeats"),
  noAgreement: (result) => result.file.rows.filter(({ cells }) => cells[13] === "").map(({ row }) => row),
  invoicedMinor: () => 221_000, // amounts are not imported
  members: (result) => names(cellsIn(result, "Actuals", ["person"]).map(([person]) => String(person))),
  sameName: (result) => names(keysOf(result, "HR-250", "is a name that several", "Last Name")).map(() => "Alex Kim"),
  costUnknown: (result) =>
    keysOf(result, "HR-249", "no cost rate", result.source === "runn-people" ? "Email" : "people_id"),
  withEnd: (result) => result.file.rows.filter(({ cells }) => cells[8] !== "").map(({ cells }) => cells[2]),
  noTeam: (result) => {
    const none = cellsIn(result, "People", ["person", "team"]).filter(([, team]) => team === null);
    return none.map(([person]) => (person === "Eli Berg" ? "eli.berg@example.com" : person));
  },
  archived: (result) => keysOf(result, "HR-245", "archived", result.kind === "people" ? "people_id" : "project_id"),
  placeholders: (result) => keysOf(result, "HR-245", "placeholder", "people_id"),
  contractors: (result) =>
    result.lines.filter(({ cells }) => cells.get("kind") === "contractor").map(({ key }) => key.split(" ")[2]),
  skillRows: (result) => Number(/The file has (\d+) tags/.exec(result.problems.map(({ why }) => why).join("\n"))?.[1]),
  projects: ({ file }) => file.rows.length,
  tentative: (result) =>
    result.lines.filter(({ cells }) => cells.get("status") === "tentative").map(({ key }) => key.split(" ")[2]),
  clientNames: (result) => !saysOf(result).includes("numbers of clients"),
  assignedMin: sum("booked"),
  placeholderMin: sum("for nobody yet"),
  heldMin: sum("held"),
  errors: (result) => rowsSaid(result, "HR-244", "ends before it starts"),
  ambiguous: (result) => rowsSaid(result, "HR-248", "a name that several people have"),
  confirmedMin: sum("booked"),
  tentativeMin: sum("tentative"),
  draftMin: sum("draft"),
  repeatsUnclear: (result) => rowsSaid(result, "HR-253", "not known for sure"),
  confirmedByPersonMin: ({ sums }) => {
    const ids = { "101": "Ana Silva", "102": "Ben Okoye", "103": "Cy Tan", "104": "Dana Novák", "105": "Eli Berg" };
    return Object.fromEntries(Object.entries(ids).map(([id, who]) => [id, sums.get(`booked for ${who}`)]));
  },
  byStateMin: ({ sums }) => ({
    Allocated: sums.get("state Allocated"),
    Confirmed: sums.get("state Confirmed"),
    Requested: sums.get("state Requested"),
    Planning: sums.get("state Planning"),
  }),
  skipped: (result) => keysOf(result, "HR-245", "left out", "Number"),
  withoutHours: (result) => keysOf(result, "HR-249", "no hours", "Number"),
  groupMin: sum("for a group"),
  roleMin: sum("for a role"),
  userMin: sum("for a user"),
  frontLoad: (result) => keysOf(result, "HR-250", "loads its first days", "Number"),
};

const saysOf = ({ problems }: Import) => problems.map(({ why }) => why).join("\n");

const evidence = (result: Import) => evidenceOf(column(result, "Start Date").slice(0, 7));

/** Facts that the plan or the table of weeks shows; tests of their own look at them (after-import.test.ts, and below). */
const ELSEWHERE = new Set(["weekMin", "archivedPersonMin", "unknownProjectMin", "outsideContractMin", "daysOver480"]);
/** Facts that hold for one file in another way. */
const OWN: Readonly<Record<string, Readonly<Record<string, (result: Import) => unknown>>>> = {
  "float_projects.csv": {
    // The second project of that name is archived and not imported, so that no name is left twice.
    sameName: (result) =>
      names(column(result, "name")).filter(
        (one) => column(result, "name").indexOf(one) !== column(result, "name").lastIndexOf(one),
      ),
  },
  "runn_assignments.csv": { zeroRows: (result) => rowsSaid(result, "HR-250", "books 0 hours") },
};

describe("every sample is read as a person who knows the tool would read it", () => {
  const facts = expectedFacts();
  test.each(sampleNames())("%s", (name) => {
    const result = read(name);
    for (const [fact, wanted] of Object.entries(facts[name]!)) {
      if (ELSEWHERE.has(fact)) continue;
      const find = OWN[name]?.[fact] ?? FACTS[fact];
      if (find === undefined) throw new Error(`Nobody looks for ${fact}.`);
      // Before the planner has answered, the order is open; afterwards the file still is what it is.
      expect(find(result, name), fact).toEqual(wanted);
    }
    const { used, held, skipped } = result.counts;
    expect(used + held + skipped, "each row is one of the three").toBe(result.file.rows.length);
    expect(new Set(result.lines.map(({ table, key }) => `${table} ${key}`)).size).toBe(result.lines.length);
  });
});

test("an order of days that a file does not show is asked, with the likelier one first, and nothing is read before", () => {
  const { lines, questions, open } = sample("clockify_detailed.csv");
  expect(lines).toEqual([]);
  expect(open).toEqual(["dates"]);
  const [asked] = questions.filter(({ key }) => key === "dates");
  expect(asked?.options.map(({ value }) => value)).toEqual(["mdy", "dmy"]);
  expect(asked?.why).toBe(
    "It does not say: month first they span 4 days with 0 rows on a weekend; day first they span 120 days with 1 row on a weekend.",
  );
});

test("in Clockify's twelve hours ten past midnight is ten past zero", () => {
  const rows = rowsSaid(sample("clockify_detailed.csv", { dates: "mdy" }), "HR-250", "from its start to its end");
  expect(rows).toEqual([]);
});

test("Float's own working weeks become contracts, a change of hours a further row", () => {
  const rows = cellsIn(sample("float_people.csv"), "People", ["person", "weeklyHours", "workingDays", "from", "to"]);
  expect(rows).toEqual([
    ["Ana Silva", 40, null, 45_047, null],
    ["Ben Okoye", 40, null, 45_306, null],
    ["Cy Tan", 40, null, 44_805, 46_089],
    ["Cy Tan", 32, "Mon, Tue, Wed, Thu", 46_090, null],
    ["Dana Novák", 40, null, 45_691, null],
    ["Eli Berg", 12, "Mon, Tue, Wed", 45_931, 46_108],
  ]);
});

test("allocations of an archived person and on an unknown project are held, and said", () => {
  const result = read("float_allocations.csv");
  expect(result.sums.get("held")).toBe(2400 + 960);
  expect(rowsSaid(result, "HR-248", "number of a person")).toEqual([8]);
  expect(rowsSaid(result, "HR-248", "number of a project")).toEqual([9]);
});

test("a correction is taken off the hours it corrects, so that the plan needs no hours below 0", () => {
  const hours = cellsIn(sample("connectwise_time.csv"), "Actuals", ["day", "person", "hours", "billable"]);
  const read = dayReader("mdy", false);
  expect(hours.filter(([, person]) => person === "CTan")).toEqual([
    [read("3/2/2026"), "CTan", 1.25, "Yes"],
    [read("3/2/2026"), "CTan", 0.5, "Yes"],
    [read("3/12/2026"), "CTan", 4, "Yes"],
    [read("3/13/2026"), "CTan", 0, "Yes"],
  ]);
});

test("leave among worked hours goes where the planner says", () => {
  const asLeave = sample("harvest_en.csv", { leave: "leave" });
  expect(minutesIn(asLeave, "Actuals")).toBe(2094 - 480);
  expect(cellsIn(asLeave, "Leave", ["person", "hoursADay", "kind"])).toEqual([["Ben Okoye", 8, "Vacation"]]);
  expect(minutesIn(sample("harvest_en.csv", { leave: "out" }))).toBe(2094 - 480);
});

test("login names are never taken for people; who may be meant is offered", () => {
  const people = ["Ana Silva", "Ben Okoye", "Cy Tan", "Dana Novák"];
  const { strangers, lines } = sample("connectwise_time.csv", {}, { people });
  expect(strangers.filter(({ what }) => what === "person").map(({ name, like }) => [name, like[0]])).toEqual([
    ["CTan", "Cy Tan"],
    ["ASilva", "Ana Silva"],
    ["BOkoye", "Ben Okoye"],
    ["DNovak", "Dana Novák"],
  ]);
  expect(lines.some(({ cells }) => people.includes(String(cells.get("person"))))).toBe(false);
  const meant = sample("connectwise_time.csv", { "person ctan": "Cy Tan" }, { people });
  expect(meant.lines.filter(({ cells }) => cells.get("person") === "Cy Tan")).toHaveLength(4);
});
