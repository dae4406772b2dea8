import { shown } from "../plan/cells.ts";
import { nameKey } from "../plan/names.ts";
import { a1 } from "../sheets/a1.ts";
import { counted, dayMonthYear, listed } from "../sheets/words.ts";
import { dayNumber } from "../units.ts";
import { type Coloured, MOST_COLOURS, namesBeside } from "./colours.ts";
import { keptColours } from "./colours-memory.ts";
import { meaningsFor, noWork, type Taken, takenFrom } from "./colours-rows.ts";
import { colourChanges, type Earlier, earlierIn } from "./colours-write.ts";
import { countsOf, type RowChanges } from "./import-rows.ts";
import { doneWords } from "./import-words.ts";
import { coloursSaid, type MapAnswer } from "./map-request.ts";
import type { Workbook } from "./workbook.ts";

const MOST_SAMPLES = 3;

/** A table whose weeks are only coloured, as its panel shows it: what each colour means, and what taking it in would do. */
export function colouredView(found: Workbook, coloured: Coloured, answers: readonly MapAnswer[]) {
  const { id, above, colours } = coloured;
  const earlier = earlierIn(found).filter((one) => one.id === id);
  const means = meaningOf(found, coloured, earlier, answers);
  const refused = noWork(coloured);
  const asked = colours.slice(0, MOST_COLOURS);
  const open = asked.filter(([colour]) => !means.has(colour)).length;
  const taken = open > 0 ? null : takenFrom(coloured, means);
  return {
    id,
    refused,
    options: meaningsFor(refused === ""),
    colours: asked.map(([colour, places]) => ({
      colour,
      cells: places.length,
      samples: places.slice(0, MOST_SAMPLES).map((place) => {
        const cell = a1({ row: above + place.row, column: place.column });
        return `${cell} ${namesBeside(coloured, place)}`.trim();
      }),
      means: means.get(colour) ?? "",
    })),
    more: colours.length - asked.length,
    open,
    isTaken: earlier.length > 0,
    preview: taken === null ? "" : [previewOf(found, id, taken), markedText(coloured)].filter(Boolean).join(" "),
  };
}

/** What a planner says now goes before what the rows that were taken in earlier, and Tables, say. */
export function meaningOf(
  found: Pick<Workbook, "located">,
  { id, colours }: Coloured,
  earlier: readonly Earlier[],
  answers: readonly MapAnswer[],
): ReadonlyMap<string, string> {
  const known = colours.slice(0, MOST_COLOURS).flatMap(([colour]): readonly (readonly [string, string])[] => {
    const words = new Set(earlier.flatMap((one) => (one.colour === colour ? (one.means ?? []) : [])));
    return words.size === 1 ? [...words].map((word) => [colour, word] as const) : [];
  });
  const here = new Set(colours.map(([colour]) => colour));
  const kept = [...keptColours(found, id)].filter(([colour]) => here.has(colour));
  return new Map([...kept, ...known, ...coloursSaid(answers, id)]);
}

/** "8 allocations of 2 people to 2 engagements and 1 day off, 5 Jan 2026 to 25 Jan 2026." and what is written of it. */
function previewOf(found: Workbook, id: string, { lines, left, why }: Taken): string {
  const changes = colourChanges(found, id, lines);
  return [
    lines.length === 0 ? "No cell becomes a row." : `${rowsText(lines)}.`,
    ...(left > 0
      ? [`${counted(left, "coloured cell")} left out${why === "" ? "" : `: ${why.replace(/\.$/, "")}`}.`]
      : []),
    ...strangers(found, lines),
    ...(lines.length > 0 && isNothing(changes) ? ["All of it is in the plan already."] : []),
  ].join(" ");
}

/** Cells with a mark and no colour: nobody says what they mean. */
function markedText({ marked, above, cells }: Coloured): string {
  const places = marked.map(
    ({ row, column }) => `${a1({ row: above + row, column })} "${shown(cells[row]?.[column])}"`,
  );
  if (places.length === 0) return "";
  return `${counted(places.length, "cell")} with a text and no colour left out: ${listed(places, MOST_SAMPLES)}. Maybe colour them, too.`;
}

function rowsText(lines: Taken["lines"]): string {
  const of = (table: string) => lines.filter((line) => line.table === table);
  const names = (key: string, some: Taken["lines"]) => new Set(some.map(({ cells }) => cells.get(key)));
  const [work, off] = [of("Allocations"), of("Leave")];
  const days = (key: string) =>
    lines.flatMap(({ cells }) => [cells.get(key)]).filter((cell) => typeof cell === "number");
  const what = [
    ...(work.length > 0
      ? [
          `${counted(work.length, "allocation")} of ${counted(names("person", work).size, "person", "people")} to ${counted(names("engagement", work).size, "engagement")}`,
        ]
      : []),
    ...(off.length > 0
      ? [`${counted(off.length, "leave")} of ${counted(names("person", off).size, "person", "people")}`]
      : []),
  ];
  const from = days("from").reduce((a, b) => Math.min(a, b), Infinity);
  const to = days("to").reduce((a, b) => Math.max(a, b), -Infinity);
  const span = to < from ? "" : `, ${dayMonthYear(dayNumber(from))} to ${dayMonthYear(dayNumber(to))}`;
  return `${listed(what)}${span}`;
}

/** Names that the plan does not have: taken in as they stand, and said. */
function strangers({ plan }: Workbook, lines: Taken["lines"]): readonly string[] {
  const unknown = (key: string, known: readonly string[]) => {
    const own = new Set(known.map(nameKey));
    const names = new Set(lines.flatMap(({ cells }) => [cells.get(key)]).filter((cell) => typeof cell === "string"));
    return [...names].filter((name) => !own.has(nameKey(name)));
  };
  const people = unknown(
    "person",
    plan.people.map(({ name }) => name),
  );
  const work = unknown(
    "engagement",
    plan.engagements.map(({ name }) => name),
  );
  return [
    ...(people.length > 0 ? [`Not in People: ${listed(people, MOST_SAMPLES)}.`] : []),
    ...(work.length > 0 ? [`Not in Engagements: ${listed(work, MOST_SAMPLES)}.`] : []),
  ];
}

export const isNothing = (changes: readonly RowChanges[]): boolean =>
  changes.every(({ added, changed, gone }) => added.length + changed.length + gone.length === 0);

/** What was written: "Allocations: 8 new; Leave: 1 new" */
export const writtenText = (changes: readonly RowChanges[]): string =>
  changes
    .filter((one) => !isNothing([one]))
    .map((one) => `${one.place.sheet}: ${doneWords(countsOf(one, "replace"))}`)
    .join("; ");

/** Rows that still count although the colours that they came from are no longer there to be read. */
export function leftOver(found: Workbook, coloured: readonly Coloured[]) {
  const here = new Set(coloured.map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const { id } of earlierIn(found)) if (!here.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].map(([id, rows]) => ({ id, rows }));
}
