import type { Picture, PictureCell } from "../core/questions/answer.ts";
import { attr, el } from "./dom.ts";
import { svg } from "./strip.ts";

type Series = Picture["series"][number];

const WIDTH = 10;
const HEIGHT = 24;
/** How much of its place the cell of a heat strip fills: what is worse is taller as well as darker. */
const FILLED = [0.12, 0.4, 0.6, 0.8, 1] as const;

/** A strip: a line of cells a series. Bars: a line a cell. The same in words, for everybody who wants the figures. */
export function answerPicture(picture: Picture): HTMLElement {
  const isStrip = picture.kind === "strip";
  const lines = isStrip ? picture.series.flatMap(stripLine) : barLines(picture.series);
  const art = el("div", { className: isStrip ? "heat" : "heat bars" }, ...lines);
  attr(art, { role: "img", "aria-label": picture.about });
  return el("figure", {}, art, ...(isStrip ? [ends(picture.series[0]?.cells ?? [])] : []), words(picture));
}

const stripLine = ({ label, cells }: Series): readonly Element[] => [
  el("span", { className: "label" }, label),
  pictureOf(
    cells.length * WIDTH,
    HEIGHT,
    cells.map(({ heat }, i) => {
      const height = HEIGHT * FILLED[heat];
      return rect(heat, i * WIDTH + 1, HEIGHT - height, WIDTH - 2, height);
    }),
  ),
];

function barLines(series: Picture["series"]): readonly Element[] {
  const cells = series.flatMap((one) => one.cells);
  const most = Math.max(...cells.map(({ value }) => Math.abs(value))) || 1;
  return cells.flatMap(({ label, value, heat }) => [
    el("span", { className: "label" }, label),
    pictureOf(most, 1, [rect(heat, 0, 0, Math.abs(value), 1)]),
  ]);
}

function rect(heat: PictureCell["heat"], x: number, y: number, width: number, height: number): SVGRectElement {
  const at = { x, y, width, height };
  const sizes = Object.fromEntries(Object.entries(at).map(([name, size]) => [name, String(size)]));
  return svg("rect", { class: `heat-${heat}`, ...sizes });
}

function pictureOf(width: number, height: number, rects: readonly SVGRectElement[]): SVGSVGElement {
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none" });
  picture.append(...rects);
  return picture;
}

function ends(cells: readonly PictureCell[]): HTMLElement {
  const [first, last] = [cells[0], cells[cells.length - 1]];
  const labels = first === undefined || last === undefined ? [] : first === last ? [first] : [first, last];
  return attr(el("div", { className: "ends" }, ...labels.map(({ label }) => el("span", {}, label))), {
    "aria-hidden": "true",
  });
}

function words({ series }: Picture): HTMLElement {
  const lists = series.flatMap(({ label, cells }) => [
    el("h2", {}, label),
    el("ul", {}, ...cells.map(({ says }) => el("li", {}, says))),
  ]);
  return el("details", {}, el("summary", {}, "In words"), ...lists);
}
