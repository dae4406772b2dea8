import type { ReplyOf } from "../core/questions/index.ts";
import { busyIn } from "./busy.ts";
import type { Desk, View } from "./desk.ts";
import { attr, counted, el } from "./dom.ts";
import { type MapActions, tableCard } from "./map-card.ts";
import { colourCards } from "./map-colours.ts";
import { noneList } from "./map-none.ts";
import { undoBar } from "./undo.ts";

type Reply = ReplyOf<"mapForm">;
type Decision = "yes" | "no" | "again";

/** "Our plan is in our own sheets: read it there, and leave them as they are." */
export function mapPanel(desk: Desk): View {
  const { bridge } = desk;
  const root = el("section", { className: "panel" });
  const busy = busyIn(root, bridge.cancels);
  const result = el("div", { className: "stack map" });
  const answers = new Map<string, Map<string, string>>();
  const said = () =>
    [...answers].flatMap(([sheet, own]) => [...own].map(([heading, means]) => [sheet, heading, means] as const));

  const load = async () => {
    const words = "Looking through the sheets…";
    const reply = await busy.run(words, (watch) => bridge.ask("mapForm", { answers: said().map(triple) }, watch));
    if (reply === null) return;
    const focused = document.activeElement?.id ?? "";
    const open = new Map(foldsIn(result).map((one) => [one.dataset.key, one.open]));
    result.replaceChildren(...resultOf(reply, actions));
    for (const one of foldsIn(result)) one.open = open.get(one.dataset.key) ?? one.open;
    undo.show(reply.undo);
    if (focused !== "") document.getElementById(focused)?.focus();
  };
  const decide = async (sheet: string, decision: Decision, words: string) => {
    const own = said().filter(([of]) => of === sheet);
    const done = await busy.run(words, (watch) =>
      bridge.ask("decideMap", { sheet, decision, answers: own.map(triple) }, watch),
    );
    if (done === null) return;
    answers.delete(sheet);
    await load();
    busy.say(done.text);
    busy.line.focus();
  };
  const take = async (sheet: string, words: string) => {
    const own = said().filter(([of]) => of === sheet);
    const done = await busy.run(words, (watch) =>
      bridge.ask("takeColours", { sheet, answers: own.map(triple) }, watch),
    );
    if (done === null) return;
    await load();
    busy.say(done.text);
    busy.line.focus();
  };
  const actions: MapActions = {
    answer: (sheet, heading, means) => {
      const own = answers.get(sheet) ?? new Map<string, string>();
      if (means === "") own.delete(heading);
      else own.set(heading, means);
      answers.set(sheet, own);
      void load();
    },
    said: (sheet, heading) => answers.get(sheet)?.get(heading) ?? "",
    isChanged: (sheet) => (answers.get(sheet)?.size ?? 0) > 0,
    decide: (sheet, decision, words) => void decide(sheet, decision, words),
    take: (sheet, words) => void take(sheet, words),
    goTo: (sheet, a1) =>
      void busy
        .run("Going to the cell…", (watch) => bridge.ask("goTo", { sheet, a1 }, watch))
        .then((gone) => {
          if (gone !== null) busy.say(`${sheet}!${a1} is selected.`);
        }),
  };
  const undo = undoBar(desk, busy, load);
  root.append(
    el("p", { className: "question" }, "Which of your own sheets are part of the plan?"),
    busy.line,
    undo.root,
    result,
  );
  return { root, refresh: load };
}

const foldsIn = (root: HTMLElement): readonly HTMLDetailsElement[] => [
  ...root.querySelectorAll<HTMLDetailsElement>("details[data-key]"),
];

const triple = ([sheet, heading, means]: readonly [string, string, string]) => ({ sheet, heading, means });

const ORDER = { changed: 0, new: 1, accepted: 2, refused: 3 } as const;

function resultOf(reply: Reply, actions: MapActions): readonly HTMLElement[] {
  const { tables, none, gone, own, coloured } = reply;
  const sorted = [...tables].sort((a, b) => ORDER[a.state] - ORDER[b.state]);
  const every = [...tables, ...none.flatMap(({ perhaps }) => (perhaps === null ? [] : [perhaps]))];
  const fresh = every.filter(({ state }) => state === "new").length;
  return [
    ...(every.length === 0 && coloured.length > 0
      ? []
      : every.length === 0
        ? [el("p", { className: "empty" }, own.length > 0 ? ALL_OWN : EMPTY)]
        : [attr(el("p", {}, countText(fresh, every.length)), { role: "note" })]),
    ...sorted.map((table, i) => tableCard(table, i, actions)),
    ...colourCards(reply, actions),
    ...noneList(none, actions),
    ...gone.map(({ name, sheet }) =>
      el(
        "p",
        { className: "banner" },
        `No sheet has the headings of ${name} any more (it stood on ${sheet}). Nothing of it is read. `,
        attr(
          el(
            "button",
            { type: "button", className: "link", onclick: () => actions.decide(name, "again", "Forgetting…") },
            "Forget it",
          ),
          { "aria-label": `Forget ${name}` },
        ),
      ),
    ),
    ...(own.length === 0 ? [] : [el("p", { className: "soft" }, `Read by their own headings: ${own.join(", ")}.`)]),
  ];
}

const EMPTY =
  "There is no sheet of your own in this workbook yet. Open or paste the plan that your team keeps, in whatever layout it has, and look again.";
const ALL_OWN = "Every table of this workbook is read by its own headings: there is nothing to say here.";

const countText = (fresh: number, all: number): string =>
  fresh === 0
    ? `${counted(all, "table")} in sheets of your own, and nothing left to decide.`
    : `${counted(fresh, "table")} in sheets of your own may be part of the plan. Nothing is used before you accept it, and nothing in your sheets is changed.`;
