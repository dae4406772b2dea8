/**
 * Text that a cell could take for a formula gets an apostrophe in front. Cells that hold text have the text format while it is written,
 * so nothing else is ever taken for a number or a date, and nothing takes the apostrophe off.
 */
export const guarded = (text: string): string => (/^'*[=＝]/.test(text) ? `'${text}` : text);

/** The text without its guard. */
export const unguarded = (text: string): string => (/^'+[=＝]/.test(text) ? text.slice(1) : text);
