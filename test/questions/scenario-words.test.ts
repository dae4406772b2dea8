import { expect, test } from "vitest";
import { FIRST_DAY, LAST_DAY } from "../../core/plan/plan.ts";
import { changeSentence } from "../../core/questions/scenario-words.ts";
import { fromHours } from "../../core/units.ts";
import { day } from "../support/plan.ts";

const SKILLED = { skill: "AWS", level: 3, certificate: "CISSP" } as const;
const PLACED = { ...SKILLED, location: "Oslo", weekly: fromHours(10), from: day("2026-02-02"), to: LAST_DAY } as const;

test("a hire, a training and new work say their certificate and their location", () => {
  expect([
    changeSentence({ kind: "hire", person: "Zoe", ...PLACED }),
    changeSentence({ kind: "hire", person: null, ...PLACED, certificate: null, location: null }),
    changeSentence({ kind: "training", person: "Ana", ...SKILLED, from: FIRST_DAY }),
    changeSentence({ kind: "training", person: "Ana", ...SKILLED, certificate: null, from: FIRST_DAY }),
    changeSentence({ kind: "new engagement", engagement: "Rollout", ...PLACED }),
  ]).toEqual([
    "Hire Zoe with AWS 3 and CISSP in Oslo, 10 h a week from 2 Feb 2026.",
    "Hire somebody with AWS 3, 10 h a week from 2 Feb 2026.",
    "Ana has AWS 3 with CISSP.",
    "Ana has AWS 3.",
    "Rollout: 10 h of AWS 3+ with CISSP in Oslo a week from 2 Feb 2026.",
  ]);
});
