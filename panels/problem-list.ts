import type { ReplyOf } from "../core/questions/index.ts";
import { attr, el } from "./dom.ts";

type Problem = ReplyOf<"planCheck">["problems"][number];
type GoTo = (place: { readonly sheet: string; readonly a1: string }) => Promise<void>;

const HEADINGS: Readonly<Record<Problem["severity"], string>> = {
  error: "Left out until mended",
  warning: "Used, under an assumption",
  info: "Good to know",
};
const SIGNS: Readonly<Record<Problem["severity"], string>> = { error: "✕", warning: "▲", info: "i" };
const FEW = 8;

/** Problems by how bad they are, then by what is wrong; each with a button that leads to its cell. */
export function problemList(problems: readonly Problem[], goTo: GoTo): readonly HTMLElement[] {
  return (["error", "warning", "info"] as const).flatMap((severity) => {
    const all = problems.filter((problem) => problem.severity === severity);
    if (all.length === 0) return [];
    const groups = groupsOf(all);
    const open = all.length <= FEW;
    const lists = groups.map((group) => groupOf(group, open || groups.length === 1, goTo));
    return [el("section", { className: severity }, el("h2", {}, `${HEADINGS[severity]} (${all.length})`), ...lists)];
  });
}

function groupsOf(problems: readonly Problem[]): readonly (readonly Problem[])[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const group = groups.get(problem.code);
    if (group) group.push(problem);
    else groups.set(problem.code, [problem]);
  }
  return [...groups.values()];
}

function groupOf(group: readonly Problem[], open: boolean, goTo: GoTo): HTMLElement {
  const [{ about, severity }] = group as readonly [Problem];
  const sign = attr(el("span", { className: "sign" }, SIGNS[severity]), { "aria-hidden": "true" });
  const summary = el("summary", {}, sign, sentence(about), el("b", {}, ` ${group.length}`));
  const items = group.map((problem) => el("li", {}, ...itemOf(problem, goTo)));
  return el("details", { open }, summary, el("ul", { className: "problems" }, ...items));
}

function itemOf(problem: Problem, goTo: GoTo): readonly HTMLElement[] {
  const words = el("span", {}, problem.says);
  const { also } = problem;
  const others = also.length === 0 ? [] : [el("small", {}, "See also "), ...also.map((place) => placeOf(place, goTo))];
  return [...(problem.where === "" ? [] : [placeOf(problem, goTo)]), words, ...others];
}

function placeOf({ where, goTo: place }: Pick<Problem, "where" | "goTo">, goTo: GoTo): HTMLElement {
  if (place === null) return el("b", {}, where);
  const button = el("button", { type: "button", className: "link", onclick: () => void goTo(place) }, where);
  return attr(button, { "aria-label": `Go to ${where}` });
}

const sentence = (about: string): string => about.charAt(0).toUpperCase() + about.slice(1);
