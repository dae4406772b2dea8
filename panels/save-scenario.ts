import type { Answer, ScenarioRow } from "../core/questions/answer.ts";
import { dayNumber } from "../core/units.ts";
import type { Busy } from "./busy.ts";
import { complain, sameName } from "./checks.ts";
import type { Confirmation } from "./confirm.ts";
import type { Desk } from "./desk.ts";
import { counted, dateText, el } from "./dom.ts";
import { fieldOf } from "./fields.ts";

/** Keeps an answer as rows of the Scenarios table, under a name; shown before it is written. */
export interface SaveScenario {
  readonly root: HTMLElement;
  /** Offer to keep these rows; none hides it. */
  readonly show: (rows: Answer["scenario"], name: string) => void;
  /** Names that are taken: rows then join that scenario. */
  readonly known: (scenarios: readonly string[]) => void;
}

export function saveScenario(
  { bridge }: Desk,
  panel: string,
  busy: Busy,
  confirm: Confirmation,
  after: () => Promise<void>,
): SaveScenario {
  const input = el("input", { type: "text", name: `${panel}-scenario`, autocomplete: "off", maxLength: 200 });
  const field = fieldOf("Name of the scenario", input);
  const button = el("button", { type: "submit" }, "Save as scenario…");
  const root = el("form", { className: "stack save", hidden: true, noValidate: true }, field.root, button);
  let rows: Answer["scenario"] = [];
  let taken: readonly string[] = [];

  const write = async (name: string) => {
    const done = await busy.run("Writing…", (watch) =>
      bridge.ask("saveScenario", { scenario: name, rows: [...rows] }, watch),
    );
    if (done === null) return;
    confirm.close();
    await after();
    busy.say(done.text);
    busy.line.focus();
  };
  root.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = input.value.trim();
    if (!complain(field.complain, wrongName(name))) return input.focus();
    const joined = taken.find((one) => sameName(one, name));
    confirm.show({
      heading: joined === undefined ? `Save “${name}”?` : `Add to “${joined}”?`,
      lines: [
        ...(joined === undefined ? [] : ["A scenario of this name exists already; these rows join it."]),
        ...rows.map(rowWords),
        "No cell that you filled in changes; formulas change only where they ask for this scenario.",
      ],
      action: `Write ${counted(rows.length, "row")} to Scenarios`,
      act: () => void write(joined ?? name),
    });
  });
  return {
    root,
    show: (next, name) => {
      rows = next;
      root.hidden = rows.length === 0;
      input.value = name;
      field.complain([]);
      confirm.close();
    },
    known: (scenarios) => {
      taken = scenarios;
    },
  };
}

const wrongName = (name: string): string | null => {
  if (name === "") return "Give the scenario a name.";
  return sameName(name, "Baseline") ? "Baseline is what the plan as it is goes by. Choose another name." : null;
};

const DAYS: ReadonlySet<string> = new Set(["From", "To"]);

/** A row of the Scenarios table in words: "leaver: Person Maya Ellison, From 2026-01-05". */
export function rowWords(row: ScenarioRow): string {
  const { Change: change = "", On: _, ...rest } = row;
  const parts = Object.entries(rest)
    .filter(([, value]) => value !== "")
    .map(([heading, value]) => `${heading} ${typeof value === "number" && DAYS.has(heading) ? dayText(value) : value}`);
  return `${change}: ${parts.join(", ")}`;
}

const dayText = (day: number): string => dateText(dayNumber(day));
