/** What numbers of a result are: a share is shown in percent, money with the decimals of its currency, hours, counts and days as they are. */
export type Shows = "number" | "share" | "money";

/** All of a result are the same, or what stands below a heading is; below others stand plain numbers. */
export type Shown = Shows | Readonly<Record<string, Shows>>;
