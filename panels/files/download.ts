const KEPT_MS = 10_000;
/** So that a spreadsheet that opens the file knows its letters. */
const MARK = "\ufeff";

const CSV = "text/csv;charset=utf-8";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Hand a CSV text, or a workbook's bytes, to the planner's downloads. */
export function download(name: string, content: string | Uint8Array): void {
  const blob =
    typeof content === "string"
      ? new Blob([MARK, content], { type: CSV })
      : new Blob([content.slice()], { type: XLSX });
  const href = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement("a"), { href, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), KEPT_MS);
}
