import type { Given } from "../sheets/given.ts";
import type { Meaning } from "../sheets/meaning.ts";
import type { Ask } from "./ask.ts";
import type { Explanation } from "./explanation.ts";

/** How a figure of a sheet is explained: from what was asked, what its block says that it means, and what the sheet was made from. */
export type Explain = (ask: Ask, meaning: Meaning, given: Given) => Explanation;

/** Measures that only sheets show, by the keys that their blocks name. */
export type Explains = readonly (readonly [measure: string, explain: Explain])[];
