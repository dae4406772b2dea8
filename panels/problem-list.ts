import type { ReplyOf } from "../core/questions/index.ts";
import { attr, el } from "./dom.ts";

type Problem = ReplyOf<"planCheck">["problems"][number];
type Cell = { readonly sheet: string; readonly a1: string };
/** What a press on a problem's buttons does. */
export interface ProblemActions {
  readonly goTo: (place: Cell) => Promise<void>;
  readonly mend: (place: Cell, code: string, value: string) => Promise<void>;
}

const HEADINGS: Readonly<Record<Problem["severity"], string>> = {
  error: "Left out until mended",
  warning: "Used, under an assumption",
  info: "Good to know",
};
const SIGNS: Readonly<Record<Problem["severity"], string>> = { error: "✕", warning: "▲", info: "i" };
const FEW = 8;

/** Problems by how bad they are, then by what is wrong; each with a button that leads to its cell. */
export function problemList(problems: readonly Problem[], actions: ProblemActions): readonly HTMLElement[] {
  return (["error", "warning", "info"] as const).flatMap((severity) => {
    const all = problems.filter((problem) => problem.severity === severity);
    if (all.length === 0) return [];
    const groups = groupsOf(all);
    const open = all.length <= FEW;
    const lists = groups.map((group) => groupOf(group, open || groups.length === 1 || isQuick(group), actions));
    return [el("section", { className: severity }, el("h2", {}, `${HEADINGS[severity]} (${all.length})`), ...lists)];
  });
}

/** Few problems, some of which need one press only. */
const isQuick = (group: readonly Problem[]): boolean => group.length <= FEW && group.some(({ mend }) => mend !== null);

function groupsOf(problems: readonly Problem[]): readonly (readonly Problem[])[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const group = groups.get(problem.code);
    if (group) group.push(problem);
    else groups.set(problem.code, [problem]);
  }
  return [...groups.values()];
}

function groupOf(group: readonly Problem[], open: boolean, actions: ProblemActions): HTMLElement {
  const [{ about, severity }] = group as readonly [Problem];
  const sign = attr(el("span", { className: "sign" }, SIGNS[severity]), { "aria-hidden": "true" });
  const summary = el("summary", {}, sign, sentence(about), el("b", {}, ` ${group.length}`));
  const items = group.map((problem) => el("li", {}, ...itemOf(problem, actions)));
  return el("details", { open }, summary, el("ul", { className: "problems" }, ...items));
}

function itemOf(problem: Problem, { goTo, mend }: ProblemActions): readonly HTMLElement[] {
  const words = el("span", {}, problem.says);
  const { also, code, mend: value, goTo: place, where } = problem;
  const press = (cell: Cell, text: string) => {
    const button = el("button", { type: "button", className: "mend", onclick: () => void mend(cell, code, text) });
    button.append("Mend: write ", el("b", {}, text));
    return attr(button, { "aria-label": `Mend ${where}: write ${text}` });
  };
  const mends = value === null || place === null ? [] : [press(place, value)];
  const others = also.length === 0 ? [] : [el("small", {}, "See also "), ...also.map((place) => placeOf(place, goTo))];
  return [...(problem.where === "" ? [] : [placeOf(problem, goTo)]), words, ...mends, ...others];
}

function placeOf({ where, goTo: place }: Pick<Problem, "where" | "goTo">, goTo: ProblemActions["goTo"]): HTMLElement {
  if (place === null) return el("b", {}, where);
  const button = el("button", { type: "button", className: "link", onclick: () => void goTo(place) }, where);
  return attr(button, { "aria-label": `Go to ${where}` });
}

const sentence = (about: string): string => about.charAt(0).toUpperCase() + about.slice(1);
