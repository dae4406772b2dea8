import { expect, test } from "vitest";
import { run } from "../../core/host.ts";
import { locate, sourcesIn } from "../../core/plan/locate.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { ask } from "../../core/questions/index.ts";
import { bookOf, memoryBook, memoryHost } from "../support/memory-host.ts";

type Rows = readonly (readonly (string | number | null)[])[];

const MONDAY = 46027; // 5 January 2026
const PEOPLE: Rows = [
  ["Person", "Weekly hours"],
  ["Ann Lee", 40],
  ["Bob Ray", 40],
];

const bookWith = (sheet: string, rows: Rows) =>
  memoryBook({ People: PEOPLE.map((row) => [...row]), [sheet]: rows.map((row) => [...row]) });

/** What is read from a sheet beside People that nobody accepted, and what Plan check and Map say of it. */
function seen(sheet: string, rows: Rows) {
  const book = bookWith(sheet, rows);
  const { host } = memoryHost(book);
  const sources = sourcesIn(bookOf(book));
  const { problems } = run(ask("planCheck", {}), host) as {
    problems: readonly { code: string; goTo: { a1: string } | null; says: string }[];
  };
  const form = run(ask("mapForm", { answers: [] }), host) as {
    own: readonly string[];
    tables: readonly { sheet: string }[];
    none: readonly { sheet: string; why: string }[];
  };
  const plan = readPlan(sources);
  return {
    isRead: sources.some((one) => one.sheet === sheet),
    tables: locate(bookOf(book)).map(({ table }) => table.name),
    accounts: plan.accounts.filter(({ used }) => used > 0).map(({ table, used }) => `${table} ${used}`),
    said: problems.filter(({ code }) => code === "HR-330" || code === "HR-270"),
    none: form.none.filter((one) => one.sheet === sheet),
    own: form.own,
  };
}

const OTHER_LISTS: readonly (readonly [string, Rows])[] = [
  [
    "On call",
    [
      ["Name", "From", "To", "Phone"],
      ["Ann Lee", MONDAY, MONDAY + 6, "0123"],
    ],
  ],
  [
    "Holiday cover",
    [
      ["Name", "From", "To"],
      ["Ann Lee", MONDAY, MONDAY + 6],
    ],
  ],
  [
    "Birthdays",
    [
      ["Name", "Date", "Type"],
      ["Ann Lee", MONDAY, "Birthday"],
    ],
  ],
  [
    "Training",
    [
      ["Name", "Start", "End", "Course"],
      ["Ann Lee", MONDAY, MONDAY + 1, "AWS"],
    ],
  ],
  [
    "Laptops",
    [
      ["Employee", "Start", "Equipment"],
      ["Ann Lee", MONDAY, "Laptop"],
    ],
  ],
  [
    "Days",
    [
      ["Name", "Date", "Hours", "Type"],
      ["Ann Lee", MONDAY, 8, "Work"],
      ["Ann Lee", MONDAY + 1, 8, "Work"],
    ],
  ],
  [
    "Sites",
    [
      ["Name", "Start", "End", "Client"],
      ["Ann Lee", MONDAY, MONDAY + 11, "Bank"],
    ],
  ],
  [
    "Joiners",
    [
      ["Name", "Start date", "Role", "Manager"],
      ["Ann Lee", MONDAY, "QA", "Eve"],
    ],
  ],
  [
    "Mixed",
    [
      ["Name", "Date", "Type"],
      ["Ann Lee", MONDAY, "Vacation"],
      ["Bob Ray", MONDAY, "Birthday"],
    ],
  ],
  [
    "Reviews",
    [
      ["Employee", "From", "To", "Reason"],
      ["Ann Lee", MONDAY, MONDAY + 4, "Annual review"],
    ],
  ],
  [
    "Bookings",
    [
      ["Person", "Project", "Start", "End", "Amount", "Unit"],
      ["Ann Lee", "Alpha", MONDAY, MONDAY + 4, 20, "h"],
    ],
  ],
  [
    "Values",
    [
      ["Consultant", "Project", "Start", "End", "Value"],
      ["Ann Lee", "Alpha", MONDAY, MONDAY + 4, 0.5],
    ],
  ],
  [
    "Amounts",
    [
      ["Person", "Project", "Date", "Amount"],
      ["Ann Lee", "Alpha", MONDAY, 8],
    ],
  ],
  [
    "Sums",
    [
      ["Project", "Date", "Amount"],
      ["Alpha", MONDAY, 8],
    ],
  ],
  [
    "Weeks",
    [
      ["Person", "Project", "Week", "Hours per week"],
      ["Ann Lee", "Alpha", MONDAY, 20],
      ["Ann Lee", "Alpha", MONDAY + 7, 10],
    ],
  ],
  [
    "Months",
    [
      ["Name", "Project", "Month", "FTE"],
      ["Ann Lee", "Alpha", "Jan 2026", 0.5],
    ],
  ],
  [
    "Sprints",
    [
      ["Name", "Project", "Sprint", "FTE"],
      ["Ann Lee", "Alpha", "S14", 0.5],
    ],
  ],
  [
    "Launches",
    [
      ["Name", "Project", "Kick-off", "Go-live", "FTE"],
      ["Ann Lee", "Alpha", MONDAY, MONDAY + 7, 0.5],
    ],
  ],
  [
    "Projects",
    [
      ["Name", "Project", "Project start", "Project end", "FTE"],
      ["Ann Lee", "Alpha", MONDAY, MONDAY + 7, 0.5],
    ],
  ],
  [
    "Odd words",
    [
      ["Name", "Project", "Alfa", "Omega", "FTE"],
      ["Ann Lee", "Alpha", MONDAY, MONDAY + 7, 0.5],
    ],
  ],
  [
    "Office events",
    [
      ["Date", "Location", "Event"],
      [MONDAY + 1, "Berlin", "Summer party"],
    ],
  ],
  [
    "Meetups",
    [
      ["Office", "Date", "Topic"],
      ["Berlin", MONDAY + 1, "Kubernetes"],
    ],
  ],
  [
    "Alpha",
    [
      ["Name", "Role", "Start", "End", "Hours per week"],
      ["Ann Lee", "Dev", MONDAY, MONDAY + 11, 20],
    ],
  ],
];

