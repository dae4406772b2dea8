import type { ReplyOf, RequestOf } from "../core/questions/index.ts";
import { answerPlace } from "./answer.ts";
import type { GoTo } from "./answer-table.ts";
import type { Watch } from "./bridge.ts";
import { busyIn } from "./busy.ts";
import { confirmation } from "./confirm.ts";
import type { Desk, View } from "./desk.ts";
import { el } from "./dom.ts";
import { fieldOf } from "./fields.ts";
import { oddsPlace } from "./odds.ts";
import { scenarioList, tickOf } from "./scenario-list.ts";
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
  /** What was done and how to take it back; it stands at the scenario that was ticked. */
  const done = el("div", { className: "stack" }, busy.line);
  let latest: ReplyOf<"scenarios"> | null = null;
  let ticked = "";

  const load = async () => {
    const reply = await busy.run("Reading the workbook…", (watch) => bridge.ask("scenarios", {}, watch));
    if (reply !== null) show(reply);
  };
  /** Write something, read the list again, and say what was written; where it fails, the list shows what still holds. */
  const write = async (asking: (watch: Watch) => Promise<{ readonly text: string }>) => {
    const written = await busy.run("Writing…", async (watch) => {
      const { text } = await asking(watch);
      return { text, reply: await bridge.ask("scenarios", {}, watch) };
    });
    confirm.close();
    if (written !== null) show(written.reply);
    else if (latest !== null) show(latest);
    if (written !== null) busy.say(written.text);
    return written !== null;
  };
  const turn = async (scenario: string, on: boolean) => {
    answer.age();
    ticked = scenario;
    placed();
    await write((watch) => bridge.ask("switchScenario", { scenario, on }, watch));
    tickOf(list, scenario)?.focus();
  };
  const placed = () => {
    const at = tickOf(list, ticked)?.closest("li");
    if (at) at.append(done);
    else confirm.root.after(done);
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
        ticked = "";
        if (await write((watch) => bridge.ask("adoptScenario", { scenario }, watch))) busy.line.focus();
      },
    });
  };
  const goTo: GoTo = async (place) => {
    const gone = await busy.run("Going to the cell…", (watch) => bridge.ask("goTo", place, watch));
    if (gone !== null) busy.say(`${place.sheet}!${place.a1} is selected.`);
  };

  const chances = oddsPlace(desk, goTo);
  const answer = answerPlace(goTo, [chances.root]);
  const undo = undoBar(desk, busy, load);
  done.append(undo.root);
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
    if (reply === null) {
      chances.clear();
      return answer.clear();
    }
    answer.show(reply);
    void chances.find({ work: null });
  });
  const show = (reply: ReplyOf<"scenarios">) => {
    const { scenarios, undo: last } = reply;
    latest = reply;
    compare.hidden = scenarios.length === 0;
    list.replaceChildren(
      ...(scenarios.length === 0
        ? [EMPTY()]
        : [HOW_TO_TICK(), scenarioList(scenarios, { turn, adopt, goTo }), HOW_TO_DELETE()]),
    );
    undo.show(last);
    placed();
  };
  const refresh = () => {
    ticked = "";
    answer.age();
    return load();
  };
  root.append(el("p", { className: "question" }, "Which changes do we think about, and how do they compare?"));
  root.append(list, confirm.root, done, compare, answer.root);
  return { root, refresh };
}

const EMPTY = () =>
  el(
    "p",
    { className: "empty" },
    "There is no scenario yet. Ask a question in another panel, such as Somebody leaves, and save its answer as a scenario.",
  );

const HOW_TO_TICK = () =>
  el("p", { className: "soft" }, "A tick writes the column On of the Scenarios table at once; Undo takes it back.");

const HOW_TO_DELETE = () =>
  el("p", { className: "soft" }, "A scenario is rows of the Scenarios table. To change or delete one, go to its rows.");
