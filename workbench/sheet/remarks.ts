import {
  type Command,
  CorePlugin,
  coreTypes,
  type Getters,
  type Range,
  registries,
  type UID,
  type Zone,
} from "../engine.ts";

/** How a sheet prints: so many rows and columns from A1, one row (counted from 0) again on every page after its own; others begin a page. */
export interface Page {
  readonly sheetId: UID;
  readonly rows: number;
  readonly columns: number;
  readonly headingRow: number;
  readonly breaks: readonly number[];
}
interface PageCommand extends Page {
  readonly type: "HEADROOM_PAGE";
}

/** Notes on cells and what charts tell somebody who cannot see them: the engine has neither, so the workbook keeps them here. */
export interface CellNote {
  readonly range: Range;
  readonly text: string;
}
export interface ChartAbout {
  readonly figureId: UID;
  readonly text: string;
}

/** Take away the notes of a rectangle and, with a text, leave one on its first cell. */
interface NoteCommand {
  readonly type: "HEADROOM_NOTE";
  readonly sheetId: UID;
  readonly zone: Zone;
  readonly text: string | null;
}
interface AboutCommand {
  readonly type: "HEADROOM_ABOUT";
  readonly figureId: UID;
  readonly text: string | null;
}
type RemarkCommand = NoteCommand | AboutCommand | PageCommand;

/** As a saved workbook holds them. */
export interface SavedRemarks {
  readonly headroomNotes?: readonly { readonly sheetId: UID; readonly xc: string; readonly text: string }[];
  readonly headroomCharts?: readonly ChartAbout[];
  readonly headroomPages?: readonly Page[];
}

interface RemarkGetters {
  readonly getHeadroomNotes: () => readonly CellNote[];
  readonly getHeadroomCharts: () => readonly ChartAbout[];
  readonly getHeadroomPages: () => readonly Page[];
}
export const remarks = (getters: unknown): RemarkGetters => getters as RemarkGetters;

/** The note on a cell, if there is one. */
export const noteOn = (getters: Getters, at: { readonly sheetId: UID; readonly row: number; readonly col: number }) =>
  remarks(getters)
    .getHeadroomNotes()
    .find(({ range }) => range.sheetId === at.sheetId && range.zone.top === at.row && range.zone.left === at.col)?.text;

/** Lets workbooks keep notes. They follow inserted rows and sheets, and undo. Call before a Model is made. */
export function installRemarks(): void {
  for (const type of ["HEADROOM_NOTE", "HEADROOM_ABOUT", "HEADROOM_PAGE"]) {
    (coreTypes as Set<string>).add(type);
    registries.inverseCommandRegistry.replace(type, (command) => [command]);
  }
  registries.corePluginRegistry.replace("headroom remarks", Remarks as never);
}

class Remarks extends CorePlugin {
  static override getters = ["getHeadroomNotes", "getHeadroomCharts", "getHeadroomPages"] as const;
  notes: readonly CellNote[] = [];
  charts: readonly ChartAbout[] = [];
  pages: readonly Page[] = [];

  getHeadroomNotes = () => this.notes;
  getHeadroomCharts = () => this.charts;
  getHeadroomPages = () => this.pages.filter(({ sheetId }) => this.getters.tryGetSheet(sheetId) !== undefined);

  override adaptRanges({ applyChange }: Parameters<CorePlugin["adaptRanges"]>[0]): void {
    const notes = this.notes.flatMap((note) => {
      const { changeType, range } = applyChange(note.range);
      return changeType === "REMOVE" ? [] : [{ ...note, range }];
    });
    this.history.update("notes", notes);
  }

  override handle(command: Command | RemarkCommand): void {
    if (command.type === "HEADROOM_NOTE") {
      const { sheetId, zone, text } = command;
      const kept = this.notes.filter(({ range }) => range.sheetId !== sheetId || !within(range.zone, zone));
      const at = { ...zone, bottom: zone.top, right: zone.left };
      const added = text === null ? [] : [{ range: this.getters.getRangeFromZone(sheetId, at), text }];
      this.history.update("notes", [...kept, ...added]);
    }
    if (command.type === "HEADROOM_ABOUT") {
      const kept = this.charts.filter(({ figureId }) => figureId !== command.figureId);
      const added = command.text === null ? [] : [{ figureId: command.figureId, text: command.text }];
      this.history.update("charts", [...kept, ...added]);
    }
    if (command.type === "HEADROOM_PAGE") {
      const { sheetId, rows, columns, headingRow, breaks } = command;
      const kept = this.pages.filter((page) => page.sheetId !== sheetId);
      this.history.update("pages", [...kept, { sheetId, rows, columns, headingRow, breaks }]);
    }
  }

  override import(data: SavedRemarks & Parameters<CorePlugin["import"]>[0]): void {
    this.notes = (data.headroomNotes ?? []).map(({ sheetId, xc, text }) => ({
      range: this.getters.getRangeFromSheetXC(sheetId, xc),
      text,
    }));
    this.charts = data.headroomCharts ?? [];
    this.pages = data.headroomPages ?? [];
  }

  override export(data: object): void {
    const headroomNotes = this.notes.map(({ range, text }) => ({
      sheetId: range.sheetId,
      xc: this.getters.getRangeString(range, range.sheetId),
      text,
    }));
    Object.assign(data, {
      headroomNotes,
      headroomCharts: this.charts,
      headroomPages: this.pages,
    } satisfies SavedRemarks);
  }
}

const within = (cell: Zone, zone: Zone): boolean =>
  cell.top >= zone.top && cell.top <= zone.bottom && cell.left >= zone.left && cell.left <= zone.right;
