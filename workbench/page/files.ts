import { byId, el } from "./dom.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Hand a file to the planner's downloads. */
export function download(name: string, bytes: Uint8Array): void {
  const href = URL.createObjectURL(new Blob([bytes as BlobPart], { type: XLSX }));
  el("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

/** Let the planner choose a file. */
export const pickFile = (): void => byId("file").click();

/** Let the planner choose a file to read beside the open one; null when they choose none. */
export function askForFile(): Promise<File | null> {
  const input = el("input", { type: "file", accept: ".xlsx,.csv", hidden: true, ariaLabel: "Planning file" });
  return new Promise((done) => {
    const over = () => {
      input.remove();
      done(input.files?.[0] ?? null);
    };
    input.addEventListener("change", over);
    input.addEventListener("cancel", over);
    document.body.append(input);
    input.click();
  });
}

/** Call back with each file that is chosen, or dropped on the page. */
export function onFile(take: (file: File) => void): void {
  const input = byId("file") as HTMLInputElement;
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    input.value = "";
    if (file) take(file);
  });
  const root = document.documentElement;
  const isFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  document.addEventListener("dragover", (event) => {
    if (!isFile(event)) return;
    event.preventDefault();
    root.classList.add("dropping");
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) root.classList.remove("dropping");
  });
  document.addEventListener("drop", (event) => {
    root.classList.remove("dropping");
    if (!isFile(event)) return;
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file) take(file);
  });
}

/** "plan.xlsx" of "Plan.CSV": the name a saved copy gets. */
export const savedName = (name: string, more = ""): string => `${name.replace(/\.[^.]*$/, "")}${more}.xlsx`;
