import { beforeAll, describe, expect, test } from "vitest";
import { sampleText } from "../../imports/read.ts";
import type { Snapshot } from "../../support/snapshot.ts";
import { differences } from "./differences.ts";
import { type HostName, inEachHost, NAMES, type Opened } from "./hosts.ts";
import { asIn } from "./known.ts";

const request = (name: string, answers: Readonly<Record<string, string>> = {}, mode = "append") => ({
  text: sampleText(name),
  sheet: "",
  answers: Object.entries(answers),
  mode,
});
/** A plan small enough to be typed into each host. */
const PLAN = new Map<string, readonly (readonly (string | number)[])[]>([
  [
    "People",
    [
      ["Person", "Weekly hours", "From"],
      ["Ana Silva", 40, 46_000],
      ["Cy Tan", 40, 46_000],
    ],
  ],
  [
    "Engagements",
    [
      ["Engagement", "Client"],
      ["Alder AWS Migration", "Alder Bank"],
    ],
  ],
  [
    "Allocations",
    [
      ["Person", "Engagement", "From", "To", "Hours a day"],
      ["Ana Silva", "Alder AWS Migration", 46_000, 46_010, 4],
    ],
  ],
]);
const NASTY = [
  "Date,Project,Task,Notes,Hours,Billable?,First Name,Last Name",
  '2026-03-02,"=HYPERLINK(""http://x"",""y"")",T,,1,Yes,+1+1,@SUM(A1)',
  "2026-03-02,1-2,T,,1.25,No,007,<b>x</b>",
  "2026-03-03,@x,T,,0.5,No,__proto__,constructor",
].join("\n");

/** Text that could be a formula or a number: Google Sheets shows its apostrophe, the workbench keeps it in place of the text format. */
const bare = ({ names, sheets }: Snapshot): Snapshot => ({
  names,
  sheets: sheets.map((sheet) => ({
    ...sheet,
    cells: new Map(
      [...sheet.cells].map(([at, { format, ...cell }]) => {
        const { value } = cell;
        if (typeof value !== "string") return [at, { ...cell, ...(format === undefined ? {} : { format }) }];
        const shown = { ...cell, value: value.replace(/^'(?==)/, "") };
        return [at, format === undefined || format === "@" ? shown : { ...shown, format }];
      }),
    ),
  })),
});

/** An import's life: asked, previewed, written, written again, changed, taken back, and out again as CSV. */
const LIFE: readonly (readonly [name: string, request: object, reply: RegExp])[] = [
  ["importForm", {}, /"sheets":\[\]/],
  ["previewImport", request("clockify_detailed.csv"), /"ready":false/],
  ["importRows", request("clockify_detailed.csv"), /The file does not say all that is needed/],
  ["importRows", request("clockify_detailed.csv", { dates: "mdy" }), /Actuals: 7 new/],
  ["importRows", request("clockify_detailed.csv", { dates: "mdy" }), /Everything is there already/],
  ["previewImport", request("clockify_detailed.csv", { dates: "mdy" }), /"added":0,"changed":0,"left":0,"same":7/],
  ["exportBook", {}, /"name":"Actuals"/],
  ["importRows", { text: NASTY, sheet: "", answers: [], mode: "append" }, /Actuals: 3 new/],
  ["previewImport", { text: NASTY, sheet: "", answers: [], mode: "replace" }, /"same":3/],
  ["previewImport", request("runn_assignments.csv"), /"ready":true/],
  ["importRows", request("runn_assignments.csv"), /Allocations: 10 new/],
  ["importRows", request("runn_assignments.csv", {}, "replace"), /Everything is there already/],
  ["undoLast", {}, /Undone: Import Runn assignments/],
  ["importRows", request("jira_cloud.csv", { skill: "AWS" }), /Demand: 8 new/],
  ["importRows", request("float_people.csv"), /People: 6 new/],
  ["importRows", request("float_projects.csv"), /Engagements: 4 new/],
  ["importRows", request("float_allocations.csv"), /Allocations: 10 new/],
  ["exportForm", {}, /"file":"Allocations.csv"/],
  ["exportTable", { file: "Actuals.csv" }, /2026-03-02,\+1\+1 @SUM|'\+1\+1 @SUM/],
  ["previewImport", { text: '"', sheet: "", answers: [], mode: "append" }, /A quotation mark opens/],
];

describe("the same file is the same rows in every host", () => {
  let hosts: Readonly<Record<HostName, Opened>>;
  beforeAll(() => {
    hosts = inEachHost(PLAN);
  });

  test.each(LIFE)("%s", async (name, wish, wanted) => {
    const replies = new Map<HostName, unknown>();
    for (const host of NAMES) replies.set(host, JSON.parse(JSON.stringify(await hosts[host].ask(name, wish))));
    expect(JSON.stringify(replies.get("excel"))).toMatch(wanted);
    for (const host of NAMES) expect(replies.get(host), host).toEqual(replies.get("excel"));
    const excel = hosts.excel.snapshot();
    for (const host of ["googleSheets", "workbench"] as const) {
      expect(differences(bare(asIn(host, excel)), bare(asIn(host, hosts[host].snapshot()))), host).toEqual([]);
    }
  });
});
