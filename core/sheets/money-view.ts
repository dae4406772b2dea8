import type { MoneyView } from "../engine/money/view-sheets.ts";
import type { Given } from "./given.ts";
import type { Grid, Line } from "./model.ts";
import { type MoneyTable, otherName } from "./money-rows.ts";
import { counted, listed } from "./words.ts";

/** What a sheet of money says of what it does not show; nothing where it shows everything. */
export function viewLines({ view, months }: MoneyTable): readonly Line[] {
  if (view === null) return [];
  const added = view.rows.filter(({ engagements }) => engagements.length > 1);
  const inside = added.reduce((sum, { engagements }) => sum + engagements.length, 0);
  if (view.rows.length === 0)
    return [
      {
        text: "Money shown: all but salaries. Nothing may be shown: with what was told before, each figure would tell what somebody costs. The sheet Told figures has what was told.",
        look: "bad",
      },
    ];
  const rows =
    added.length === 0
      ? "No engagement had to be added up"
      : `${counted(inside, "engagement")} that ${inside === 1 ? "is" : "are"} too small to hide what somebody costs ${inside === 1 ? "is" : "are"} added up in Other`;
  const columns = view.byMonth || months.periods.length === 1 ? "" : ", and months are added up";
  return [
    {
      text: `Money shown: all but salaries. ${rows}${columns}; "What is added up" says which.`,
      look: "note",
    },
    { text: USED_UP, look: "note" },
  ];
}

/** Said before it happens: there is no way back from what somebody has seen. */
const USED_UP =
  "Each refresh uses up what may be told: once hours, rates or people change, the next one may show less, or nothing; its preview in the panel Sheets says so.";

/** What a refresh in this view tells for good, and what it will not show: for the preview, before anything is written. */
export function tellingLines(view: MoneyView | null): readonly string[] {
  if (view === null) return [];
  const { rows, told, byMonth, completion, bridge } = view;
  if (rows.length === 0)
    return [
      "No cost and no margin may be shown: with what was told before, each figure would tell what somebody costs. The sheets will say n/a instead of the figures that stand there now.",
    ];
  const hidden = [
    ...(byMonth ? [] : ["single months"]),
    ...(completion === "rows" ? [] : [`cost at completion${completion === "all" ? " of each engagement" : ""}`]),
    ...(bridge === "rows" ? [] : [`what moved the margin${bridge === "all" ? " of each engagement" : ""}`]),
  ];
  return [
    ...(hidden.length === 0 ? [] : [`Not shown, since it would tell what somebody costs: ${listed(hidden)}.`]),
    ...(told.length === 0
      ? []
      : [
          `Tells ${counted(told.length, "new figure")} of what people cost, and notes that in "Told figures". This uses up what may be told: once hours, rates or people change, the next refresh may show less, or nothing. Undo does not take it back.`,
        ]),
  ];
}

/** Which engagements stand behind each row that adds some up; no block where everything is shown. */
export function addedGrid({ plan, fingerprint }: Given, { view }: MoneyTable): readonly Grid[] {
  if (view === null) return [];
  const added = view.rows.filter(({ engagements }) => engagements.length > 1);
  return [
    {
      kind: "grid",
      key: "added",
      title: "What is added up",
      fingerprint,
      columns: [
        { key: "row", heading: "Row", shows: "text", width: 30 },
        { key: "client", heading: "Client", shows: "text", width: 20 },
        { key: "which", heading: "Engagements", shows: "text", width: 14 },
      ],
      rows:
        added.length === 0
          ? [["Nothing is added up.", null, null]]
          : added.map(({ client, engagements }) => [
              otherName({ client, engagements }),
              client,
              listed(engagements.map((one) => plan.engagements[one]!.name)),
            ]),
      rules: [],
      charts: [],
    },
  ];
}
