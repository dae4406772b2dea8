import type { ReplyOf } from "../core/questions/index.ts";
import { attr, el, hours } from "./dom.ts";
import { strip, wordsOf } from "./strip.ts";

type Preview = ReplyOf<"allocatePreview">;
type Effect = NonNullable<Preview["effect"]>;

/** What an allocation would do to the person and to the engagement. */
export function effectOf(who: string, { effect, text, problems }: Preview): readonly HTMLElement[] {
  const general = problems
    .filter(({ field }) => field === null)
    .map(({ says }) => el("p", { className: "trouble" }, says));
  if (effect === null) return general;
  const { weeks, notes } = effect;
  return [
    ...general,
    ...(weeks.length === 0 ? [] : [el("h2", {}, headline(who, effect)), strip(who, weeks)]),
    ...(notes.length === 0 ? [] : [el("ul", {}, ...notes.map((note) => el("li", {}, note)))]),
    ...fitOf(who, effect),
    ...demandOf(effect),
    el("p", { className: "soft" }, text),
  ];
}

/** The one sentence a manager needs. */
export function headline(who: string, { weeks }: Effect): string {
  const over = weeks.some(({ after }) => after.overload > 0);
  return `${over ? "▲" : "✓"} ${wordsOf(who, weeks)}`;
}

const SIGNS = { yes: "✓", partly: "▲", no: "✕" } as const;
const SAID = { yes: "fits", partly: "fits in part", no: "does not fit" } as const;

function fitOf(who: string, { fit }: Effect): readonly HTMLElement[] {
  if (fit.length === 0) return [];
  const lines = fit.map(({ asks, fits, why }) =>
    el(
      "li",
      { className: `fit ${fits}` },
      attr(el("span", { className: "sign" }, SIGNS[fits]), { role: "img", "aria-label": SAID[fits] }),
      el("span", {}, el("b", {}, `${asks}:`), ` ${why}`),
    ),
  );
  return [el("section", {}, el("h2", {}, `Does ${who} fit?`), el("ul", { className: "plain" }, ...lines))];
}

function demandOf({ demand: { lines, beyond } }: Effect): readonly HTMLElement[] {
  const more = beyond.after - beyond.before;
  const extra =
    more > 0 ? [el("p", { className: "soft" }, `▲ ${hours(more)} go beyond what the engagement asks for.`)] : [];
  if (lines.length === 0) return extra;
  const head = ["Asked for", "Hours", "Open before", "Open after"].map((text) =>
    attr(el("th", {}, text), { scope: "col" }),
  );
  const rows = lines.map(({ asks, asked, before, after }) =>
    el(
      "tr",
      { className: after < before ? "good" : "" },
      attr(el("th", {}, asks), { scope: "row" }),
      ...[asked, before, after].map((minutes) => el("td", {}, hours(minutes))),
    ),
  );
  const table = el(
    "table",
    {},
    el("caption", {}, "Work of the engagement in these days"),
    el("thead", {}, el("tr", {}, ...head)),
    el("tbody", {}, ...rows),
  );
  return [table, ...extra];
}
