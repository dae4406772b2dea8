import { PROBLEM_CODES, type ProblemCode } from "../problems.ts";
import { markdownTable } from "./markdown.ts";

/** Every problem a plan can have, by its code: for whoever searches for one. */
export function problemReference(): string {
  const codes = Object.keys(PROBLEM_CODES) as ProblemCode[];
  const rows = codes.map((code) => [code, EFFECT[PROBLEM_CODES[code].severity], PROBLEM_CODES[code].about]);
  return markdownTable(["Code", "The row is", "What is wrong"], rows);
}

const EFFECT = { error: "left out", warning: "used, with an assumption", info: "used" } as const;
