import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { hoursOf, namesIn, number, type ReadRow, rowsOf, text } from "./reading.ts";

const plan = smallDemo();
const hours = hoursOf(plan);
const people = [...namesIn(plan, "People", "Person")];
/** Week 0 begins on Monday 5 January 2026. */
const days = (week: number) => Array.from({ length: 7 }, (_, i) => 46027 + 7 * week + i);
const hoursInWeek = (person: string, week: number) => days(week).reduce((sum, day) => sum + hours(person, day), 0);
const allInWeek = (week: number) => people.reduce((sum, person) => sum + hoursInWeek(person, week), 0);

const of = (table: string, heading: string, value: string) =>
  rowsOf(plan, table).filter((row) => text(row, heading) === value);
const holds = (row: ReadRow, day: number) => number(row, "From") <= day && day <= number(row, "To", 1e9);

/** Hours booked on somebody in a week: an allocation counts on days when the person works. */
const bookedInWeek = (person: string, week: number, engagement?: string) =>
  of("Allocations", "Person", person)
    .filter((row) => engagement === undefined || text(row, "Engagement") === engagement)
    .flatMap((row) => days(week).map((day) => [row, day] as const))
    .filter(([row, day]) => holds(row, day) && hours(person, day) > 0)
    .reduce((sum, [row, day]) => {
      const daily = number(row, "Hours a day") + number(row, "Hours a week") / 5;
      return sum + daily + number(row, "Share") * hours(person, day);
    }, 0);
const free = (person: string, week: number) => hoursInWeek(person, week) - bookedInWeek(person, week);

describe("twelve people in three cities", () => {
  test("eleven work today, a twelfth is a planned hire", () => {
    expect(people).toHaveLength(12);
    expect(of("People", "Kind", "planned hire").map((row) => text(row, "Person"))).toEqual(["New Windows engineer"]);
    expect([...namesIn(plan, "People", "Location")].sort()).toEqual(["Chicago", "Pune", "Singapore"]);
  });

  test("a week without holidays and leave has 424 hours: ten people of 40, and Grace with 24", () => {
    expect(10 * 40 + 24).toBe(424);
    expect(allInWeek(1)).toBe(424);
  });

  test("the week of Presidents' Day, Chinese New Year and Shivaji Jayanti has 280 hours", () => {
    const [chicago, pune, singapore] = [3 * 32 + 16, 3 * 32, 3 * 24 + 0];
    expect(chicago + pune + singapore).toBe(280);
    expect(allInWeek(6)).toBe(280);
  });

  test("the twelve weeks by hand", () => {
    const byHand = [
      424 - 16, // Vikram is away for two days
      424,
      424 - 32, // Martin Luther King Jr. Day: three people of 8 hours and Grace
      424 - 24, // Republic Day in Pune
      424,
      424,
      280,
      424,
      384 - 24, // Marcus has left; Holi
      384,
      384 - 24 - 4, // Gudi Padwa, and Ben's half day
      384 - 24, // Ram Navami
    ];
    expect(byHand.map((_, week) => allInWeek(week))).toEqual(byHand);
  });

  test("Farah's five days of leave over Chinese New Year take 24 hours, because 16 are holidays", () => {
    const [leave] = of("Leave", "Person", "Farah Rahman");
    expect(number(leave!, "To") - number(leave!, "From")).toBe(4);
    const holidays = of("Holidays", "Location", "Singapore").filter((row) => holds(leave!, number(row, "Day")));
    expect(40 - 8 * holidays.length).toBe(24);
    expect(hoursInWeek("Farah Rahman", 6)).toBe(0);
  });
});

/** Work that is open in the two weeks of the cut-over, as the tables say: asked for, less what named people do. */
const OPEN = [
  { skill: "AWS", hours: 70 - 40, who: ["Maya Ellison", "Ben Carver"] },
  { skill: "Kubernetes", hours: 10, who: ["Maya Ellison"] },
  { skill: "Security", hours: 10, who: ["Maya Ellison"] },
];

