import { attr, counted, el, hours, shortDay } from "./dom.ts";

/** A week of a person in minutes, before and after. */
export interface StripWeek {
  readonly from: number;
  readonly capacity: number;
  readonly before: { readonly booked: number; readonly free: number; readonly overload: number };
  readonly after: { readonly booked: number; readonly free: number; readonly overload: number };
}

const HEIGHT = 64;
const WIDTH = 100;
const GAP = 14;

/** Bars by week: booked already, booked now, beyond the person's hours, free. The same in words and as a table. */
export function strip(who: string, weeks: readonly StripWeek[]): HTMLElement {
  const picture = svg("svg", {
    viewBox: `0 0 ${weeks.length * WIDTH} ${HEIGHT * 4}`,
    preserveAspectRatio: "none",
    class: "strip",
    role: "img",
    "aria-label": `By week. ${wordsOf(who, weeks)}`,
  });
  const most = Math.max(1, ...weeks.map(({ capacity, after }) => Math.max(capacity, after.booked)));
  weeks.forEach((week, i) => {
    picture.append(...barsOf(week, i, (HEIGHT * 4) / most));
  });
  const [first, last] = [weeks[0]!, weeks[weeks.length - 1]!];
  const ends = el(
    "div",
    { className: "ends" },
    el("span", {}, shortDay(first.from)),
    el("span", {}, `week of ${shortDay(last.from)}`),
  );
  return el(
    "figure",
    {},
    picture,
    weeks.length > 1 ? ends : el("div", { className: "ends" }, `Week of ${shortDay(first.from)}`),
    legend(),
    tableOf(weeks),
  );
}

function barsOf({ capacity, before, after }: StripWeek, i: number, scale: number): SVGElement[] {
  const over = after.overload;
  const within = after.booked - over;
  const old = Math.min(before.booked - before.overload, within);
  const bars = [
    { kind: "free", from: 0, to: capacity },
    { kind: "old", from: 0, to: old },
    { kind: "new", from: old, to: within },
    { kind: "over", from: within, to: within + over },
  ];
  return bars
    .filter(({ from, to }) => to > from)
    .map(({ kind, from, to }) =>
      svg("rect", {
        class: kind,
        x: String(i * WIDTH + GAP / 2),
        width: String(WIDTH - GAP),
        y: String(HEIGHT * 4 - to * scale),
        height: String((to - from) * scale),
      }),
    );
}

/** What the picture says, for somebody who does not see it. */
export function wordsOf(who: string, weeks: readonly StripWeek[]): string {
  const over = weeks.filter(({ after }) => after.overload > 0);
  const working = weeks.filter(({ capacity }) => capacity > 0);
  if (working.length === 0) return `${who} has no working hours in these weeks.`;
  if (over.length > 0) {
    const { from, before, after } = over.reduce((a, b) => (b.after.overload > a.after.overload ? b : a));
    const already = before.overload === 0 ? "" : `, ${hours(before.overload)} of it before`;
    return `Too much for ${who} in ${over.length} of ${counted(weeks.length, "week")}: ${hours(after.overload)} over in the week of ${shortDay(from)}${already}.`;
  }
  const least = working.reduce((a, b) => (b.after.free < a.after.free ? b : a));
  if (least.after.free === 0)
    return `${who} can take it, but then has nothing free in the week of ${shortDay(least.from)}.`;
  return `${who} can take it: at least ${hours(least.after.free)} a week stay free.`;
}

const legend = () =>
  attr(
    el(
      "p",
      { className: "legend" },
      ...[
        ["old", "booked"],
        ["new", "this row"],
        ["over", "▲ too much"],
        ["free", "free"],
      ].map(([kind, words]) => el("span", {}, el("i", { className: kind! }), words!)),
    ),
    { "aria-hidden": "true" },
  );

function tableOf(weeks: readonly StripWeek[]): HTMLElement {
  const head = ["Week of", "Free before", "Free after", "Too much"].map((text) =>
    attr(el("th", {}, text), { scope: "col" }),
  );
  const rows = weeks.map(({ from, before, after }) =>
    el(
      "tr",
      { className: after.overload > 0 ? "bad" : "" },
      attr(el("th", {}, shortDay(from)), { scope: "row" }),
      ...[before.free, after.free, after.overload].map((minutes) => el("td", {}, hours(minutes))),
    ),
  );
  const table = el("table", {}, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...rows));
  return el("details", {}, el("summary", {}, "Week by week"), table);
}

/** An element of a picture. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[K] {
  return attr(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes);
}