test.each(OTHER_LISTS)(
  "%s is read as nothing before somebody says what it is, and that is said with its cell",
  (sheet, rows) => {
    const { isRead, tables, accounts, said, own } = seen(sheet, rows);
    expect({ isRead, tables, accounts }).toEqual({ isRead: false, tables: ["People"], accounts: ["People 2"] });
    expect(said.map(({ goTo }) => goTo?.a1)).toEqual(["A1"]);
    expect(said[0]!.says).toContain("Maybe ");
    expect(own).toEqual(["People"]);
  },
);

test("a list of a project's people is no list of contracts, and people under a title of their own are", () => {
  const rows: Rows = [
    ["Name", "Role", "From", "To", "FTE"],
    ["Cid Fox", "Dev", MONDAY, MONDAY + 11, 0.5],
  ];
  const work = seen("Alpha", [["Team of Alpha"], ...rows]);
  expect([work.accounts, work.said.map(({ goTo }) => goTo?.a1)]).toEqual([["People 2"], ["A2"]]);
  expect(seen("Contractors 2026", rows).accounts).toEqual(["People 3"]);
  const weekly: Rows = [["Name", "Role", "From", "To", "Weekly hours"], rows[1]!];
  expect(seen("Sheet1", weekly).accounts).toEqual(["People 3"]);
});

test("Map lists such a sheet with what it may be and how to say so", () => {
  const { none, said } = seen("On call", OTHER_LISTS[0]![1]);
  expect(none.map(({ why }) => why)).toEqual([
    'Maybe Leave: its headings are those of Leave, but neither its name, a heading nor all of its kinds say that the days are days off. Maybe name the sheet Leave, or head a column "Leave type".',
  ]);
  expect(said.map(({ code }) => code)).toEqual(["HR-330"]);
});

const DATES = [MONDAY, MONDAY + 4] as const;
const OWN_TABLES: readonly (readonly [string, string, Rows])[] = [
  [
    "Leave",
    "Leave 1",
    [
      ["Name", "From", "To", "Phone"],
      ["Ann Lee", ...DATES, "0123"],
    ],
  ],
  [
    "Urlaub 2026",
    "Leave 1",
    [
      ["Mitarbeiter", "Von", "Bis"],
      ["Ann Lee", ...DATES],
    ],
  ],
  [
    "Absences",
    "Leave 1",
    [
      ["Name", "Date"],
      ["Ann Lee", MONDAY],
    ],
  ],
  [
    "Frånvaro",
    "Leave 1",
    [
      ["Person", "From", "To"],
      ["Ann Lee", ...DATES],
    ],
  ],
  [
    "Dovolená",
    "Leave 1",
    [
      ["Person", "From", "To"],
      ["Ann Lee", ...DATES],
    ],
  ],
  [
    "Congés",
    "Leave 1",
    [
      ["Person", "From", "To"],
      ["Ann Lee", ...DATES],
    ],
  ],
  [
    "Ferie",
    "Leave 1",
    [
      ["Person", "From", "To"],
      ["Ann Lee", ...DATES],
    ],
  ],
  [
    "Vacaciones",
    "Leave 1",
    [
      ["Person", "From", "To"],
      ["Ann Lee", ...DATES],
    ],
  ],
  [
    "Sheet1",
    "Leave 1",
    [
      ["Employee", "Start", "End", "Leave type"],
      ["Ann Lee", ...DATES, "Study"],
    ],
  ],
  [
    "Sheet1",
    "Leave 2",
    [
      ["Employee", "Start", "End", "Type"],
      ["Ann Lee", ...DATES, "Vacation"],
      ["Bob Ray", ...DATES, "Krank"],
    ],
  ],
  [
    "Sheet1",
    "Leave 1",
    [
      ["Planned time off", null, null],
      ["Name", "From", "To"],
      ["Ann Lee", ...DATES],
    ],
  ],
  [
    "Sheet1",
    "Leave 1",
    [
      ["Person", "From", "To", "Hours a day", "Kind"],
      ["Ann Lee", ...DATES, 4, "Dentist"],
    ],
  ],
  [
    "Fees",
    "Fees 1",
    [
      ["Project", "Date", "Amount"],
      ["Alpha", MONDAY, 800],
    ],
  ],
  [
    "Sheet1",
    "Fees 1",
    [
      ["Project", "Fee", "Date"],
      ["Alpha", 800, MONDAY],
    ],
  ],
  [
    "Sheet1",
    "Fees 2",
    [
      ["Project", "Type", "Amount"],
      ["Alpha", "Retainer", 800],
      ["Alpha", "Fixed price", 100],
    ],
  ],
  [
    "Sheet1",
    "Allocations 1",
    [
      ["Person", "Project", "Hours a week"],
      ["Ann Lee", "Alpha", 20],
    ],
  ],
  [
    "Sheet1",
    "Allocations 1",
    [
      ["Person", "Project", "Hours a week", "Note", "Updated"],
      ["Ann Lee", "Alpha", 20, "x", MONDAY],
    ],
  ],
  [
    "Sheet1",
    "Allocations 1",
    [
      ["Name", "Project", "Booked from", "Booked to", "FTE"],
      ["Ann Lee", "Alpha", ...DATES, 0.5],
    ],
  ],
  [
    "Sheet1",
    "Allocations 1",
    [
      ["Mitarbeiter", "Projekt", "Startdatum", "Enddatum", "FTE"],
      ["Ann Lee", "Alpha", ...DATES, 0.5],
    ],
  ],
];

