/** A column's letters: 0 is A, 27 is AB. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}

/** How a planner names a cell: row 6 of column 3, counted from zero, is D7. */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;
