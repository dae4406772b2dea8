import { describe, expect, test } from "vitest";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { dayNamed } from "./expected.ts";

const [MONDAY, FRIDAY] = [dayNamed("2026-01-05"), dayNamed("2026-01-16")];
const PEOPLE: CellRange = [
  ["Person", "Weekly hours"],
  ["Ana Diaz", 40],
  ["Ben Ode", 40],
];

/** What a formula reads in a sheet beside the people: bookings as `person work amount`, days of leave, contracts. */
function read(cells: CellRange): readonly string[] {
  const { allocations, engagements, people, leave, contracts } = readPlan([{ cells: PEOPLE }, { cells }]);
  const booked = Array.from(
    { length: allocations.length },
    (_, i) =>
      `${people[allocations.person[i]!]?.name} ${engagements[allocations.engagement[i]!]!.name} ${allocations.amount[i]}`,
  );
  return [
    ...booked,
    ...Array.from({ length: leave.length }, () => "leave"),
    ...contracts.slice(PEOPLE.length - 1).map(() => "contract"),
  ];
}

const told = (cells: CellRange): readonly string[] =>
  readPlan([{ cells: PEOPLE }, { cells }]).problems.map(({ why }) => why);

/** Shares are millionths, hours a week and hours in all are minutes. */
describe("bookings that have the headings of another table", () => {
  test.each<[string, CellRange, readonly string[]]>([
    [
      "the days of leave, with an engagement and per cents beside them",
      [
        ["Auftrag", "Von", "%", "Ende", "Mitarbeiter"],
        ["Apollo", MONDAY, 50, FRIDAY, "Ana Diaz"],
      ],
      ["Ana Diaz Apollo 500000"],
    ],
    [
      "the role and FTE of a contract, with an engagement beside them",
      [
        ["Consultant", "FTE", "To", "Role", "Project", "Start date"],
        ["Ana Diaz", 0.5, FRIDAY, "Engineer", "Apollo", MONDAY],
      ],
      ["Ana Diaz Apollo 1200"],
    ],
    [
      "the dates of engagements, with a person and days beside them",
      [
        ["End", "Days", "Start date", "Employee", "Engagement"],
        [FRIDAY, 5, MONDAY, "Ana Diaz", "Apollo"],
      ],
      ["Ana Diaz Apollo 500000"],
    ],
  ])("%s are bookings", (_, cells, wanted) => {
    expect(read(cells)).toEqual(wanted);
  });

  test.each<[string, readonly Cell[]]>([
    ["per cents", ["Name", "From", "To", "%"]],
    ["hours a week", ["Mitarbeiter", "Von", "Bis", "Stunden/Woche"]],
  ])("people, days and %s without an engagement are no leave", (_, headings) => {
    const range = [headings, ["Ana Diaz", MONDAY, FRIDAY, 50]];
    expect(told(range)).toEqual([expect.stringMatching(/no column says for which work/)]);
    expect(read(range)).toEqual([]);
  });

  test.each<[string, CellRange, readonly string[]]>([
    [
      "leave with its kind and number of days",
      [
        ["Employee", "Start", "End", "Type", "Days"],
        ["Ana Diaz", MONDAY, FRIDAY, "Vacation", 10],
      ],
      ["leave"],
    ],
    [
      "contracts under the template's own heading, with a project beside them",
      [
        ["Person", "Team", "Weekly hours", "From", "To", "Project"],
        ["Cy Marsh", "North", 32, MONDAY, FRIDAY, "Apollo"],
      ],
      ["contract"],
    ],
  ])("%s stay what they are", (_, cells, wanted) => {
    expect(read(cells)).toEqual(wanted);
  });
});

describe("units and dates as teams write them", () => {
  const weeks = (title: string): CellRange => [
    [title],
    ["Person", "Project", "W2", "W3", "W4"],
    ["Ana Diaz", "Apollo", 2, 1, 0.5],
  ];

  test.each<[string, CellRange, readonly string[]]>([
    ["days in the brackets of a title", weeks("Einsatzplanung 2026 (Tage)"), ["400000", "200000", "100000"]],
    ["hours behind a dash", weeks("Team planning 2026 – hours"), ["120", "60", "30"]],
    [
      "days in a second row of headings",
      [
        ["2026"],
        ["Person", "Projekt", "KW 2", "KW 3", "KW 4"],
        [null, null, "Tage", "Tage", "Tage"],
        ["Ana Diaz", "Apollo", 2, 1, 0.5],
      ],
      ["400000", "200000", "100000"],
    ],
  ])("%s count", (_, cells, amounts) => {
    expect(read(cells)).toEqual(amounts.map((amount) => `Ana Diaz Apollo ${amount}`));
  });

  test("a title that speaks of days in a sentence says no unit", () => {
    expect(told(weeks("Updated every two days, 2026"))).toEqual([expect.stringMatching(/hours, days, % or FTE/)]);
  });

  test.each<[string, readonly Cell[], readonly Cell[]]>([
    ["Danish", ["Medarbejder", "Opgave", "Fra", "Til", "Timer pr. uge"], ["5. marts 2026", "18. marts 2026"]],
    ["Czech", ["Pracovník", "Zakázka", "Od", "Do", "Hodin týdně"], ["5. 3. 2026", "18. 3. 2026"]],
    ["Czech, in words", ["Jméno", "Projekt", "Začátek", "Konec", "h/týden"], ["5. března 2026", "18. březen 2026"]],
    [
      "Spanish",
      ["Empleado", "Cliente", "Fecha de inicio", "Fecha de fin", "Horas/semana"],
      ["5 marzo 2026", "18-mar-26"],
    ],
  ])("%s headings and dates are read", (_, headings, [from, to]) => {
    const range = [headings, ["Ana Diaz", "Apollo", from!, to!, 20]];
    const { allocations } = readPlan([{ cells: PEOPLE }, { cells: range }]);
    expect([allocations.from[0], allocations.to[0], allocations.amount[0]]).toEqual([
      dayNamed("2026-03-05"),
      dayNamed("2026-03-18"),
      1200,
    ]);
  });

  test("the planned of two columns a month counts in Spanish, too", () => {
    const range: CellRange = [
      ["Plan de recursos 2026 (Horas)"],
      ["Empleado", "Proyecto", "Enero", null, "Febrero", null, "Marzo", null],
      [null, null, "Previsto", "Real", "Previsto", "Real", "Previsto", "Real"],
      ["Ana Diaz", "Apollo", 10, 99, 20, 99, 30, 99],
    ];
    expect(read(range)).toEqual(["Ana Diaz Apollo 600", "Ana Diaz Apollo 1200", "Ana Diaz Apollo 1800"]);
  });
});

test("leave in a plan that counts days is leave, a day of 8 hours, and no work", () => {
  const range: CellRange = [
    ["Einsatzplanung 2026 (Tage)"],
    ["Mitarbeiter", "Projekt", "KW 2", "KW 3", "KW 4"],
    ["Ana Diaz", "Apollo", 2, 5, 5],
    ["Ana Diaz", "Urlaub", 2.5, null, null],
  ];
  expect(read(range)).toEqual([
    "Ana Diaz Apollo 400000",
    "Ana Diaz Apollo 1000000",
    "Ana Diaz Apollo 1000000",
    "leave",
  ]);
  // Two and a half days in a week of five: four hours a day.
  expect(readPlan([{ cells: PEOPLE }, { cells: range }]).leave.minutes[0]).toBe(240);
  expect(told(range)).toContainEqual(expect.stringMatching(/days of 8 hours/));
});
