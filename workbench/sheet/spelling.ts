const SUM_OF_ONE = /(^|[^A-Za-z0-9_."])SUM\((\$?[A-Z]{1,3}\$?[1-9]\d{0,6})\)/g;

/**
 * The engine spells a range of one cell as that cell. The total of a table with one row is SUM(B10:B10) in every other host, and it
 * must not look like a cell that somebody has changed.
 */
export const asRange = (formula: string): string => formula.replace(SUM_OF_ONE, "$1SUM($2:$2)");
