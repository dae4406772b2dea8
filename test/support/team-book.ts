/** A workbook of a team's own: a list of people, weeks across with a subtotal and "8h", days without a unit, courses that may be leave, and prose. */
export const teamBook = (): ReadonlyMap<string, readonly (readonly (string | number | null)[])[]> =>
  new Map([
    [
      "People",
      [
        ["Person", "Weekly hours"],
        ["Ana", 40],
        ["Ben", 40],
      ],
    ],
    [
      "Team plan",
      [
        ["Delivery plan 2026, hours per week", null, null, null, null, null],
        ["Who", "Job", "Phase", "Week 2", "Week 3", "Week 4"],
        ["Ana", "Portal", "Build", 16, 20, 8],
        [null, "Tooling?", "Run", 8, null, "8h"],
        ["Ben", "Portal", "Build", 24, null, 4],
        ["Total", null, null, 48, 20, 20],
      ],
    ],
    [
      "Rota",
      [
        ["Rota 2026", null, null, null, null],
        ["Name", "Project", "Week 6", "Week 7", "Week 8"],
        ["Ana", "Portal", 0.5, 0.5, 1],
        ["Ben", "Portal", 1, 0.2, 0.4],
      ],
    ],
    [
      "Courses",
      [
        ["Name", "Start", "End", "Course"],
        ["Ana", 46062, 46063, "Cloud"],
      ],
    ],
    ["Read me", [["Dear all"], ["please fill in your weeks"], ["by Friday, so that we can plan"]]],
  ]);