describe("the cut-over, a shortage that no skill shows alone", () => {
  const demand = of("Demand", "Engagement", "Tidewater migration").filter((row) => holds(row, 46027 + 28));

  test("asks for 70, 10 and 10 hours a week, of which Wei Ling does 40", () => {
    const asked = new Map(demand.map((row) => [text(row, "Skill"), number(row, "Hours a week")]));
    expect([asked.get("AWS"), asked.get("Kubernetes"), asked.get("Security")]).toEqual([70, 10, 10]);
    expect([3, 4, 5].map((week) => bookedInWeek("Wei Ling Tan", week, "Tidewater migration"))).toEqual([40, 40, 40]);
  });

  test("finds Maya and Ben with 20 free hours each, and nobody else at level 3", () => {
    for (const week of [3, 4, 5]) expect([free("Maya Ellison", week), free("Ben Carver", week)]).toEqual([20, 20]);
    expect(free("Wei Ling Tan", 4)).toBe(0);
    const skilled = (skill: string) =>
      rowsOf(plan, "People")
        .filter((row) => new RegExp(`${skill} [3-5]`).test(text(row, "Skills")))
        .map((row) => text(row, "Person"));
    expect(skilled("Kubernetes")).toEqual(["Maya Ellison"]);
    expect(skilled("AWS")).toEqual(["Maya Ellison", "Ben Carver", "Wei Ling Tan"]);
  });

  test("fits skill by skill and two by two, but is 10 hours short for all three", () => {
    const short = [...Array(8).keys()].map((choice) => {
      const some = OPEN.filter((_, i) => choice & (1 << i));
      const who = new Set(some.flatMap((one) => one.who));
      return some.reduce((sum, one) => sum + one.hours, 0) - 20 * who.size;
    });
    expect(short.slice(0, 7).every((hours) => hours <= 0)).toBe(true);
    expect(short[7]).toBe(10);
  });

  test("is short for another reason in its last week: the only CISSP ran out on Friday 6 February", () => {
    const [certificate] = of("Skills", "Certificate", "CISSP");
    expect([text(certificate!, "Person"), number(certificate!, "Valid to")]).toEqual(["Maya Ellison", 46059]);
    expect(of("Skills", "Certificate", "CISSP")).toHaveLength(1);
    expect(demand.find((row) => text(row, "Skill") === "Security")?.get("Certificate")).toBe("CISSP");
    expect(OPEN[0]!.hours + OPEN[1]!.hours).toBe(free("Maya Ellison", 5) + free("Ben Carver", 5));
  });
});

describe("the other stories", () => {
  test("Vikram is booked for 50 hours in each of two weeks of 40", () => {
    expect([0, 1, 2, 3].map((week) => bookedInWeek("Vikram Joshi", week))).toEqual([12, 50, 50, 16]);
    expect([1, 2].map((week) => hoursInWeek("Vikram Joshi", week))).toEqual([40, 40]);
  });

  test("Maya is the key specialist of two engagements", () => {
    const kubernetes = rowsOf(plan, "Allocations").filter((row) => text(row, "Skill") === "Kubernetes");
    expect(kubernetes.map((row) => [text(row, "Person"), text(row, "Engagement"), row.get("Hours a week")])).toEqual([
      ["Maya Ellison", "Meridian cloud care", 8],
      ["Maya Ellison", "Cobalt platform", 12],
    ]);
  });

  test("the desk has 60 hours of tickets a week, and is 12 hours short at Chinese New Year", () => {
    const [desk] = of("Support", "Engagement", "Harborline desk");
    expect(number(desk!, "Tickets a week") * number(desk!, "Hours a ticket")).toBe(60);
    expect([hoursInWeek("Daniel Koh", 6), hoursInWeek("Marcus Lim", 6)]).toEqual([24, 24]);
    expect(60 - 24 - 24).toBe(12);
  });

  test("after Marcus the desk is 20 hours short every week, unless the hire comes", () => {
    expect(hours("Marcus Lim", 46080)).toBe(8);
    expect([8, 9, 10, 11].map((week) => hoursInWeek("Marcus Lim", week))).toEqual([0, 0, 0, 0]);
    for (const week of [8, 9, 10, 11]) {
      expect(60 - bookedInWeek("Daniel Koh", week) - free("Daniel Koh", week)).toBe(20);
    }
    const [hire] = of("People", "Kind", "planned hire");
    expect([hire!.get("From"), hire!.get("Odds"), hire!.get("Ramp-up weeks")]).toEqual([46083, 0.8, 4]);
  });

  test("Juniper fits on average (35 hours of 60) and does not if it is won (70)", () => {
    const developers = ["Rohan Kulkarni", "Asha Patil", "Vikram Joshi"];
    expect(developers.map((one) => free(one, 9))).toEqual([20, 20, 20]);
    const [juniper] = of("Demand", "Engagement", "Juniper data hub");
    const [odds] = of("Engagements", "Engagement", "Juniper data hub");
    expect(number(juniper!, "Hours a week") * number(odds!, "Odds")).toBe(35);
    expect(number(juniper!, "Hours a week")).toBe(70);
  });
});

describe("the small demo has no mistakes", () => {
  test("every name is known, apart from one placeholder", () => {
    const engagements = namesIn(plan, "Engagements", "Engagement");
    for (const table of ["Demand", "Allocations", "Support"]) {
      for (const one of namesIn(plan, table, "Engagement")) expect(engagements).toContain(one);
    }
    const strangers = [...namesIn(plan, "Allocations", "Person")].filter((one) => !people.includes(one));
    expect(strangers).toEqual(["TBD AWS engineer"]);
    for (const table of ["Skills", "Leave"]) {
      for (const one of namesIn(plan, table, "Person")) expect(people).toContain(one);
    }
  });

  test("every row gives its effort once", () => {
    const given = (row: ReadRow, headings: readonly string[]) =>
      headings.filter((heading) => row.get(heading) !== null).length;
    for (const row of rowsOf(plan, "Allocations")) {
      expect(given(row, ["Hours a day", "Hours a week", "Share"]), `row ${row.row}`).toBe(1);
    }
    for (const row of rowsOf(plan, "Demand")) {
      expect(given(row, ["Hours a week", "FTE", "Total hours"]), `row ${row.row}`).toBe(1);
    }
    for (const row of rowsOf(plan, "Support")) {
      expect(given(row, ["Hours a week", "Tickets a week"]), `row ${row.row}`).toBe(1);
    }
  });
});
