import { registries, UIPlugin } from "../engine.ts";
import { remarks } from "./remarks.ts";

const SIZE = 6;
const COLOUR = "#b45309";

/** A small corner on each cell with a note, so that a planner knows where to rest the pointer. Call before a Model is made. */
export function installNoteMarks(): void {
  registries.featurePluginRegistry.replace("headroom note marks", NoteMarks as never);
}

class NoteMarks extends UIPlugin {
  static override getters = [] as const;
  static override layers = ["Highlights"] as const;

  override drawLayer({ ctx }: { readonly ctx: CanvasRenderingContext2D }): void {
    const sheetId = this.getters.getActiveSheetId();
    for (const { range } of remarks(this.getters).getHeadroomNotes()) {
      if (range.sheetId !== sheetId) continue;
      const { x, y, width, height } = this.getters.getVisibleRect(range.zone);
      if (width <= 0 || height <= 0) continue;
      ctx.fillStyle = COLOUR;
      ctx.beginPath();
      ctx.moveTo(x + width - SIZE, y);
      ctx.lineTo(x + width, y);
      ctx.lineTo(x + width, y + SIZE);
      ctx.fill();
    }
  }
}
