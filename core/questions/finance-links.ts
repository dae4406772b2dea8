import type { Book } from "../host.ts";
import type { Problem } from "../problems.ts";
import { brokenLinks } from "./finance-broken.ts";
import { cutLinks } from "./finance-cut.ts";

/** Why a finance workbook computes nothing: linked tables that did not come, and those of which a part may be missing. */
export const linkProblems = (book: Book): readonly Problem[] => [...brokenLinks(book), ...cutLinks(book)];
