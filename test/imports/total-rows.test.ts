import { describe, expect, test } from "vitest";
import { imported, minutesIn, rowsSaid } from "./read.ts";

const hours = (rows: readonly string[], answers = {}, people: readonly string[] = []) =>
  imported(["Date,User,Project,Hours", ...rows].join("\n"), answers, { people });
/** 8 h + 8 h = 16 h = 960 minutes. */
const TWO = ["2026-01-05,Ann,A,8", "2026-01-06,Bob,A,8"] as const;

describe("a row of totals that has a day like any work", () => {
  const WORDS = [
    ...["Total", "TOTAL", "Grand total", "Sum", "Subtotal", "Summe", "Gesamt", "Zwischensumme", "Total général"],
    ...["Somme", "Sous-total", "Summa", "Totalt", "I alt", "Celkem", "Součet", "Suma", "Total general", "Total:"],
  ];
  test.each(WORDS)("%s is left out and compared, in whichever column it stands", (word) => {
    for (const row of [`2026-01-06,${word},,16`, `2026-01-06,${word},A,16`, `2026-01-06,,${word},16`]) {
      const result = hours([...TWO, row]);
      expect(minutesIn(result), row).toBe(960);
      expect(result.open, row).toEqual([]);
      expect(rowsSaid(result, "HR-251", "is a total of 16 h and left out"), row).toEqual([4]);
      expect(result.counts, row).toEqual({ used: 2, held: 0, skipped: 1 });
      expect(result.strangers, row).toEqual([]);
    }
  });

  test("of one person, beside that person's name, agrees with that person's rows", () => {
    const result = hours([...TWO, "2026-01-06,Ann,Total,8"], {}, ["Ann", "Bob"]);
    expect([minutesIn(result), rowsSaid(result, "HR-251", "is a total of 8 h")]).toEqual([960, [4]]);
  });

  test("behind each group, and of all rows at the end", () => {
    const result = hours([TWO[0], "2026-01-05,Total,,8", TWO[1], "2026-01-06,Total,,8", "2026-01-06,Grand total,,16"]);
    expect([minutesIn(result), rowsSaid(result, "HR-251", "agrees")]).toEqual([960, [3, 5, 6]]);
  });

  test("above the rows agrees, too, and so does one of more than 24 hours", () => {
    const rows = ["2026-01-05,Total,,32", ...TWO, "2026-01-07,Ann,A,8", "2026-01-08,Ann,A,8"];
    const result = hours(rows);
    expect([minutesIn(result), result.counts]).toEqual([1920, { used: 4, held: 0, skipped: 1 }]);
  });

  test("that does not agree is asked about, with both figures", () => {
    const rows = [...TWO, "2026-01-06,Total,,15"];
    const asked = hours(rows);
    expect(asked.open).toEqual(["totals"]);
    expect(asked.questions[0]?.why).toBe("Row 4 has 15 h, and the rows above it have 16 h.");
    const out = hours(rows, { totals: "out" });
    expect([out.open, minutesIn(out), rowsSaid(out, "HR-252", "add up to 16 h")]).toEqual([[], 960, [4]]);
    const work = hours(rows, { totals: "work" });
    expect([work.open, minutesIn(work)]).toEqual([[], 1860]);
  });

  test("is asked about where the plan has somebody of that name", () => {
    const rows = [...TWO, "2026-01-06,Sum,A,16"];
    expect(hours(rows, {}, ["Ann", "Bob", "Sum"]).open).toEqual(["totals"]);
    expect(minutesIn(hours(rows, { totals: "work" }, ["Ann", "Bob", "Sum"]))).toBe(1920);
  });
});

describe("a row that equals the sum of those above it", () => {
  test("is asked about where nobody of the plan is named, or everybody", () => {
    for (const name of ["All", "Alle", "Team Alpha", "n/a", "-", "Zed"]) {
      const asked = hours([...TWO, `2026-01-06,${name},,16`], {}, ["Ann", "Bob"]);
      expect(asked.open, name).toEqual(["totals"]);
      expect(minutesIn(hours([...TWO, `2026-01-06,${name},,16`], { totals: "out" }, ["Ann", "Bob"])), name).toBe(960);
    }
  });

  test("is work of a person of the plan, and of one who has other rows", () => {
    expect(hours([...TWO, "2026-01-06,Cy,A,16"], {}, ["Ann", "Bob", "Cy"]).open).toEqual([]);
    const result = hours([...TWO, "2026-01-06,Cy,A,16", "2026-01-07,Cy,A,3"], {}, ["Ann", "Bob"]);
    expect([result.open, minutesIn(result)]).toEqual([[], 960 + 960 + 180]);
  });
});

test("more than 24 hours of a person's day over several rows are said, once", () => {
  const result = hours(["2026-01-05,Ann,A,20", "2026-01-05,Ann,B,20", "2026-01-05,Ann,C,1", "2026-01-05,Bob,C,20"]);
  expect(rowsSaid(result, "HR-253", "brings Ann to more than 24 hours on 2026-01-05")).toEqual([3]);
  expect(minutesIn(result)).toBe(61 * 60);
});
