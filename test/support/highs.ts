import loadHighs from "highs";

/** Maximise gain · x over x at least 0, with every row's sum of coefficient × column at most its limit. */
export interface LinearProgramme {
  readonly gain: readonly number[];
  readonly rows: readonly LinearRow[];
}

export interface LinearRow {
  readonly atMost: number;
  readonly terms: readonly { readonly column: number; readonly coefficient: number }[];
}

/**
 * HiGHS as the independent judge of exact results; it knows nothing of flows. In Node it finds its own WebAssembly file.
 * Elsewhere pass `instantiateWasm`: the documented `wasmBinary` is not read by this build.
 */
export async function linearJudge(): Promise<(programme: LinearProgramme) => number> {
  const highs = await loadHighs();
  return ({ gain, rows }) => {
    const [numCols, numRows] = [gain.length, rows.length];
    if (numCols === 0) return 0;
    const starts = new Int32Array(numRows + 1);
    rows.forEach(({ terms }, row) => {
      starts[row + 1] = starts[row]! + terms.length;
    });
    const entries = rows.flatMap(({ terms }) => [...terms].sort((a, b) => a.column - b.column));
    const programme = {
      numCols,
      numRows,
      sense: highs.constants.objectiveSense.maximize,
      colCost: Float64Array.from(gain),
      colLower: new Float64Array(numCols),
      colUpper: new Float64Array(numCols).fill(highs.infinity),
      rowLower: new Float64Array(numRows).fill(-highs.infinity),
      rowUpper: Float64Array.from(rows, ({ atMost }) => atMost),
      matrix: {
        format: "csr" as const,
        numRows,
        numCols,
        starts,
        indices: Int32Array.from(entries, ({ column }) => column),
        values: Float64Array.from(entries, ({ coefficient }) => coefficient),
      },
    };
    return highs.withModel(programme, (model) => {
      model.options.set("output_flag", false);
      model.run();
      return model.getObjectiveValue();
    });
  };
}
