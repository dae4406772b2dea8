import { describe, expect, test } from "vitest";
import { memoryBook } from "../support/memory-host.ts";
import { cellsIn, imported, minutesIn, rowsSaid } from "./read.ts";
import { asked, rowsOf, seen, written } from "./workbook.ts";

/** Date, User, Project, Hours, Task, Billable, Note; and Minutes, in the seven languages. */
const HEADINGS: readonly (readonly [language: string, headings: string, minutes: string, yes: string])[] = [
  ["English", "Date,User,Project,Hours,Task,Billable,Note", "Minutes", "Yes"],
  ["German", "Datum,Benutzer,Projekt,Stunden,Aufgabe,Abrechenbar,Notiz", "Minuten", "Ja"],
  ["French", "Date,Utilisateur,Projet,Heures,Tâche,Facturable,Commentaire", "Minutes", "Oui"],
  ["Swedish", "Datum,Användare,Projekt,Timmar,Uppgift,Debiterbar,Anteckning", "Minuter", "Ja"],
  ["Danish", "Dato,Bruger,Projekt,Timer,Opgave,Fakturerbar,Bemærkning", "Minutter", "Ja"],
  ["Czech", "Datum,Uživatel,Projekt,Hodiny,Úkol,Fakturovatelné,Poznámka", "Minuty", "Ano"],
  ["Spanish", "Fecha,Usuario,Proyecto,Horas,Tarea,Facturable,Nota", "Minutos", "Sí"],
];
const COLUMNS = ["day", "person", "engagement", "hours", "billable"];

describe("headings are known in seven languages", () => {
  test.each(HEADINGS)("%s", (_, headings, minutes, yes) => {
    const row = (amount: string) => `2026-01-05,Ann Lee,Alpha,${amount},Build,${yes},of note`;
    const wanted = [[46_027, "Ann Lee", "Alpha", 7.5, "Yes"]];
    const inHours = imported(`${headings}\n${row("7.5")}`);
    expect([inHours.mapping, inHours.open]).toEqual([null, []]);
    expect(cellsIn(inHours, "Actuals", COLUMNS)).toEqual(wanted);
    const names = headings.split(",");
    const inMinutes = imported(`${[...names.slice(0, 3), minutes, ...names.slice(4)].join(",")}\n${row("450")}`);
    expect(inMinutes.open).toEqual([]);
    expect(cellsIn(inMinutes, "Actuals", COLUMNS)).toEqual(wanted);
  });
});

const DUTCH = [
  "Urenstaat van maart",
  "",
  "Wanneer,Medewerker,Klus,Tijd,Wat,Telt",
  "2026-03-02,Ann Lee,Alpha,450,Bouw,Ja",
  "2026-03-03,Bob Ray,Alpha,90,Test,Nee",
  "2026-03-04,Ann Lee,Beta,480,Bouw,Ja",
  "2026-03-04,Bob Ray,Beta,30,Bouw,Ja",
].join("\n");
const people = ["Ann Lee", "Bob Ray"];
const engagements = ["Alpha", "Beta"];

