import { type Getters, registries, type UID } from "../engine.ts";
import { noteOn } from "../sheet/remarks.ts";
import { library as owl } from "./owl.ts";

interface Place {
  readonly sheetId: UID;
  readonly col: number;
  readonly row: number;
}

/** Shows a cell's note while the pointer rests on it. Call before a workbook is shown. */
export function installNotePopover(): void {
  class NoteBox extends owl.Component {
    static override template = owl.xml`<div class="headroom-note" role="note"><t t-out="props.text"/></div>`;
    static override props = { text: String, onClosed: { type: Function, optional: true } };
  }
  registries.cellPopoverRegistry.replace("headroom note", {
    onHover: (place: Place, getters: Getters) => {
      const text = noteOn(getters, place);
      if (text === undefined) return { isOpen: false };
      return { isOpen: true, Component: NoteBox as never, props: { text } as never, cellCorner: "top-right" };
    },
  });
}
