import { TABLE_KEY } from "../finding/columns.ts";
import type { TeamMap } from "../finding/memory.ts";
import { isProposal } from "../finding/propose.ts";
import type { Work } from "../host.ts";
import { commit, recover } from "../journal/index.ts";
import { listed } from "../sheets/words.ts";
import { formError } from "./allocations-table.ts";
import { colouredIn } from "./colours.ts";
import { colouredView, leftOver } from "./colours-view.ts";
import { type Candidate, type Candidates, candidates } from "./map-found.ts";
import { namingOf, standingName } from "./map-names.ts";
import { overlapsIn } from "./map-overlaps.ts";
import { perhapsColumns, perhapsView } from "./map-perhaps.ts";
import { answersFor, MAP_DECISION, MAP_LOOK, type MapAnswer } from "./map-request.ts";
import { headingsView, tableView } from "./map-view.ts";
import { columnsOfProposal, mapEdits, mapLines, rangeName } from "./map-write.ts";
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
      none: all.flatMap((one) => {
        const { id, sheet, found: no, fitting, misfits } = one;
        if (isProposal(no) || isColoured.has(id)) return [];
        const { why, asks, choice = null, perhaps = null } = no;
        const own = answers.filter((each) => each.sheet === id);
        const name = nameOf(one, every, found);
        const may = perhaps && { name, state: stateOf(one), ...perhapsView(perhaps, own) };
        const isMapped = fitting?.map.use === true;
        return [{ id, sheet, why, asks, choice, misfits, isMapped, ...headingsView(no), perhaps: may }];
      }),
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
    const table = one === undefined ? null : decidable(one, answers);
    if (one === undefined || table === null)
      throw formError(`${id} holds no table that could be accepted`, "Maybe look again: the sheet may have changed.");
    const feeds = listed(table.feeds);
    if (decision === "yes" && table.open > 0)
      throw formError(`${id} leaves something open`, "Maybe choose what the columns marked with a question mean.");
    const name = nameOf(one, every, found);
    const lines = mapLines(table.columns, table.feeds, { id, name, use: decision === "yes" });
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

interface Decidable {
  readonly feeds: readonly string[];
  readonly open: number;
  /** What Tables will keep. */
  readonly columns: ReadonlyMap<string, string>;
}

/** What can be accepted or left out; null where a sheet holds no table. */
function decidable({ id, found, fitting }: Candidate, answers: readonly MapAnswer[]): Decidable | null {
  const own = answers.filter((each) => each.sheet === id);
  const said = answersFor(answers, id);
  if (isProposal(found)) {
    const before = (fitting?.map.columns ?? []).filter((one) => !said.some(({ heading }) => heading === one.heading));
    const isTable = ({ heading }: { readonly heading: string }) => heading === TABLE_KEY;
    const columns = columnsOfProposal(found, [...before.filter((one) => !isTable(one)), ...said]);
    return { feeds: found.feeds, open: tableView(found, own).open, columns };
  }
  if (found.perhaps === undefined) return null;
  const { table, open } = perhapsView(found.perhaps, own);
  return { feeds: [table], open, columns: perhapsColumns(found.perhaps) };
}

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
