import { describe, expect, test } from "vitest";
import { demoFirm, PLANTED, type Planted } from "../../core/demo/firm.ts";
import type { Cell } from "../../core/plan/cells.ts";
import { sourcesIn } from "../../core/plan/locate.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { namesIn, number, type ReadRow, rowsOf, text } from "./reading.ts";

const plan = demoFirm();
const people = rowsOf(plan, "People");
const persons = namesIn(plan, "People", "Person");
const contracts = (person: string) => people.filter((row) => text(row, "Person") === person);
const rowAt = ({ table, row }: Planted): ReadRow => rowsOf(plan, table).find((one) => one.row === row)!;
const lastDay = (person: string) => Math.max(...contracts(person).map((row) => number(row, "To", 1e9)));

/** What each planted cell must show, by its place. */
const SHOWS: readonly (readonly [place: string, shows: (cell: Cell, row: ReadRow) => boolean])[] = [
  ["People 250 Person", (cell) => cell === "__proto__" && contracts("__proto__").length === 1],
  ["People 300 Person", (cell) => cell === "Rahul Deshmukh" && contracts("Rahul Deshmukh").length === 2],
  [
    "People 405 From",
    (cell, row) => {
      const [first] = contracts(text(row, "Person"));
      return text(row, "Person") === "Claire Novotny" && cell === 46125 && first?.get("To") === 46142;
    },
  ],
  [
    "Skills 38 Valid to",
    (cell, row) => {
      const who = text(row, "Person");
      const asked = rowsOf(plan, "Demand").find(
        (one) => text(one, "Certificate") === "SnowPro Core" && text(one, "Engagement").startsWith("Brindlecove"),
      )!;
      const booked = rowsOf(plan, "Allocations").some(
        (one) =>
          text(one, "Person") === who && number(one, "From") < 46129 && number(one, "To") === number(asked, "To"),
      );
      return cell === 46129 && number(asked, "From") < cell && cell < number(asked, "To") && booked;
    },
  ],
  ["Demand 77 Hours a week", (cell) => cell === "abc"],
  [
    "Allocations 150 Person",
    (cell) => cell === "Samuel Fereira" && !persons.has(cell) && persons.has("Samuel Ferreira"),
  ],
  ["Allocations 612 To", (cell, row) => typeof cell === "number" && cell < number(row, "From")],
  ["Allocations 907 Hours a day", (cell) => cell === "8h?"],
  ["Allocations 1340 From", (cell) => cell === "#N/A"],
  ["Allocations 1821 Engagement", (cell) => !namesIn(plan, "Engagements", "Engagement").has(String(cell))],
  ["Allocations 2450 Hours a day", (cell) => typeof cell === "number" && cell < 0],
  ["Allocations 3033 Hours a day", (cell) => cell === 30],
  ["Allocations 3500 From", (cell, row) => typeof cell === "number" && cell > lastDay(text(row, "Person"))],
  ["Leave 212 From", (cell) => cell === "2026-02-30"],
  ["Leave 430 From", (cell, row) => typeof cell === "number" && cell > lastDay(text(row, "Person"))],
];

describe("planted problems", () => {
  test.each(PLANTED.map((one) => [`${one.table} ${one.row} ${one.column}`, one] as const))("%s", (place, planted) => {
    const shows = SHOWS.find(([at]) => at === place)?.[1];
    const row = rowAt(planted);
    expect(shows?.(row.get(planted.column), row), planted.what).toBe(true);
  });

  test("are all listed here", () => {
    expect(PLANTED.map((one) => `${one.table} ${one.row} ${one.column}`)).toEqual(SHOWS.map(([place]) => place));
  });

  test("somebody called __proto__ is booked and takes leave like everybody else", () => {
    const of = (table: string) => rowsOf(plan, table).filter((row) => text(row, "Person") === "__proto__");
    expect(of("Allocations").length).toBeGreaterThan(5);
    expect(of("Leave").length).toBeGreaterThan(0);
  });
});

/** Rows that a careful reader would stop at, found here by plain rules. */
function oddRows(table: string): readonly number[] {
  const engagements = namesIn(plan, "Engagements", "Engagement");
  const isDay = (cell: Cell) => cell === null || (typeof cell === "number" && Number.isInteger(cell));
  return rowsOf(plan, table)
    .filter((row) => {
      const days = [row.get("From"), row.get("To")];
      if (!days.every(isDay) || number(row, "From") > number(row, "To", 1e9)) return true;
      if (table === "Demand" || table === "Support") {
        return !engagements.has(text(row, "Engagement")) || text(row, "Hours a week") === "abc";
      }
      const who = text(row, "Person");
      if (who === "TBD architect") return false;
      const first = Math.min(...contracts(who).map((one) => number(one, "From")));
      if (!persons.has(who) || number(row, "From") < first || number(row, "To") > lastDay(who)) return true;
      if (table === "Leave") return false;
      const hours = [row.get("Hours a day"), row.get("Hours a week"), row.get("Share")].filter((one) => one !== null);
      const [only] = hours;
      return (
        hours.length !== 1 ||
        typeof only !== "number" ||
        only <= 0 ||
        number(row, "Hours a day") > 24 ||
        !engagements.has(text(row, "Engagement"))
      );
    })
    .map((row) => row.row);
}

test.each(["Demand", "Support", "Allocations", "Leave"])("nothing else is wrong in %s", (table) => {
  expect(oddRows(table)).toEqual(PLANTED.filter((one) => one.table === table).map((one) => one.row));
});

test("nobody else stands twice with contracts that overlap", () => {
  const twice = people.filter((row) =>
    contracts(text(row, "Person")).some(
      (other) => other.row > row.row && number(other, "From") <= number(row, "To", 1e9),
    ),
  );
  expect(twice.map((row) => text(row, "Person")).sort()).toEqual(["Claire Novotny", "Rahul Deshmukh"]);
});

test("no allocation stands twice", () => {
  const rows = plan.get("Allocations")!.map((row) => JSON.stringify(row));
  expect(rows.length - new Set(rows).size).toBe(0);
});

test("nobody's leave overlaps", () => {
  const byPerson = new Map<string, ReadRow[]>();
  const planted = new Set(PLANTED.filter((one) => one.table === "Leave").map((one) => one.row));
  for (const row of rowsOf(plan, "Leave").filter((one) => !planted.has(one.row))) {
    const who = text(row, "Person");
    byPerson.set(who, [...(byPerson.get(who) ?? []), row]);
  }
  for (const rows of byPerson.values()) {
    const inOrder = rows.sort((a, b) => number(a, "From") - number(b, "From"));
    const overlap = inOrder.some((row, i) => i > 0 && number(row, "From") <= number(inOrder[i - 1]!, "To"));
    expect(overlap, text(rows[0]!, "Person")).toBe(false);
  }
});

test("Plan check finds what is planted, and nothing else", () => {
  const { problems } = readPlan(sourcesIn([...plan].map(([name, cells]) => ({ name, cells }))));
  const found = problems.map(({ at: [place] }) => `${place!.table} ${place!.row} ${place!.column}`);
  const sound = new Set(["People 250 Person", "Skills 38 Valid to"]);
  const planted = PLANTED.map(({ table, row, column }) => `${table} ${row} ${column}`).filter((at) => !sound.has(at));
  expect([...found].sort()).toEqual([...planted].sort());
});
