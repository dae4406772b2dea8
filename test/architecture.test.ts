import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { describe, expect, test } from "vitest";

/** Who may import whom. `core` is the inside; hosts are the outside and do not know each other. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  core: ["core"],
  panels: ["core", "panels"],
  gsheets: ["gsheets", "core", "panels"],
  excel: ["excel", "core", "panels"],
  workbench: ["workbench", "core", "panels"],
};
/** Inside core: each part knows the ones before it, and the files at the top (units, problems, host) are everybody's. */
const CORE_MAY_IMPORT: Record<string, readonly string[]> = {
  plan: ["plan", "layouts", "finding", "scenario"],
  finding: ["finding", "layouts", "plan"],
  layouts: ["layouts", "plan"],
  engine: ["engine", "plan"],
  scenario: ["scenario", "plan", "engine"],
  demo: ["demo", "plan"],
  functions: ["functions", "engine", "plan", "scenario"],
  publish: ["publish", "functions", "plan"],
  sheets: ["sheets", "engine", "plan", "functions", "journal", "scenario"],
  journal: ["journal", "sheets", "plan"],
  imports: ["imports", "sheets", "plan"],
  exports: ["exports", "plan"],
  explain: ["explain", "sheets", "functions", "engine", "plan", "scenario"],
  questions: [
    "questions",
    "explain",
    "sheets",
    "journal",
    "engine",
    "plan",
    "functions",
    "demo",
    "scenario",
    "imports",
    "exports",
    "finding",
    "layouts",
  ],
};
/** A package is named in one file, so that it can be replaced there. */
const ONE_DOOR: Record<string, string> = {
  "zod/mini": join("core", "schema.ts"),
  "@odoo/o-spreadsheet": join("workbench", "engine.ts"),
  fflate: join("panels", "files", "deflate.ts"),
};

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

describe("the dependency rule", () => {
  const sources = Object.keys(MAY_IMPORT).flatMap((folder) => filesIn(folder));
  test.each(sources)("%s", (path) => {
    for (const { specifier, typeOnly } of importsOf(path)) {
      if (!specifier.startsWith(".")) {
        expect(ONE_DOOR[specifier], `${path} imports ${specifier}`).toBe(path);
        continue;
      }
      const target = relative(".", join(path, "..", specifier));
      expect(MAY_IMPORT[zone(path)], `${path} imports ${specifier}`).toContain(zone(target));
      if (zone(path) === "panels" && zone(target) === "core" && !typeOnly) {
        expect(target, `${path} takes more than types from core`).toBe(join("core", "units.ts"));
      }
      const part = partOfCore(path);
      const other = partOfCore(target);
      if (part && other && !typeOnly) {
        expect(CORE_MAY_IMPORT[part], `${path} imports ${specifier}`).toContain(other);
      }
    }
  });
});

test("core says nothing about waiting, clocks or chance", () => {
  for (const path of filesIn("core")) {
    const code = readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
    expect(code, path).not.toMatch(
      /\b(async|await|Promise|Date\.now|new Date|Math\.random|console|localeCompare|toLocale\w*|Intl)\b/,
    );
  }
});

test("no file is longer than one can read", () => {
  const long = Object.keys(MAY_IMPORT)
    .flatMap((folder) => filesIn(folder))
    .filter((path) => readFileSync(path, "utf8").split("\n").length > 251);
  expect(long).toEqual([]);
});

test("the repository names no machine and no registry", () => {
  const texts = [
    "README.md",
    "CONTRIBUTING.md",
    "package.json",
    "package-lock.json",
    ...filesIn("decisions", ".md"),
    ...filesIn("docs", ".md"),
  ];
  for (const path of texts) {
    expect(readFileSync(path, "utf8"), path).not.toMatch(
      /"resolved":|registry\.[a-z]+\.(org|com)|(?<![\w.])\/(work|root|home)\//,
    );
  }
});

const zone = (path: string) => path.split(sep)[0]!;
const partOfCore = (path: string) => {
  const [first, second, ...rest] = path.split(sep);
  return first === "core" && rest.length > 0 ? second : undefined;
};

function importsOf(path: string): Import[] {
  const text = readFileSync(path, "utf8");
  return [...text.matchAll(/^(?:import|export) (type )?(?:[^"=]*? from )?"([^"]+)";/gm)].map((match) => ({
    specifier: match[2]!,
    typeOnly: match[1] !== undefined,
  }));
}

function filesIn(folder: string, ending = ".ts"): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => name.endsWith(ending) && !name.endsWith(".d.ts"))
    .map((name) => join(folder, name));
}