describe("a file with headings that nobody knows", () => {
  test("is guessed from its values, with samples and a reason, and nothing is read before somebody has said so", () => {
    const { mapping, lines, open } = imported(DUTCH, {}, { people, engagements });
    expect([lines, open]).toEqual([[], ["columns"]]);
    expect(mapping).toMatchObject({ kind: "actuals", missing: "", done: false });
    expect(mapping!.columns.map(({ heading, role, sure }) => [heading, role, sure])).toEqual([
      ["Wanneer", "date", "sure"],
      ["Medewerker", "person", "sure"],
      ["Klus", "project", "sure"],
      ["Tijd", "hours:minutes", "likely"],
      ["Wat", "task", "guess"],
      ["Telt", "billable", "likely"],
    ]);
    expect(mapping!.columns[3]).toMatchObject({ samples: ["450", "90", "480"], why: "all are numbers, up to 480" });
    expect(mapping!.columns[1]!.why).toBe("all are people of this plan");
  });

  test("is read as it was said, and written", () => {
    const answers = { "role 1": "date", "role 2": "person", "role 3": "project", "role 4": "hours:minutes" };
    const read = imported(DUTCH, answers);
    expect(read.open).toEqual([]);
    expect(cellsIn(read, "Actuals", COLUMNS.slice(0, 4))).toEqual([
      [46_083, "Ann Lee", "Alpha", 7.5],
      [46_084, "Bob Ray", "Alpha", 1.5],
      [46_085, "Ann Lee", "Beta", 8],
      [46_085, "Bob Ray", "Beta", 0.5],
    ]);
    const book = memoryBook();
    expect(seen(book, { text: DUTCH })).toMatchObject({ ready: false, tables: [], nothing: "", questions: [] });
    expect(() => written(book, { text: DUTCH })).toThrow("The file does not say all that is needed");
    expect(written(book, { text: DUTCH, answers })).toBe("Imported a file of an unknown tool. Actuals: 4 new.");
  });

  test("says what is missing, and takes hours, minutes or seconds at their word", () => {
    const without = imported(DUTCH, { "role 1": "date", "role 2": "person", "role 4": "none" }).mapping!;
    expect([without.done, without.missing]).toEqual([false, "Hours"]);
    const roles = { "role 1": "date", "role 2": "person", "role 3": "project" };
    expect(minutesIn(imported(DUTCH, { ...roles, "role 4": "hours:minutes" }))).toBe(1050);
    expect(minutesIn(imported(DUTCH, { ...roles, "role 4": "hours:seconds" }))).toBe(8 + 2 + 8 + 1);
    expect(rowsSaid(imported(DUTCH, { ...roles, "role 4": "hours:hours" }), "HR-246", "24 hours")).toHaveLength(4);
  });

  test("can be bookings, days off, people, engagements, milestones, issues or tickets as well", () => {
    const table = (kind: string, roles: readonly string[], rows: readonly string[]) => {
      const head = roles.map((_, i) => `Kolom ${i + 1}`).join(",");
      const answers = Object.fromEntries(roles.map((role, i) => [`role ${i + 1}`, role]));
      const read = imported([head, ...rows].join("\n"), { kind, ...answers, skill: "AWS" });
      return [read.mapping?.missing, read.open, [...new Set(read.lines.map((line) => line.table))], read.lines.length];
    };
    const booking = ["person", "project", "start", "end", "hoursPerDay"];
    expect(table("allocations", booking, ["Ann Lee,Alpha,2026-03-02,2026-03-06,4"])).toEqual([
      "",
      [],
      ["Allocations"],
      1,
    ]);
    expect(table("leave", ["person", "start", "end"], ["Ann Lee,2026-03-02,2026-03-06"])).toEqual([
      "",
      [],
      ["Leave"],
      1,
    ]);
    expect(table("people", ["person", "weekHours"], ["Ann Lee,40"])).toEqual(["", [], ["People"], 1]);
    expect(table("projects", ["projectName"], ["Alpha"])).toEqual(["", [], ["Engagements"], 1]);
    expect(table("milestones", ["project", "milestone", "date"], ["Alpha,Live,2026-03-31"])).toEqual([
      "",
      [],
      ["Milestones"],
      1,
    ]);
    expect(table("tickets", ["id", "opened", "queue"], ["T1,2026-03-02,Desk"])).toEqual(["", [], ["Tickets"], 1]);
    expect(table("backlog", ["issue", "project", "original"], ["A-1,Alpha,2h"])).toEqual(["", [], ["Demand"], 1]);
  });

  test("may be a sheet; a sheet that is the plan's own is none", () => {
    const rows = DUTCH.split("\n").map((line) => line.split(","));
    const book = memoryBook({
      Uren: rows,
      People: [
        ["Person", "Weekly hours"],
        ["Ann Lee", 40],
      ],
      Remarks: [["only text"]],
    });
    expect(asked(book, "importForm", {}).sheets).toEqual([{ name: "Uren", label: "" }]);
    const roles = { "role 1": "date", "role 2": "person", "role 3": "project", "role 4": "hours:minutes" };
    written(book, { sheet: "Uren", answers: roles });
    expect(rowsOf(book, "Actuals", 1)).toHaveLength(5);
  });

  test("with headings as programs use them is a file like others", () => {
    const { mapping } = imported("__proto__,constructor\n1,2\n3,4");
    expect(mapping?.columns.map(({ heading }) => heading)).toEqual(["__proto__", "constructor"]);
  });
});

