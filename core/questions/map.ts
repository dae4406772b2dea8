import type { TeamMap } from "../finding/memory.ts";
import { isProposal } from "../finding/propose.ts";
import type { Work } from "../host.ts";
import { commit, recover } from "../journal/index.ts";
import { formError } from "./allocations-table.ts";
import { colouredIn } from "./colours.ts";
import { colouredView, leftOver } from "./colours-view.ts";
import { type Candidate, type Candidates, candidates } from "./map-found.ts";
import { namingOf, standingName } from "./map-names.ts";
import { overlapsIn } from "./map-overlaps.ts";
import { answersFor, MAP_DECISION, MAP_LOOK } from "./map-request.ts";
import { headingsView, tableView } from "./map-view.ts";
import { mapEdits, mapLines, rangeName } from "./map-write.ts";
import { undoableNow } from "./narrowed.ts";
import { question } from "./question.ts";
import { type Workbook, workbook } from "./workbook.ts";

/** What was decided about a sheet; "changed": it is no longer what was accepted. */
type State = "new" | "accepted" | "changed" | "refused";

/** The tables that a team's own sheets hold, what is decided about each, and what has to be asked. */
export const mapForm = question({
  asks: MAP_LOOK,
  *answer({ answers }) {
    yield* recover();
    const found = yield* workbook();
    const every = yield* candidates(found, answers);
    const { all, gone } = every;
    const coloured = yield* colouredIn(found, all, answers);
    const isColoured = new Set(coloured.map(({ id }) => id));
    const overlaps = overlapsIn(all);
    return {
      tables: all.flatMap((one) => {
        if (!isProposal(one.found) || isColoured.has(one.id)) return [];
        const { id, sheet, misfits } = one;
        const own = answers.filter((each) => each.sheet === id);
        const name = nameOf(one, every, found);
        const view = tableView(one.found, own);
        const assumptions = [...(overlaps.get(id) ?? []), ...view.assumptions];
        return [{ id, sheet, name, state: stateOf(one), misfits, ...view, assumptions }];
      }),
      none: all.flatMap(({ id, sheet, found: no, fitting, misfits }) =>
        isProposal(no) || isColoured.has(id)
          ? []
          : [
              {
                id,
                sheet,
                why: no.why,
                asks: no.asks,
                choice: no.choice ?? null,
                misfits,
                isMapped: fitting?.map.use === true,
                ...headingsView(no),
              },
            ],
      ),
      coloured: coloured.map((one) => colouredView(found, one, answers)),
      leftOver: leftOver(found, coloured),
      gone: gone.map(({ name, sheet }) => ({ name, sheet })),
      own: ownSheets(found, all),
      undo: yield* undoableNow(found.plan),
    };
  },
});

/** Accept a table, leave it out, or have it asked about again. */
export const decideMap = question({
  asks: MAP_DECISION,
  *answer({ sheet: id, decision, answers }): Work<{ readonly text: string }> {
    yield* recover();
    const found = yield* workbook();
    const every = yield* candidates(found, answers);
    const { all, gone } = every;
    const one = all.find((candidate) => candidate.id === id);
    const map = one?.fitting?.map ?? gone.find(({ name }) => name === id);
    if (decision === "again") return yield* forget(found, map);
    if (one === undefined || !isProposal(one.found))
      throw formError(`${id} holds no table that could be accepted`, "Maybe look again: the sheet may have changed.");
    const said = answersFor(answers, id);
    const { open, feeds } = tableView(
      one.found,
      answers.filter((each) => each.sheet === id),
    );
    if (decision === "yes" && open > 0)
      throw formError(`${id} leaves something open`, "Maybe choose what the columns marked with a question mean.");
    const name = nameOf(one, every, found);
    const before = (map?.columns ?? []).filter(({ heading }) => !said.some((each) => each.heading === heading));
    const lines = mapLines(one.found, id, name, decision === "yes", [...before, ...said]);
    const names = decision === "yes" ? [namingOf(name, one.block)] : [];
    const title = decision === "yes" ? `Accept ${id}` : `Leave out ${id}`;
    const { written } = yield* commit({ title, edits: mapEdits(found, slotsOf(map), lines), names });
    if (decision === "no") return { text: written ? `${id} is left out of the plan.` : `${id} was left out already.` };
    const formulas = `In formulas it is ${name}.`;
    return {
      text: written ? `${id} is part of the plan: ${feeds}. ${formulas}` : `${id} was accepted already. ${formulas}`,
    };
  },
});

function* forget(found: Workbook, map: TeamMap | undefined): Work<{ readonly text: string }> {
  if (map === undefined) return { text: "Nothing was decided about it." };
  yield* commit({ title: `Ask again about ${map.sheet}`, edits: mapEdits(found, slotsOf(map), []) });
  return { text: `${map.sheet} is asked about again.` };
}

const slotsOf = (map: TeamMap | undefined): readonly number[] => (map?.columns ?? []).map(({ row }) => row);

/** The name in formulas: what was accepted, or what already stands on this table, or a new one. */
function nameOf({ id, fitting, block }: Candidate, { maps }: Candidates, { look }: Workbook): string {
  const used = new Set([...maps.map(({ name }) => name), ...look.names]);
  return fitting?.map.name ?? rangeName(id, used, (name) => standingName(name, block, look.named));
}

function stateOf({ fitting, misfits }: Candidate): State {
  if (fitting === null) return "new";
  if (!fitting.map.use) return "refused";
  return misfits.length > 0 ? "changed" : "accepted";
}

/** Sheets that are read by their own headings and so need no map. */
const ownSheets = ({ book }: Workbook, all: readonly Candidate[]): readonly string[] =>
  book.map(({ name }) => name).filter((name) => !all.some(({ sheet }) => sheet === name));
