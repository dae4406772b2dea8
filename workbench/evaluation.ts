import { type Command, type Getters, registries, type UID, type Zone } from "./engine.ts";

interface Position {
  readonly sheetId: UID;
  readonly row: number;
  readonly col: number;
}
interface Ranged {
  readonly sheetId: UID;
  readonly zone: Zone;
}

/** What of the engine's own evaluation this leans on; its version is pinned, and a test holds the two against each other. */
interface EngineEvaluation {
  readonly getters: Getters;
  readonly evaluator: {
    clearEvaluatedRanges: (ranges: readonly Ranged[]) => void;
    readonly evaluate: (ranges: readonly Ranged[]) => void;
    readonly buildDependencyGraph: () => void;
    readonly spreadingRelations: { readonly getArrayResultZone: (at: Position) => Zone | undefined };
  };
  shouldRebuildDependenciesGraph: boolean;
  positionsToUpdate: Position[];
  beforeHandle(command: Command): void;
  finalize(): void;
}
type EngineClass = { readonly getters: readonly string[] } & (new (config: never) => EngineEvaluation);

const EVALUATION = "evaluation";

/**
 * After a new sheet, new rows below the last one or another name the engine calculates every cell of the workbook anew, and a
 * workbook of two million logged hours and snapshots takes ten seconds for that. None of these moves a cell, so here only what
 * can be another then is calculated: every formula, and the cells that were written. Call before a Model is made.
 */
export function installSparingEvaluation(): void {
  const all = registries.coreViewsPluginRegistry;
  all.replace(EVALUATION, sparing(all.get(EVALUATION) as unknown as EngineClass) as never);
}

/** How often cells of a sheet were calculated so far: while that stays the same, so do their values. */
export const evaluationsOf = (getters: Getters, sheetId: UID): number =>
  (getters as unknown as { readonly getHeadroomEvaluations: (sheetId: UID) => number }).getHeadroomEvaluations(sheetId);

const sparing = (Evaluation: EngineClass) =>
  class extends Evaluation {
    static override readonly getters = [...Evaluation.getters, "getHeadroomEvaluations"];
    areFormulasDue = false;
    readonly evaluations = new Map<UID, number>();

    constructor(config: never) {
      super(config);
      const { evaluator, evaluations } = this;
      const clear = evaluator.clearEvaluatedRanges.bind(evaluator);
      evaluator.clearEvaluatedRanges = (ranges) => {
        for (const sheetId of new Set(ranges.map((range) => range.sheetId)))
          evaluations.set(sheetId, (evaluations.get(sheetId) ?? 0) + 1);
        clear(ranges);
      };
    }

    getHeadroomEvaluations = (sheetId: UID): number => this.evaluations.get(sheetId) ?? 0;

    override beforeHandle(command: Command): void {
      if (movesNoCell(command, this.getters)) this.areFormulasDue = true;
      else super.beforeHandle(command);
    }

    override finalize(): void {
      if (this.areFormulasDue && !this.shouldRebuildDependenciesGraph) this.calculateFormulas();
      this.areFormulasDue = false;
      super.finalize();
    }

    calculateFormulas(): void {
      const { getters, evaluator } = this;
      const due = [...formulasIn(getters), ...this.positionsToUpdate];
      const spilled = due.flatMap((at) => {
        const zone = evaluator.spreadingRelations.getArrayResultZone(at);
        return zone === undefined ? [] : [{ sheetId: at.sheetId, zone }];
      });
      evaluator.buildDependencyGraph();
      evaluator.evaluate([...spilled, ...due.map(alone)]);
      this.positionsToUpdate = [];
    }
  };

function movesNoCell(command: Command, getters: Getters): boolean {
  switch (command.type) {
    case "CREATE_SHEET":
    case "CREATE_NAMED_RANGE":
    case "UPDATE_NAMED_RANGE":
    case "DELETE_NAMED_RANGE":
      return true;
    case "ADD_COLUMNS_ROWS": {
      const { sheetId, dimension, base, position } = command;
      const last = dimension === "COL" ? getters.getNumberCols(sheetId) : getters.getNumberRows(sheetId);
      return position === "after" && base === last - 1;
    }
    default:
      return false;
  }
}

const formulasIn = (getters: Getters): Position[] =>
  getters
    .getSheetIds()
    .flatMap((sheetId) => getters.getCells(sheetId).filter(({ isFormula }) => isFormula))
    .map(({ id }) => getters.getCellPosition(id));

const alone = ({ sheetId, row, col }: Position): Ranged => ({
  sheetId,
  zone: { top: row, bottom: row, left: col, right: col },
});
