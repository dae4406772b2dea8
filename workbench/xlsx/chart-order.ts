import { all } from "./xml.ts";

const AXIS = [
  ..."axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark".split(" "),
  ..."tickLblPos spPr txPr crossAx crosses crossesAt".split(" "),
];

/** The order of children that ECMA-376 part 1 (DrawingML, charts) prescribes and the engine's writer ignores. */
const ORDER = new Map<string, readonly string[]>([
  [
    "chartSpace",
    "date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes".split(
      " ",
    ),
  ],
  [
    "chart",
    "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs".split(
      " ",
    ),
  ],
  ["title", "tx layout overlay spPr txPr".split(" ")],
  ["barChart", "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId".split(" ")],
  ["lineChart", "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId".split(" ")],
  [
    "ser",
    "idx order tx spPr invertIfNegative pictureOptions marker explosion dPt dLbls trendline errBars cat xVal val yVal smooth shape".split(
      " ",
    ),
  ],
  ["catAx", [...AXIS, ..."auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl".split(" ")]],
  ["valAx", [...AXIS, ..."crossBetween majorUnit minorUnit dispUnits".split(" ")]],
  ["scaling", "logBase orientation max min".split(" ")],
  ["legend", "legendPos legendEntry layout overlay spPr txPr".split(" ")],
]);

/** Sort the children of each chart element; those that mean the same keep their order. */
export function inOrder(document: Document): void {
  for (const [name, order] of ORDER) {
    const place = ({ localName }: Element) => (order.includes(localName) ? order.indexOf(localName) : order.length);
    for (const element of all(document, `c:${name}`)) {
      const sorted = Array.from(element.children).sort((a, b) => place(a) - place(b));
      element.replaceChildren(...sorted);
    }
  }
}
