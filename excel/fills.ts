import type { Area, Fills } from "../core/host.ts";
import { fillOf } from "../core/sheets/fill.ts";
import { type Desk, send } from "./desk.ts";
import { rangeOf } from "./sheet/range.ts";

/** The colours that were given to the cells of some rectangles, in one round trip; none where there is no sheet. */
export async function fillsIn(
  desk: Desk,
  areas: readonly { readonly sheet: Excel.Worksheet | null; readonly at: Area }[],
): Promise<Fills[]> {
  const asked = areas.map(({ sheet, at }) =>
    sheet === null ? null : rangeOf(sheet, at).getCellProperties({ format: { fill: { color: true } } }),
  );
  await send(desk);
  return asked.map((one, i) => {
    const { rows, columns } = areas[i]!.at;
    return Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => fillOf(one?.value[row]?.[column]?.format?.fill?.color)),
    );
  });
}
