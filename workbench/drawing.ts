import { type Getters, registries, type UID } from "./engine.ts";

interface Position {
  readonly sheetId: UID;
  readonly row: number;
  readonly col: number;
}
type EngineClass<T> = new (config: never) => T;

/** What of the engine's own drawing this leans on; its version is pinned. */
interface Heights {
  readonly getters: Getters;
  getCellHeight(position: Position): number;
}
interface Positions {
  readonly headerPositions: Readonly<Record<UID, unknown>>;
  finalize(): void;
  getColDimensions(sheetId: UID, col: number): unknown;
  getRowDimensions(sheetId: UID, row: number): unknown;
  getColRowOffset(dimension: string, from: number, to: number, sheetId: UID): unknown;
}

/** Lets large tables be written fast, and the page draw while they are. Call before a Model is made. */
export function installDrawing(): void {
  const [views, stateful] = [registries.coreViewsPluginRegistry, registries.statefulUIPluginRegistry];
  views.replace("row_size", sparing(views.get("row_size") as unknown as EngineClass<Heights>) as never);
  const positions = stateful.get("header_positions") as unknown as EngineClass<Positions>;
  stateful.replace("header_positions", lasting(positions) as never);
}

/** The engine measures the letters of every cell that is written, though a line of plain ones is never higher than a row. */
const sparing = (RowSize: EngineClass<Heights>) =>
  class extends RowSize {
    override getCellHeight(position: Position): number {
      const cell = this.getters.getCell(position);
      if (cell === undefined) return PLAIN_HEIGHT;
      const { fontSize = PLAIN_FONT, wrapping, rotation } = cell.style ?? {};
      const isPlain = fontSize <= PLAIN_FONT && wrapping !== "wrap" && !rotation;
      return isPlain && (cell.isFormula || !cell.content.includes("\n")) ? PLAIN_HEIGHT : super.getCellHeight(position);
    }
  };

const PLAIN_HEIGHT = 23;
const PLAIN_FONT = 10;

/** The engine forgets where rows and columns are with every cell, until a command is over; a page that draws before that asks for them. */
const lasting = (HeaderPositions: EngineClass<Positions>) =>
  class extends HeaderPositions {
    override getColDimensions(sheetId: UID, col: number): unknown {
      this.know(sheetId);
      return super.getColDimensions(sheetId, col);
    }
    override getRowDimensions(sheetId: UID, row: number): unknown {
      this.know(sheetId);
      return super.getRowDimensions(sheetId, row);
    }
    override getColRowOffset(dimension: string, from: number, to: number, sheetId: UID): unknown {
      this.know(sheetId);
      return super.getColRowOffset(dimension, from, to, sheetId);
    }
    know(sheetId: UID): void {
      if (this.headerPositions[sheetId] === undefined) this.finalize();
    }
  };