describe("durations without a unit", () => {
  const file = (heading: string, ...amounts: readonly string[]) =>
    [`Date,User,Project,${heading}`, ...amounts.map((amount, i) => `2026-03-0${i + 2},Ann,Alpha,${amount}`)].join("\n");
  test("are asked about where they are no hours of a day", () => {
    const open = imported(file("Duration", "480", "450"));
    expect(open.open).toEqual(["unit"]);
    expect(open.questions[0]).toMatchObject({
      asks: "What do the durations count?",
      why: "The heading Duration names no unit; 480 is its largest number.",
    });
    expect(minutesIn(imported(file("Duration", "480", "450"), { unit: "minutes" }))).toBe(930);
    expect(minutesIn(imported(file("Duration", "28800", "1800"), { unit: "seconds" }))).toBe(510);
    expect(imported(file("Duration", "30", "15")).open).toEqual(["unit"]);
  });
  test("are hours where they can be, and whole ones are said to be", () => {
    expect(imported(file("Duration", "7.5", "8")).questions).toEqual([]);
    expect(minutesIn(imported(file("Duration", "7.5", "8")))).toBe(930);
    const whole = imported(file("Dauer", "8", "4"));
    expect([whole.open, whole.questions.map(({ usual }) => usual)]).toEqual([[], ["hours"]]);
    expect(minutesIn(whole)).toBe(720);
    expect(imported(file("Duration", "7:30", "0:45")).questions).toEqual([]);
    expect(imported(file("Minutes", "30", "15")).questions).toEqual([]);
    expect(minutesIn(imported(file("Minutes", "30", "15")))).toBe(45);
  });
});

describe("a tool's total is compared and left out, wherever its label stands", () => {
  const rows = ["2026-03-02,Ann,Alpha,7.5,Build", "2026-03-03,Ann,Alpha,8.5,Build"];
  test.each([
    "Total,,,16,",
    "Summa,,,16,",
    ",Celkem,,16,",
    ",,i alt,16,",
    ",,,16,Total general",
    "Σ,,,16:00,",
    "Gesamt:,,,16,",
    "Grand total,,,16,",
  ])("%s", (total) => {
    const read = imported(["Date,User,Project,Hours,Task", ...rows, total].join("\n"));
    expect([minutesIn(read), read.counts]).toEqual([960, { used: 2, held: 0, skipped: 1 }]);
    expect(rowsSaid(read, "HR-251", "agrees")).toEqual([4]);
  });
  test("subtotals agree with the rows since the last one; a wrong total is said; a project called Total is none", () => {
    const text = ["Date,User,Project,Hours,Task", rows[0], "Total,,,7.5,", rows[1], "Total,,,8.5,", "Total,,,16,"].join(
      "\n",
    );
    expect(rowsSaid(imported(text), "HR-251", "agrees")).toEqual([3, 5, 6]);
    const wrong = imported(["Date,User,Project,Hours,Task", ...rows, "Total,,,17,"].join("\n"));
    expect(rowsSaid(wrong, "HR-252", "17 h")).toEqual([4]);
    const project = imported("Date,User,Project,Hours\n2026-03-02,Ann,Total,3");
    expect(minutesIn(project)).toBe(180);
  });
});
