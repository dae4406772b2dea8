import type { Work } from "../host.ts";
import { commit, recover } from "../journal/index.ts";
import { listed } from "../sheets/words.ts";
import { formError } from "./allocations-table.ts";
import { colouredIn, MOST_COLOURS } from "./colours.ts";
import { colourMemory } from "./colours-memory.ts";
import { takenFrom } from "./colours-rows.ts";
import { isNothing, meaningOf, writtenText } from "./colours-view.ts";
import { colourChanges, earlierIn } from "./colours-write.ts";
import { editsFor } from "./import-write.ts";
import { candidates } from "./map-found.ts";
import { MAP_COLOURS } from "./map-request.ts";
import { question } from "./question.ts";
import { workbook } from "./workbook.ts";

/**
 * Take a table's colours in as rows of the plan, as they are now: its rows of earlier times are brought up to date. Of a table whose
 * colours are no longer there, they are taken away.
 */
export const takeColours = question({
  asks: MAP_COLOURS,
  *answer({ sheet: id, answers }): Work<{ readonly text: string }> {
    yield* recover();
    const found = yield* workbook();
    const { all } = yield* candidates(found, answers);
    const one = (yield* colouredIn(found, all, answers)).find((coloured) => coloured.id === id);
    const earlier = earlierIn(found).filter((row) => row.id === id);
    if (one === undefined && earlier.length === 0)
      throw formError(`${id} has no coloured weeks that could be taken in`, "Maybe look again: it may have changed.");
    const means = one === undefined ? new Map<string, string>() : meaningOf(found, one, earlier, answers);
    const open = (one?.colours ?? []).slice(0, MOST_COLOURS).filter(([colour]) => !means.has(colour));
    if (open.length > 0)
      throw formError(
        `Nobody has said what ${listed(
          open.map(([colour]) => colour),
          3,
        )} ${open.length === 1 ? "means" : "mean"} on ${id}`,
        "Maybe choose a meaning for each colour.",
      );
    const changes = colourChanges(found, id, one === undefined ? [] : takenFrom(one, means).lines);
    const kept = one === undefined ? [] : colourMemory(found, id, means);
    if (isNothing(changes) && kept.length === 0)
      return { text: `All of ${id} is in the plan already: nothing is written.` };
    const title = one === undefined ? `Take away the colours of ${id}` : `Take in the colours of ${id}`;
    yield* commit({ title, edits: [...changes.flatMap((change) => editsFor(change, "replace")), ...kept] });
    if (isNothing(changes)) return { text: `No row is new: what the colours of ${id} mean is kept in Tables.` };
    return { text: `${one === undefined ? "Taken away" : "Taken in"}: ${id}. ${writtenText(changes)}.` };
  },
});
