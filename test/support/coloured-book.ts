import { type MemoryBook, memoryBook } from "./memory-host.ts";

export const BLUE = "#9fc5e8";
export const GREY = "#cccccc";

/** A plan in which weeks are only coloured: Ann is busy in weeks 1 and 2 and off in week 3, Bob is busy in week 2. */
export function colouredBook(): MemoryBook {
  const book = memoryBook({
    Plan: [
      ["Who is busy", null, null, null, null],
      ["Person", "Project", 46027, 46034, 46041],
      ["Ann Lee", "Alpha", null, null, null],
      ["Bob Ray", "Beta", null, null, null],
    ],
    People: [
      ["Person", "Weekly hours"],
      ["Ann Lee", 40],
      ["Bob Ray", 40],
    ],
    Engagements: [
      ["Engagement", "Client"],
      ["Alpha", "Alder"],
      ["Beta", "Tern"],
    ],
  });
  const { fills } = book.sheets.get("Plan")!;
  for (const place of ["2,2", "2,3", "3,3"]) fills.set(place, BLUE);
  fills.set("2,4", GREY);
  return book;
}
