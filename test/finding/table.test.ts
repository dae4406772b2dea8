import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isProposal, proposeOn } from "../../core/finding/propose.ts";
import { tableView } from "../../core/questions/map-view.ts";
import { workbook } from "../support/xlsx-cells.ts";
import { ANSWERS, FILES } from "./answers.ts";

const SAYS: ReadonlyMap<string, string> = new Map([
  ["(amounts)", "what the numbers count"],
  ["(year)", "the year"],
  ["period", "its first and last day"],
]);

/** A file as the page lists it: what is proposed, what is refused, what somebody has to say first. */
function lineOf(file: string): string {
  const book = [...workbook(file)].map(([name, cells]) => ({ name, cells }));
  const asked: string[] = [];
  const proposed: string[] = [];
  const refused: string[] = [];
  for (const { name } of book) {
    const first = proposeOn(book, name, null, []);
    if (isProposal(first)) asked.push(...tableView(first, []).columns.flatMap(({ open, key }) => (open ? [key] : [])));
    else if (first.asks !== null) asked.push(first.asks === "year" ? "(year)" : first.asks);
    const one = proposeOn(book, name, null, ANSWERS.get(file) ?? []);
    const title = name === "" ? "" : `${name}: `;
    if (isProposal(one)) proposed.push(`${title}${tableView(one, []).summary.join("; ")}`);
    else refused.push(`${title}${one.why}`);
  }
  const corrections =
    asked.length === 0 ? "none" : `${asked.length}: ${asked.map((key) => SAYS.get(key) ?? key).join(", ")}`;
  return `| ${file} | ${proposed.join("<br>") || "–"} | ${refused.join("<br>") || "–"} | ${corrections} |`;
}

test("docs/layouts.md says of each look-alike what is proposed, what is refused, and what must be said first: one thing at most", () => {
  const page = readFileSync("docs/layouts.md", "utf8");
  const wanted = FILES.map(lineOf);
  expect(page.split("\n").filter((line) => /^\| \d\d-/.test(line))).toEqual(wanted);
  for (const line of wanted) expect(line).toMatch(/\| (none|1: [^|]*) \|$/);
});
