import { describe, expect, test } from "vitest";
import { demoFirm, PLANTED } from "../../core/demo/firm.ts";
import { hoursOf, namesIn, number, type ReadRow, rowsOf, text } from "./reading.ts";

const plan = demoFirm();
const hours = hoursOf(plan);
const count = (table: string) => rowsOf(plan, table).length;
const tally = (table: string, heading: string) => {
  const found = new Map<string, number>();
  for (const row of rowsOf(plan, table)) {
    const value = text(row, heading);
    found.set(value, (found.get(value) ?? 0) + 1);
  }
  return found;
};
/** Monday of a week of the horizon. */
const monday = (week: number) => 46027 + 7 * week;
const holds = (row: ReadRow, day: number) => number(row, "From", 0) <= day && day <= number(row, "To", 1e9);

describe("a firm of 400 people", () => {
  test("400 names in twelve teams and five cities; some have two contracts", () => {
    expect(namesIn(plan, "People", "Person").size).toBe(400);
    expect(count("People")).toBeGreaterThan(405);
    expect(count("People")).toBeLessThan(415);
    expect(namesIn(plan, "People", "Team").size).toBe(12);
    expect([...namesIn(plan, "People", "Location")].sort()).toEqual([
      "Austin",
      "Bengaluru",
      "Chicago",
      "Pune",
      "Singapore",
    ]);
  });

  test("employees, contractors, planned hires with odds and ramp-up, part-timers and leavers", () => {
    const kinds = tally("People", "Kind");
    expect(kinds.get("contractor")).toBeGreaterThan(15);
    const hires = rowsOf(plan, "People").filter((row) => text(row, "Kind") === "planned hire");
    expect(hires.length).toBeGreaterThan(5);
    for (const hire of hires) {
      expect(number(hire, "Odds")).toBeGreaterThan(0);
      expect(number(hire, "Ramp-up weeks")).toBeGreaterThan(0);
      expect(number(hire, "From")).toBeGreaterThan(46027);
    }
    expect(rowsOf(plan, "People").filter((row) => number(row, "Weekly hours") < 40).length).toBeGreaterThan(15);
    expect(rowsOf(plan, "People").filter((row) => row.get("To") !== null).length).toBeGreaterThan(15);
  });

  test("70 engagements of every kind and status, tentative ones with odds", () => {
    expect(count("Engagements")).toBe(70);
    expect(tally("Engagements", "Engagement").size).toBe(70);
    expect([...tally("Engagements", "Kind").keys()].sort()).toEqual([
      "fixed price",
      "internal",
      "managed service",
      "time and materials",
    ]);
    expect(tally("Engagements", "Status")).toEqual(
      new Map([
        ["confirmed", 57],
        ["tentative", 11],
        ["done", 1],
        ["lost", 1],
      ]),
    );
    for (const row of rowsOf(plan, "Engagements")) {
      expect(row.get("Odds") !== null, text(row, "Engagement")).toBe(text(row, "Status") === "tentative");
      expect(Number.isInteger(row.get("Priority"))).toBe(true);
    }
  });

  test.each([
    ["Allocations", 4700, 5300],
    ["Demand", 240, 280],
    ["Leave", 600, 680],
    ["Support", 40, 70],
    ["Skills", 60, 200],
    ["Holidays", 42, 42],
  ])("%s has %i to %i rows", (table, least, most) => {
    expect(count(table)).toBeGreaterThanOrEqual(least);
    expect(count(table)).toBeLessThanOrEqual(most);
  });

  test("every unit of effort is in use", () => {
    const used = (table: string, heading: string) =>
      rowsOf(plan, table).filter((row) => row.get(heading) !== null).length;
    for (const heading of ["Hours a week", "FTE", "Total hours"]) {
      expect(used("Demand", heading), heading).toBeGreaterThan(5);
    }
    for (const heading of ["Hours a day", "Hours a week", "Share"]) {
      expect(used("Allocations", heading), heading).toBeGreaterThan(100);
    }
    expect(used("Support", "Hours a week") + used("Support", "Tickets a week")).toBe(count("Support"));
  });
});

describe("public holidays of the first half of 2026", () => {
  const off = (city: string) =>
    rowsOf(plan, "Holidays")
      .filter((row) => text(row, "Location") === city)
      .map((row) => number(row, "Day"));

  test("Chinese New Year (17 and 18 February) is Singapore's, Holi (3 March) Pune's, Ugadi (19 March) Bengaluru's", () => {
    expect(off("Singapore")).toEqual(expect.arrayContaining([46070, 46071]));
    expect(off("Pune")).toContain(46084);
    expect(off("Bengaluru")).not.toContain(46084);
    expect(off("Bengaluru")).toContain(46100);
  });

  test("on Good Friday, 3 April, everybody but the USA is off", () => {
    const cities = ["Chicago", "Austin", "Bengaluru", "Pune", "Singapore"];
    expect(cities.filter((city) => off(city).includes(46115))).toEqual(["Bengaluru", "Pune", "Singapore"]);
  });

  test("the USA has five: four of them Mondays and Fridays of long weekends", () => {
    expect(off("Austin")).toEqual([46041, 46069, 46167, 46192, 46206]);
    expect(off("Chicago")).toEqual(off("Austin"));
  });
});

