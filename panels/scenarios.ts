import type { ReplyOf, RequestOf } from "../core/questions/index.ts";
import { answerPlace } from "./answer.ts";
import type { GoTo } from "./answer-table.ts";
import type { Watch } from "./bridge.ts";
import { busyIn } from "./busy.ts";
import { confirmation } from "./confirm.ts";
import type { Desk, View } from "./desk.ts";
import { el } from "./dom.ts";
import { fieldOf } from "./fields.ts";
import { scenarioList } from "./scenario-list.ts";
import { undoBar } from "./undo.ts";

type Measure = RequestOf<"compareScenarios">["measure"];

const MEASURES: readonly (readonly [measure: Measure, words: string])[] = [
  ["gap", "Hours nobody can do"],
  ["overload", "Hours booked too much"],
  ["utilization", "Utilization"],
  ["free", "Free hours"],
];

/** "What have we thought of, how do the ideas compare, and which one do we take?" */
export function scenariosPanel(desk: Desk): View {
  const { bridge } = desk;
  const root = el("section", { className: "panel" });
  const busy = busyIn(root, bridge.cancels);
  const confirm = confirmation();
  const list = el("div", { className: "stack" });

  const load = async () => {
    const reply = await busy.run("Reading the workbook…", (watch) => bridge.ask("scenarios", {}, watch));
    if (reply !== null) show(reply);
  };
  /** Write something, read the list again, and say what was written. */
  const write = async (words: string, asking: (watch: Watch) => Promise<{ readonly text: string }>) => {
    const done = await busy.run(words, asking);
    confirm.close();
    await load();
    if (done !== null) busy.say(done.text);
    return done !== null;
  };
  const turn = async (scenario: string, on: boolean) => {
    answer.age();
    await write("Writing…", (watch) => bridge.ask("switchScenario", { scenario, on }, watch));
  };
  const adopt = async (scenario: string) => {
    const seen = await busy.run("Computing…", (watch) => bridge.ask("previewAdopt", { scenario }, watch));
    if (seen === null) return;
    confirm.show({
      heading: `Adopt “${scenario}”?`,
      lines: seen.lines,
      action: seen.ready ? "Write it into the plan" : null,
      act: async () => {
        answer.age();
        if (await write("Writing…", (watch) => bridge.ask("adoptScenario", { scenario }, watch))) busy.line.focus();
      },
    });
  };
  const goTo: GoTo = async (place) => {
    const gone = await busy.run("Going to the cell…", (watch) => bridge.ask("goTo", place, watch));
    if (gone !== null) busy.say(`${place.sheet}!${place.a1} is selected.`);
  };

  const answer = answerPlace(goTo);
  const undo = undoBar(desk, busy, load);
  const measure = el(
    "select",
    { name: "scenarios-measure" },
    ...MEASURES.map(([value, words]) => el("option", { value }, words)),
  );
  const compare = el(
    "form",
    { className: "stack", hidden: true },
    fieldOf("Compare by", measure).root,
    el("button", { type: "submit", className: "primary" }, "Compare"),
  );
  compare.addEventListener("submit", async (event) => {
    event.preventDefault();
    const chosen = MEASURES.find(([value]) => value === measure.value) ?? MEASURES[0]!;
    const reply = await busy.run("Computing each scenario…", (watch) =>
      bridge.ask("compareScenarios", { measure: chosen[0] }, watch),
    );
    if (reply === null) answer.clear();
    else answer.show(reply);
  });
  const show = ({ scenarios, undo: last }: ReplyOf<"scenarios">) => {
    compare.hidden = scenarios.length === 0;
    list.replaceChildren(
      ...(scenarios.length === 0 ? [EMPTY()] : [scenarioList(scenarios, { turn, adopt, goTo }), HOW_TO_DELETE()]),
    );
    undo.show(last);
  };
  const refresh = () => {
    answer.age();
    return load();
  };
  root.append(el("p", { className: "question" }, "Which changes do we think about, and how do they compare?"));
  root.append(list, confirm.root, busy.line, undo.root, compare, answer.root);
  return { root, refresh };
}

const EMPTY = () =>
  el(
    "p",
    { className: "empty" },
    "There is no scenario yet. Ask a question in another panel, such as Somebody leaves, and save its answer as a scenario.",
  );

const HOW_TO_DELETE = () =>
  el("p", { className: "soft" }, "A scenario is rows of the Scenarios table. To change or delete one, go to its rows.");
