import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { PlanError } from "../../core/problems.ts";
import { pickedFrom } from "../../panels/files/picked.ts";
import { archiveIn } from "../../panels/files/zip.ts";
import { memoryBook } from "../support/memory-host.ts";
import { imported } from "./read.ts";
import { asked, rowsOf, seen, written } from "./workbook.ts";
import { inline, manySheets, sheet, workbookFile } from "./xlsx.ts";

const HEADINGS = "Date,Client,Project,Task,Notes,Hours,Billable?,First Name,Last Name";
const row = (project: string, hours = "1", first = "Ana") => `2026-03-02,C,${project},T,,${hours},Yes,${first},Silva`;
const quoted = (text: string) => `"${text.replace(/"/g, '""')}"`;

const refusal = (text: string): string => {
  try {
    imported(text);
  } catch (error) {
    if (error instanceof PlanError) return error.message;
    throw error;
  }
  return "read";
};

describe("files that nobody means well end in one sentence", () => {
  const many = Array.from({ length: 200_001 }, () => "2026-03-02").join("\n");
  const CASES: readonly (readonly [name: string, text: string, says: string])[] = [
    ["nothing", "", "The file holds no row of headings. Maybe export it again, with its headings."],
    ["no letters", "PK\0\0\0", "The file is no text: it holds letters that are none. Maybe export it as CSV or .xlsx."],
    [
      "no headings that are known",
      "a,b",
      "The headings of this file say too little to import it. Maybe it needs headings such as Date, User, Project and Hours; or it is a layout of your own, which Headroom reads where it stands.",
    ],
    ["a PDF", "%PDF-1.4\n1 0 obj", "The file is a PDF, no table. Maybe export it as CSV or .xlsx."],
    [
      "a web page",
      "<html><table></table></html>",
      "The file is a web page, no table. Maybe export it as CSV or .xlsx.",
    ],
    ["JSON", '[{"date":"2026-01-05"}]', "The file is JSON, no table. Maybe export it as CSV or .xlsx."],
    ["headings only", HEADINGS, "The file has headings and no rows. Maybe export a longer period."],
    [
      "a quotation mark left open",
      `${HEADINGS}\n${row("A")}\n2026-03-02,C,"A,T`,
      "A quotation mark opens in row 3 and nothing closes it, so that the rest cannot be told apart. Maybe export the file again, or close the quotation mark.",
    ],
    [
      "more rows than the limit",
      `Date\n${many}`,
      "The file has 200002 rows, more than 200000. Maybe export a shorter period.",
    ],
    [
      "300 columns",
      `${HEADINGS},${Array.from({ length: 291 }, (_, i) => `x${i}`).join(",")}\n${row("A")}`,
      "The file has 300 columns, more than 256. Maybe export fewer columns.",
    ],
    [
      "a cell as long as a file",
      `${HEADINGS}\n${row("A".repeat(40_000))}`,
      "Row 2 has a cell of more than 32767 letters. Maybe a quotation mark is missing there.",
    ],
    [
      "contracts without names",
      "id,personId,roleId,startDate,endDate,employmentType,costPerHour,minutesPerDay\n1,1,1,2026-01-01,,employee,1,480",
      "This is an export of Runn contracts, of which nothing can be imported. It holds contracts by number. Maybe import the people export, which has names.",
    ],
  ];
  test.each(CASES)("%s", (_, text, says) => expect(refusal(text)).toBe(says));
});