test.each(OWN_TABLES)("%s is read as %s: it says what it is (%#)", (sheet, account, rows) => {
  const { accounts, said } = seen(sheet, rows);
  expect(accounts).toEqual(["People 2", account]);
  expect(said).toEqual([]);
});

test("a list beside or below a table of the plan is not read with it", () => {
  const beside = seen("Both", [
    ["Person", "Skill", "Level", null, "Name", "From", "To", "Phone"],
    ["Ann Lee", "AWS", 4, null, "Bob Ray", ...DATES, "0123"],
  ]);
  expect([beside.accounts, beside.said.map(({ goTo }) => goTo?.a1)]).toEqual([["People 2", "Skills 1"], ["E1"]]);
  const below = seen("Both", [
    ["Person", "Skill", "Level", null],
    ["Ann Lee", "AWS", 4, null],
    [null, null, null, null],
    ["Name", "From", "To", "Phone"],
    ["Bob Ray", ...DATES, "0123"],
  ]);
  expect([below.accounts, below.said.map(({ goTo }) => goTo?.a1)]).toEqual([["People 2", "Skills 1"], ["A4"]]);
});

test.each([
  [
    "another list",
    [
      ["Name", "From", "To", "Phone"],
      ["Ann Lee", ...DATES, "0123"],
    ],
  ],
  [
    "days worked",
    [
      ["Name", "Date", "Hours", "Type"],
      ["Ann Lee", MONDAY, 8, "Work"],
    ],
  ],
  [
    "amounts of people",
    [
      ["Person", "Project", "Start", "End", "Amount"],
      ["Ann Lee", "Alpha", ...DATES, 20],
    ],
  ],
  [
    "work by sprint",
    [
      ["Person", "Project", "Iteration", "Hours per week"],
      ["Ann Lee", "Alpha", 7, 20],
    ],
  ],
])("a range of %s given to a formula is refused in words", (_, cells) => {
  const { problems, accounts } = readPlan([{ cells: PEOPLE }, { cells }]);
  expect(problems.map(({ code }) => code)).toEqual(["HR-137"]);
  expect(accounts.filter(({ used }) => used > 0).map(({ table }) => table)).toEqual(["People"]);
});

test("a range of work by week given to a formula is read week by week", () => {
  const cells = [
    ["Person", "Project", "Week", "Hours per week"],
    ["Ann Lee", "Alpha", MONDAY, 20],
  ];
  const { problems, allocations } = readPlan([{ cells: PEOPLE }, { cells }]);
  expect([problems, allocations.length]).toEqual([[], 1]);
  expect([allocations.from[0], allocations.to[0]]).toEqual([MONDAY, MONDAY + 6]);
});

test.each([
  [
    [
      ["Name", "Start", "End"],
      ["Ann Lee", ...DATES],
    ],
  ],
  [
    [
      ["Person", "From", "To", "Kind"],
      ["Ann Lee", ...DATES, "Dentist"],
    ],
  ],
  [
    [
      ["Person", "From", "To", "Reason"],
      ["Ann Lee", ...DATES, "Sick"],
      ["Ann Lee", MONDAY + 7, MONDAY + 7, "Dentist"],
    ],
  ],
])("a range given to a formula as leave is read where nothing speaks against it (%#)", (cells) => {
  expect(readPlan([{ cells: PEOPLE }, { cells }]).leave.length).toBe(cells.length - 1);
});
