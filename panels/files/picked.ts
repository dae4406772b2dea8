import { decoded } from "./decode.ts";
import { asText, sheetsIn } from "./xlsx.ts";
import { FileRefusal } from "./zip.ts";

/** What a file holds, as texts to import: one, or one for each sheet of a workbook. */
export interface Picked {
  readonly name: string;
  readonly how: string;
  /** Whether the texts are sheets, whose cells a spreadsheet has read before. */
  readonly converted: boolean;
  readonly parts: readonly { readonly name: string; readonly text: string }[];
}

/** How a file begins that was a workbook before 2007, or is one in an encrypted case. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const MOST_BYTES = 40_000_000;
const ENCODINGS = {
  "utf-8": "UTF-8",
  "utf-8-bom": "UTF-8 with a mark",
  "utf-16": "UTF-16",
  "windows-1252": "Windows-1252",
} as const;

/** Read a file in the page: nothing of it leaves the planner's computer but its text, into the workbook. */
export async function pickedFrom(file: File): Promise<Picked> {
  if (file.size > MOST_BYTES)
    throw new FileRefusal(`${file.name} is larger than 40 MB. Maybe export a shorter period.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip && /\.xls[bm]?$/i.test(file.name)) {
    throw new FileRefusal(`${file.name} is an old or binary workbook. Maybe save it as .xlsx or CSV first.`);
  }
  if (OLE.every((byte, i) => bytes[i] === byte)) {
    const hint = "Maybe open it and save it as .xlsx without a password, or as CSV.";
    throw new FileRefusal(`${file.name} is a workbook with a password, or an old one (.xls). ${hint}`);
  }
  if (!isZip) {
    const { text, encoding } = decoded(bytes);
    return { name: file.name, how: ENCODINGS[encoding], converted: false, parts: [{ name: file.name, text }] };
  }
  const sheets = await sheetsIn(bytes);
  const parts = sheets.map(({ name, rows }) => ({ name, text: asText(rows) }));
  return { name: file.name, how: "a workbook", converted: true, parts };
}