test("names that programs use for themselves are names like others", () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "prototype"];
  const text = [`${HEADINGS},__proto__,constructor`, ...names.map((name) => `${row(name, "2", name)},1,2`)].join("\n");
  const book = memoryBook();
  written(book, { text });
  const rows = rowsOf(book, "Actuals", 4).slice(1);
  expect(rows.map(([, person, engagement, hours]) => [person, engagement, hours])).toEqual(
    names.map((name) => [`${name} Silva`, name, 2]),
  );
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test("formulas and markup in names arrive as the text they are, and reach no formula", () => {
  const names = [
    '=HYPERLINK("http://x","y")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "＝2",
    "<img src=x onerror=alert(1)>",
    "'=1",
  ];
  const text = [HEADINGS, ...names.map((name) => `2026-03-02,C,${quoted(name)},T,,1,Yes,Ana,Silva`)].join("\n");
  const book = memoryBook();
  const preview = seen(book, { text });
  expect(preview.tallies.find(({ title }) => title === "Engagement")?.rows).toHaveLength(names.length);
  written(book, { text });
  const engagements = rowsOf(book, "Actuals", 3)
    .slice(1)
    .map((line) => line[2]);
  expect(engagements).toEqual(names.map((name) => name.trim()));
  const { text: csv } = asked(book, "exportTable", { file: "Actuals.csv" });
  for (const line of csv.split("\r\n").slice(1)) expect(line).not.toMatch(/(^|,|,")[=+@＝]/);
});

const says = (file: File) =>
  pickedFrom(file).then(
    () => "read",
    (error: Error) => error.message,
  );

describe("workbooks from elsewhere", () => {
  test("a sheet that claims a million rows and holds two is read", async () => {
    const rows = `<row r="1">${inline("A1", "Date")}${inline("B1", "A &amp; B")}</row><row r="3"><c r="B3"><v>2.5</v></c></row>`;
    const { parts } = await pickedFrom(workbookFile(sheet(rows)));
    expect(parts).toEqual([{ name: "One", text: '"Date","A & B"\n\n"","2.5"' }]);
  });

  test("days, times and durations come as the sheet shows them, also when days count from 1904", async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[h]:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>';
    const cells = (day: number) =>
      sheet(
        `<row r="1"><c r="A1" s="1"><v>${day}</v></c><c r="B1" s="2"><v>1.0625</v></c><c r="C1"><v>46083</v></c></row>`,
      );
    const from1900 = await pickedFrom(workbookFile({ ...cells(46_083.5), "xl/styles.xml": styles }));
    expect(from1900.parts[0]?.text).toBe('"2026-03-02 12:00:00","25:30:00","46083"');
    const book =
      '<workbook><workbookPr date1904="1"/><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>';
    const from1904 = await pickedFrom(
      workbookFile({ ...cells(46_083 - 1462), "xl/styles.xml": styles, "xl/workbook.xml": book }),
    );
    expect(from1904.parts[0]?.text).toBe('"2026-03-02","25:30:00","46083"');
  });

  test("every sheet of a hundred is read, and of one more none", async () => {
    const names = Array.from({ length: 101 }, (_, i) => `S${i + 1}`);
    const { parts } = await pickedFrom(manySheets(names.slice(1)));
    expect(parts.map(({ text }) => text)).toEqual(names.slice(1).map((name) => `"${name}"`));
    expect(await says(manySheets(names))).toBe(
      "This workbook has 101 sheets, more than 100. Maybe save the sheet that holds the export as a workbook of its own, or as CSV.",
    );
  });

  test("an encrypted workbook is called one, whatever its name", async () => {
    const encrypted = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    expect(await says(new File([encrypted], "hours.xlsx"))).toBe(
      "hours.xlsx is a workbook with a password, or an old one (.xls). Maybe open it and save it as .xlsx without a password, or as CSV.",
    );
    expect(await says(new File([encrypted.slice(0, 3)], "hours.csv"))).toBe("read");
  });

  test("what is too large, damaged or no workbook is said", async () => {
    const bomb = zipSync({ "xl/workbook.xml": new Uint8Array(6_000_000) });
    expect(bomb.length).toBeLessThan(20_000);
    await expect(archiveIn(bomb, 5_000_000).text("xl/workbook.xml")).rejects.toThrow(
      "This file unpacks to more than 120 MB. Maybe it is not what it seems.",
    );
    expect(await says(workbookFile(sheet(`<row r="1048576">${inline("A1048576", "x")}</row>`)))).toBe(
      "This workbook has a row 1048576, further down than 200,000. Maybe export a shorter period.",
    );
    expect(await says(workbookFile(sheet(`<row r="1">${inline("XFD1", "x")}</row>`)))).toBe(
      "This workbook has more than 1,000 columns. Maybe export fewer.",
    );
    const damaged = "This file is damaged, or it is no .xlsx workbook. Maybe save it again, or as CSV.";
    expect(await says(workbookFile({ "xl/workbook.xml": '<!DOCTYPE x [<!ENTITY a "aa">]><workbook/>' }))).toBe(damaged);
    expect(await says(new File(["PK and nothing else"], "x.xlsx"))).toBe(damaged);
    expect(await says(new File([new Uint8Array([0xd0, 0xcf])], "old.xls"))).toBe(
      "old.xls is an old or binary workbook. Maybe save it as .xlsx or CSV first.",
    );
    expect(await says(workbookFile(sheet("")))).toBe(
      "This workbook holds no cells. Maybe it is not the file you meant.",
    );
  });
});

test("a megabyte of each hostile text is read or refused, and not thought about for long", () => {
  const million = 1_000_000;
  const texts = [
    '"'.repeat(million),
    ",".repeat(million),
    `${HEADINGS}\n${"(".repeat(30_000)}`,
    `${HEADINGS}\n${Array.from({ length: 10_000 }, () => row("A", `"${"1,".repeat(15)}"`)).join("\n")}`,
    `${HEADINGS}\n${Array.from({ length: 10_000 }, () => row("A", "9".repeat(60))).join("\n")}`,
    `${HEADINGS}\n${Array.from({ length: 10_000 }, (_, i) => row("A", "-1", `A${i % 10}`)).join("\n")}`,
  ];
  for (const text of texts) expect(typeof refusal(text)).toBe("string");
});
