import { describe, expect, test } from "vitest";
import { cellsIn, imported, minutesIn, rowsSaid } from "./read.ts";

describe("a list of leave from an unknown tool", () => {
  const leave = (...rows: readonly string[]) => ["Name,Leave type,Start date,End date,Hours", ...rows].join("\n");
  const COLUMNS = ["person", "from", "to", "hoursADay", "kind"] as const;

  test("is leave and no hours worked, whole days where no hours stand", () => {
    const result = imported(leave("Ana Silva,Vacation,2026-03-02,2026-03-06,", "Cy Tan,Sick,2026-03-02,2026-03-02,4"));
    expect([result.kind, result.open]).toEqual(["leave", []]);
    expect(cellsIn(result, "Leave", COLUMNS)).toEqual([
      ["Ana Silva", 46_083, 46_087, null, "Vacation"],
      ["Cy Tan", 46_083, 46_083, 4, "Sick"],
    ]);
    expect(result.counts).toEqual({ used: 2, held: 0, skipped: 0 });
  });

  test("asks whether hours are those of each day", () => {
    // Friday to Tuesday: three working days.
    const text = leave("Ana Silva,Vacation,2026-03-06,2026-03-10,12");
    expect(imported(text).open).toEqual(["leave hours"]);
    const hours = (answer: string) => cellsIn(imported(text, { "leave hours": answer }), "Leave", ["hoursADay"]);
    expect([hours("day"), hours("altogether")]).toEqual([[[12]], [[4]]]);
  });

  test("holds back more than 24 hours a day", () => {
    const result = imported(leave("Ana Silva,Vacation,2026-03-02,2026-03-06,40", "Cy Tan,Sick,2026-03-02,,-1"), {
      "leave hours": "day",
    });
    expect(rowsSaid(result, "HR-244", "more than 24 hours a day")).toEqual([2, 3]);
    expect(result.counts).toEqual({ used: 0, held: 2, skipped: 0 });
  });
});

describe("totals of one name, with a day", () => {
  const hours = (...rows: readonly string[]) => imported(["Date,User,Project,Hours", ...rows].join("\n"));

  test("are left out and compared where that name has rows of its own", () => {
    for (const name of ["Total Alpha", "Alpha total", "Subtotal: Alpha", "Summe Alpha"]) {
      const result = hours(
        "2026-03-02,Ana Silva,Alpha,5",
        "2026-03-02,Cy Tan,Alpha,3",
        "2026-03-02,Cy Tan,Beta,2",
        `2026-03-03,,${name},8`,
      );
      expect(minutesIn(result), name).toBe(600);
      expect(rowsSaid(result, "HR-251", "is a total of Alpha, which has rows of its own"), name).toEqual([5]);
      expect(result.counts).toEqual({ used: 3, held: 0, skipped: 1 });
    }
  });

  test("that differ from the rows are left out all the same, with both figures", () => {
    const result = hours("2026-03-02,Ana Silva,Alpha,5", "2026-03-03,Ana Silva,Total Alpha,8");
    expect(minutesIn(result)).toBe(300);
    expect(rowsSaid(result, "HR-252", "it has 8 h, and they have 5 h")).toEqual([3]);
  });

  test("of each person on a project agree together", () => {
    const result = hours(
      ...["2026-03-02,Ana Silva,Alpha,5", "2026-03-02,Ana Silva,Total Alpha,5"],
      ...["2026-03-02,Cy Tan,Alpha,3", "2026-03-02,Cy Tan,Total Alpha,3"],
    );
    expect(minutesIn(result)).toBe(480);
    expect(rowsSaid(result, "HR-251", "agrees with them")).toEqual([3, 5]);
  });

  test("are work where nothing else has that name: a client may be called so", () => {
    const result = hours("2026-03-02,Ana Silva,Total Energies,5", "2026-03-02,Ana Silva,Summary,1");
    expect(minutesIn(result)).toBe(360);
    expect(result.counts).toEqual({ used: 2, held: 0, skipped: 0 });
  });
});

describe("a status that says that a row is off", () => {
  // Five working days of eight hours.
  const booked = (status: string) => `Ana Silva,Alpha,2026-03-02,2026-03-06,8,${status}`;
  const bookings = (...statuses: readonly string[]) =>
    ["Person,Project,Start date,End date,Hours per day,Status", ...statuses.map(booked)].join("\n");

  test("leaves bookings out, with their hours", () => {
    for (const word of [
      "Cancelled",
      "Storniert",
      "Annulé",
      "Refusé",
      "Avbokad",
      "Afvist",
      "Zrušeno",
      "Rechazado",
      "Lost",
    ]) {
      const result = imported(bookings("Confirmed", word));
      expect(minutesIn(result), word).toBe(40 * 60);
      expect(rowsSaid(result, "HR-245", `has the status ${word} and is left out`), word).toEqual([3]);
      expect(result.counts, word).toEqual({ used: 1, held: 0, skipped: 1 });
      expect(result.sums.get("cancelled or rejected"), word).toBe(40 * 60);
    }
  });

  test("asks about bookings that are not decided, and says a status that is not known", () => {
    const result = imported(bookings("Pending", "Gate 3"), { tentative: "in" });
    expect(result.questions.map(({ key }) => key)).toContain("tentative");
    expect(minutesIn(result)).toBe(80 * 60);
    expect(rowsSaid(result, "HR-250", "has the status Gate 3, which is not known")).toEqual([3]);
    expect(minutesIn(imported(bookings("Pending", "Confirmed"), { tentative: "out" }))).toBe(40 * 60);
  });

  test("leaves leave out, and says what is not approved", () => {
    const row = (status: string, day: string) => `Ana Silva,Vacation,2026-03-${day},2026-03-${day},${status}`;
    const rows = [row("Approved", "02"), row("Rejected", "03"), row("Abgelehnt", "04"), row("Beantragt", "05")];
    const result = imported(["Employee,Leave type,Start date,End date,Status", ...rows].join("\n"));
    expect(cellsIn(result, "Leave", ["from"])).toEqual([[46_083], [46_086]]);
    expect(rowsSaid(result, "HR-245", "is left out")).toEqual([3, 4]);
    expect(rowsSaid(result, "HR-250", "is not approved yet")).toEqual([5]);
  });
});

test("leave in days or parts of a day is no whole day", () => {
  const leave = (heading: string, ...rows: readonly string[]) =>
    imported([`Employee,Leave type,Start date,End date,${heading}`, ...rows].join("\n"));
  const COLUMNS = ["from", "hoursADay"] as const;
  const result = leave(
    "Days",
    "Ana Silva,Vacation,2026-03-02,2026-03-02,0.5",
    "Ana Silva,Vacation,2026-03-09,2026-03-13,5",
    "Ana Silva,Vacation,2026-03-16,2026-03-20,2.5",
  );
  expect(cellsIn(result, "Leave", COLUMNS)).toEqual([
    [46_083, 4],
    [46_090, null],
    [46_097, null],
  ]);
  expect(rowsSaid(result, "HR-250", "counts 4 h on each working day")).toEqual([2]);
  expect(rowsSaid(result, "HR-250", "counts as whole days")).toEqual([4]);
  const halves = leave("Half day", "Ana Silva,Vacation,2026-03-02,2026-03-02,AM");
  expect(cellsIn(halves, "Leave", COLUMNS)).toEqual([[46_083, 4]]);
});
