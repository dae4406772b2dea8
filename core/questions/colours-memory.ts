import { colourMapsIn, type TeamMap } from "../finding/memory.ts";
import type { Edit } from "../journal/index.ts";
import type { Cell } from "../plan/cells.ts";
import { MAPS } from "../plan/tables.ts";
import { NOTHING } from "./colours-rows.ts";
import { colourHeading, colourOf } from "./map-request.ts";
import { mapEdits } from "./map-write.ts";
import type { Workbook } from "./workbook.ts";

/** Colours of a table that mean nothing, as Tables keeps them: no row of the plan could. */
export const keptColours = (found: Pick<Workbook, "located">, id: string): ReadonlyMap<string, string> =>
  new Map((mapOf(found, id)?.columns ?? []).map(({ heading, means }) => [colourOf(heading), means]));

/** Rows of Tables that keep which colours mean nothing, unless they say so already. */
export function colourMemory(found: Workbook, id: string, means: ReadonlyMap<string, string>): readonly Edit[] {
  const map = mapOf(found, id);
  const colours = [...means].flatMap(([colour, word]) => (word === NOTHING ? [colour] : [])).sort();
  const kept = [...keptColours(found, id).keys()].sort();
  if (colours.join(" ") === kept.join(" ")) return [];
  const lines = colours.map(
    (colour) =>
      new Map<string, Cell>([
        ["name", nameOf(id)],
        ["sheet", id],
        ["use", "Yes"],
        ["heading", colourHeading(colour)],
        ["means", NOTHING],
      ]),
  );
  return mapEdits(
    found,
    (map?.columns ?? []).map(({ row }) => row),
    lines,
  );
}

const nameOf = (id: string): string => `Colours: ${id}`;

function mapOf({ located }: Pick<Workbook, "located">, id: string): TeamMap | null {
  const maps = located.flatMap((one) => {
    if (one.table !== MAPS) return [];
    return colourMapsIn(
      one.cells,
      0,
      new Map([...one.columns].map(([key, column]) => [key, column - one.column] as const)),
    );
  });
  return maps.find(({ name, use }) => use && name === nameOf(id).replace(/\s+/g, " ")) ?? null;
}
