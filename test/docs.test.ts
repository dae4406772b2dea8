import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const PAGES = ["README.md", "CONTRIBUTING.md", ...pagesIn("docs"), ...pagesIn("decisions")];
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

test("every link and picture of the documentation leads to a file, and to a heading in it", () => {
  const broken = PAGES.flatMap((page) => linksOf(page).filter((link) => !leadsSomewhere(page, link)));
  expect(broken).toEqual([]);
});

test("every npm command that the documentation names exists", () => {
  const named = PAGES.flatMap((page) => [...readFileSync(page, "utf8").matchAll(/`npm run ([\w:-]+)/g)]);
  expect(named.length).toBeGreaterThan(5);
  for (const [, script] of named) expect(Object.keys(scripts)).toContain(script);
});

function linksOf(page: string): readonly string[] {
  const text = readFileSync(page, "utf8");
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g), ...text.matchAll(/src="([^"]+)"/g)];
  return links.map((match) => match[1]!).filter((link) => !/^[a-z]+:/.test(link));
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const file = path === "" ? page : join(dirname(page), path);
  if (!existsSync(file)) return false;
  return anchor === undefined || anchorsOf(file).has(anchor);
}

/** Headings as GitHub turns them into anchors. */
function anchorsOf(page: string): ReadonlySet<string> {
  const headings = readFileSync(page, "utf8").matchAll(/^#+ (.*)$/gm);
  const anchor = (heading: string) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replace(/ /g, "-");
  return new Set([...headings].map((match) => anchor(match[1]!)));
}

function pagesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${folder}/${name}`);
}
