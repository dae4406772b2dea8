import { openCsv } from "../csv.ts";
import type { Model } from "../engine.ts";
import { Refusal } from "../refusal.ts";
import { openXlsx } from "../xlsx/open.ts";
import { saveXlsx } from "../xlsx/save.ts";
import { download, savedName } from "./files.ts";
import { busy, notice } from "./notices.ts";

/** A workbook from a file of the planner's. */
export async function openFile(file: File): Promise<Model> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (/\.(csv|tsv|txt)$/i.test(file.name)) return openCsv(file.name, bytes);
  if (/\.xlsx$/i.test(file.name)) return openXlsx(bytes);
  throw new Refusal(`${file.name} is no file the workbench reads. Maybe save it as .xlsx or .csv first.`);
}

/** Save the open workbook; `live` keeps Headroom's formulas, otherwise their values stand in for them. */
export async function saveFile(
  { model, name }: { readonly model: Model | null; readonly name: string },
  live: boolean,
) {
  if (!model) return;
  await busy("Saving…", async () => {
    const saved = savedName(name, live ? "" : " (values)");
    download(saved, await saveXlsx(model, { live }));
    notice(`Saved ${saved} to your downloads.`);
  });
}