/** Hours a week that a row asks for or books, from whichever unit it is in. */
function weekly(row: ReadRow): number {
  const weeks = (number(row, "To") - number(row, "From") + 3) / 7;
  return number(row, "Hours a week") + number(row, "FTE") * 40 + number(row, "Total hours") / weeks;
}
const weeklyBooked = (row: ReadRow) =>
  number(row, "Hours a week") + 5 * number(row, "Hours a day") + 40 * number(row, "Share");
const weeklySupport = (row: ReadRow) =>
  number(row, "Hours a week") + number(row, "Tickets a week") * number(row, "Hours a ticket");

describe("it looks like a real firm", () => {
  const people = [...namesIn(plan, "People", "Person")];
  const week = 9;
  const capacity = new Map(
    people.map((person) => [
      person,
      Array.from({ length: 5 }, (_, i) => hours(person, monday(week) + i)).reduce((a, b) => a + b),
    ]),
  );
  const booked = new Map<string, number>();
  for (const row of rowsOf(plan, "Allocations").filter((one) => holds(one, monday(week)))) {
    const person = text(row, "Person");
    booked.set(person, (booked.get(person) ?? 0) + (weeklyBooked(row) * (capacity.get(person) ?? 0)) / 40);
  }

  test("the week of 9 March is booked for 60 to 95 % of its hours", () => {
    const all = [...capacity.values()].reduce((a, b) => a + b);
    const load = [...booked].filter(([person]) => capacity.has(person)).reduce((sum, [, h]) => sum + h, 0) / all;
    expect(all).toBeGreaterThan(12_000);
    expect(load).toBeGreaterThan(0.6);
    expect(load).toBeLessThan(0.95);
  });

  test("Security is busier than the service desk", () => {
    const load = (team: string) => {
      const members = rowsOf(plan, "People").filter((row) => text(row, "Team") === team);
      const names = new Set(members.map((row) => text(row, "Person")));
      const sum = (of: ReadonlyMap<string, number>) => [...names].reduce((a, name) => a + (of.get(name) ?? 0), 0);
      return sum(booked) / sum(capacity);
    };
    expect(load("Security and Identity")).toBeGreaterThan(0.8);
    expect(load("Service Desk")).toBeLessThan(0.75);
  });

  const confirmed = new Set(
    rowsOf(plan, "Engagements")
      .filter((row) => text(row, "Status") === "confirmed")
      .map((row) => text(row, "Engagement")),
  );
  const asked = (day: number) =>
    [
      ...rowsOf(plan, "Demand").map((row) => ({ row, hours: weekly(row) })),
      ...rowsOf(plan, "Support").map((row) => ({ row, hours: weeklySupport(row) })),
    ].filter(({ row }) => confirmed.has(text(row, "Engagement")) && holds(row, day));

  const certified = new Set(rowsOf(plan, "Skills").map((row) => `${text(row, "Person")}, ${text(row, "Skill")}`));
  /** Hours sold of a skill in an average week, for each person of a team who has it. */
  const soldPerHead = (skill: string, teams: readonly string[]) => {
    const heads = rowsOf(plan, "People").filter(
      (row) =>
        teams.includes(text(row, "Team")) &&
        text(row, "Kind") !== "planned hire" &&
        (text(row, "Skills").includes(`${skill} `) || certified.has(`${text(row, "Person")}, ${skill}`)),
    );
    const sold = Array.from({ length: 26 }, (_, i) => asked(monday(i)))
      .flat()
      .filter(({ row }) => text(row, "Skill") === skill);
    return sold.reduce((sum, one) => sum + one.hours, 0) / 26 / heads.length;
  };

  test("more Kubernetes, Security and Snowflake is sold than the 33 hours that people have after days off", () => {
    expect(soldPerHead("Kubernetes", ["Reliability"])).toBeGreaterThan(33);
    expect(soldPerHead("Security", ["Security and Identity"])).toBeGreaterThan(33);
    expect(soldPerHead("Snowflake", ["Data Engineering"])).toBeGreaterThan(33);
  });

  test("less Windows and React is sold than that", () => {
    expect(soldPerHead("Windows", ["Service Desk", "Microsoft Cloud"])).toBeLessThan(30);
    expect(soldPerHead("React", ["Web and .NET", "Java Applications"])).toBeLessThan(30);
  });

  test("bookings serve the work that was sold: in few weeks do they exceed it", () => {
    const spoilt = new Set(PLANTED.filter((one) => one.table === "Allocations").map((one) => one.row));
    const served = rowsOf(plan, "Allocations").filter((row) => !spoilt.has(row.row) && row.get("Skill") !== null);
    let [both, over] = [0, 0];
    for (let i = 0; i < 26; i++) {
      const left = new Map<string, number>();
      const add = (row: ReadRow, more: number) => {
        const key = `${text(row, "Engagement")} ${text(row, "Skill")}`;
        left.set(key, (left.get(key) ?? 0) + more);
      };
      for (const one of asked(monday(i))) add(one.row, one.hours);
      const now = served.filter((row) => holds(row, monday(i)) && confirmed.has(text(row, "Engagement")));
      for (const row of now) add(row, -weeklyBooked(row));
      both += left.size;
      over += [...left.values()].filter((rest) => rest < -0.01).length;
    }
    expect(both).toBeGreaterThan(3000);
    expect(over / both).toBeLessThan(0.02);
  });
});
