const KEPT_MS = 10_000;
/** So that a spreadsheet that opens the file knows its letters. */
const MARK = "\ufeff";

/** Hand a text to the planner's downloads. */
export function download(name: string, text: string): void {
  const href = URL.createObjectURL(new Blob([MARK, text], { type: "text/csv;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), KEPT_MS);
}
