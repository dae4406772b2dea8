import loadHighs from "highs";
import type { FlowNet } from "../../core/engine/flow/index.ts";

/** HiGHS with one model of who can serve what, kept from day to day: only the minutes change, which is its fastest use. */
export interface WarmHighs {
  readonly version: string;
  /** Unmet minutes of one block of supply and demand. */
  unmet(supply: Float64Array, demand: Float64Array): number;
  dispose(): void;
}

export async function warmHighs(net: FlowNet): Promise<WarmHighs> {
  const highs = await loadHighs();
  const { suppliers, needs, links, linkSupplier, linkNeed } = net;
  const rows = suppliers + needs;
  const indices = new Int32Array(2 * links);
  for (let link = 0; link < links; link++) {
    indices[2 * link] = linkSupplier[link]!;
    indices[2 * link + 1] = suppliers + linkNeed[link]!;
  }
  const lower = new Float64Array(rows).fill(-highs.infinity);
  const model = highs.createModel({
    numCols: links,
    numRows: rows,
    sense: highs.constants.objectiveSense.maximize,
    offset: 0,
    colCost: new Float64Array(links).fill(1),
    colLower: new Float64Array(links),
    colUpper: new Float64Array(links).fill(highs.infinity),
    rowLower: lower,
    rowUpper: new Float64Array(rows),
    matrix: {
      format: "csc",
      numRows: rows,
      numCols: links,
      starts: Int32Array.from({ length: links + 1 }, (_, link) => 2 * link),
      indices,
      values: new Float64Array(2 * links).fill(1),
    },
  });
  model.options.set("output_flag", false);
  model.run();
  const upper = new Float64Array(rows);
  return {
    version: highs.version.string,
    unmet(supply, demand) {
      upper.set(supply);
      upper.set(demand, suppliers);
      model.changeRowsBounds({ kind: "range", from: 0, to: rows - 1 }, lower, upper);
      model.run();
      return demand.reduce((sum, minutes) => sum + minutes, 0) - model.getObjectiveValue();
    },
    dispose: () => model.dispose(),
  };
}
