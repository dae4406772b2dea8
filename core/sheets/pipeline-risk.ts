import type { Part } from "../host.ts";
import { assumptions, problemLines, rowsRead } from "./account.ts";
import type { Given } from "./given.ts";
import { CHANCE_LEGEND } from "./heat.ts";
import type { Line, SheetModel } from "./model.ts";
import { planOnlyText } from "./past-days.ts";
import { dealsGrid, hintLines } from "./pipeline-risk-deals.ts";
import { riskOf } from "./pipeline-risk-found.ts";
import { viewsGrid } from "./pipeline-risk-views.ts";
import { chanceMap, skillsGrid, watchGrid, weeksGrid } from "./pipeline-risk-weeks.ts";
import { headline, methodLines } from "./pipeline-risk-words.ts";
import { inputsGrid } from "./refreshed.ts";
import { keptText } from "./reserve-words.ts";

export const PIPELINE_RISK = "Pipeline risk";

/** How likely is a shortage, in which week and skill, and which deals bring it? Step by step, because it may take long. */
export function* pipelineRisk(given: Given): Generator<Part, SheetModel> {
  const risk = yield* riskOf(given);
  return {
    name: PIPELINE_RISK,
    blocks: [
      {
        kind: "note",
        key: "about",
        lines: [
          { text: "Pipeline risk: how likely is a shortage?", look: "title" },
          headline(given, risk),
          ...methodLines(given, risk),
          ...reserveLines(given),
          ...assumptions({ ...given, counted: risk.counted }, PIPELINE_RISK, planOnlyText(given)),
          ...CHANCE_LEGEND,
        ],
      },
      chanceMap(given, risk),
      watchGrid(given, risk),
      skillsGrid(given, risk),
      dealsGrid(given, risk),
      hintLines(given, risk),
      weeksGrid(given, risk),
      viewsGrid(given, risk),
      rowsRead(given),
      problemLines(given.plan),
      inputsGrid(given),
    ],
    freeze: { rows: 0, columns: 1 },
  };
}

const reserveLines = ({ plan, weeks, counted }: Given): readonly Line[] => {
  const kept = keptText(plan, weeks, counted);
  return kept === null
    ? []
    : [
        {
          text: "No hours kept in reserve count in chances, in the mean beside them or in these words: support itself varies there.",
        },
        {
          text: `The sheet Skill gaps counts ${kept} in these weeks; the last table here, of other tools' views, counts a reserve in each view.`,
        },
      ];
};
