import { isBlank } from "../plan/cells.ts";
import type { LayoutProblem } from "./found.ts";
import type { Held, Line } from "./lines.ts";
import { namesIn } from "./people.ts";
import { leftOut, type Sheet, warning } from "./sheet.ts";

/** Who a row is for: people or one placeholder, or nobody when its cell cannot be read. */
export interface Who {
  readonly people: readonly string[];
  /** The cell asks: "Yusuf?" */
  readonly tentative: boolean;
  readonly problems: readonly LayoutProblem[];
}

/** A reader of the person's cell in every line of a table; problems are told once a cell. */
export function whoIn(sheet: Sheet, lines: readonly Line[]): (line: Line) => Who {
  const entries = lines.filter(({ kind }) => kind === "entry");
  const names = namesIn(entries.map((line) => line.held.get("person")?.cell ?? null));
  const told = new Set<string>();
  return (line) => {
    const who = line.held.has("last name") ? joined(line) : read(sheet, line, names);
    const key = who.problems.map(({ row, column }) => `${row}:${column}`).join();
    if (told.has(key)) return { ...who, problems: [] };
    told.add(key);
    return who;
  };
}

/** First and last name that stand in columns of their own. */
function joined(line: Line): Who {
  const parts = [line.held.get("first name")?.cell, line.held.get("last name")?.cell].filter((part) => !isBlank(part));
  return { people: parts.length > 0 ? [parts.join(" ")] : [], tentative: false, problems: [] };
}

function read(sheet: Sheet, line: Line, names: ReturnType<typeof namesIn>): Who {
  const held: Held | undefined = line.held.get("person");
  if (held === undefined) return { people: [], tentative: false, problems: [] };
  if (line.unclear) {
    return {
      people: [],
      tentative: false,
      problems: [
        leftOut(sheet, held, "person-missing", [
          "names nobody, so the row is left out",
          "Maybe the name above was meant.",
        ]),
      ],
    };
  }
  const naming = names(held.cell);
  if ("open" in naming) {
    const says = [
      "could name two people or one, last name first, so the row is left out",
      "Maybe the name should stand as First Last.",
    ] as const;
    return { people: [], tentative: false, problems: [leftOut(sheet, held, "name-open", says)] };
  }
  if ("placeholder" in naming) {
    const role = String(line.held.get("role")?.cell ?? "") || naming.placeholder;
    const says = ["is read as work without a person", "Maybe somebody should be named."] as const;
    return {
      people: [role === "" ? "TBD" : `TBD ${role}`],
      tentative: false,
      problems: [warning(sheet, held, "unstaffed", says)],
    };
  }
  const problems: LayoutProblem[] = [];
  const { people } = naming;
  if (people.length > 1) {
    const says = [
      `is read as ${people.join(" and ")}, ${sheet.said.together ? "who share the amount evenly" : "each with the full amount"}`,
      "Maybe each should have a row, with an amount of their own.",
    ] as const;
    problems.push(warning(sheet, held, "two-people-in-a-cell", says));
  } else if (naming.respelt) {
    problems.push(
      warning(sheet, held, "same-person-twice", [`is read as ${people[0]}`, "Maybe both spellings should be one."]),
    );
  }
  if (naming.tentative)
    problems.push(
      warning(sheet, held, "tentative-mark", [
        `is read as ${people.join(" and ")}, tentative`,
        "Maybe the engagement is not confirmed.",
      ]),
    );
  return { people, tentative: naming.tentative, problems };
}
