/** How many coordinates make the worlds of a period differ, and how many of them are read from tables of equal slices. */
export interface Coordinates {
  readonly all: number;
  readonly tables: number;
}

/** How much the border's own spread counts, in degrees of freedom. */
const OWN = 2;
const SLICES = 1024;

/**
 * How far a chance is off that shifts of a lattice tell. Few shifts agree by accident, so that what they must differ by counts as two more
 * degrees of freedom. A world that is short lies on one side of a border: of `points` equal cells (4 p (1 - p) points)^(1 - 1/D) are cut by
 * it, in D coordinates, and each is counted right to half a point (S. Haber, "A modified Monte-Carlo quadrature", Mathematics of
 * Computation 20, 1966: what one point in each of equal cells is off by). A table of slices is off by up to half a slice, evenly.
 */
export function standardError(chances: readonly number[], points: number, { all, tables }: Coordinates): number {
  const shifts = chances.length;
  const mean = chances.reduce((sum, one) => sum + one, 0) / shifts;
  const squares = chances.reduce((sum, one) => sum + (one - mean) * (one - mean), 0);
  const cells = Math.max(1, 4 * mean * (1 - mean) * points);
  const border = cells / root(cells, all) / (4 * points * points);
  const spread = (squares + OWN * border) / (shifts - 1 + OWN);
  return Math.sqrt(spread / shifts + tables / (12 * SLICES * SLICES));
}

/** At most the D-th root, by square roots alone: they are the same to the last digit on every machine. */
function root(of: number, degree: number): number {
  let found = of;
  for (let power = 1; power < degree; power *= 2) found = Math.sqrt(found);
  return found;
}
