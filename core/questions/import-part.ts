import { step } from "../host.ts";
import { startOfText } from "../imports/file.ts";
import { listOf, record } from "../schema.ts";
import { fileText } from "./import-request.ts";
import { question } from "./question.ts";

/** Which sheet of a file to begin with, by how each begins: the first that a tool exported, else the one with most known headings. */
export const importPart = question({
  asks: record({ starts: listOf(fileText) }),
  *answer({ starts }) {
    yield* step({ do: "tell", words: "Looking for the export", part: { done: 0, of: 1 } });
    const found = starts.map(startOfText);
    const exported = found.findIndex(({ source }) => source !== null);
    const most = found.map(({ known }) => known).reduce((a, b) => Math.max(a, b), 0);
    const at = exported >= 0 ? exported : found.findIndex(({ known }) => known === most);
    return { at: Math.max(0, at), labels: found.map(({ source }) => source?.label ?? "") };
  },
});
