import { memo } from "./memo.ts";

const YES = new Set(["yes", "y", "true", "1", "ja", "x", "b", "billable", "oui", "si", "sí", "wahr", "ano"]);
const NO = new Set([
  "no",
  "n",
  "false",
  "0",
  "nein",
  "nb",
  "nc",
  "nonbillable",
  "donotbill",
  "nocharge",
  "non",
  "falsch",
  "nej",
  "nee",
  "ne",
]);

/** Yes or no, as tools write it; null for a blank cell or another word. */
export const yesOrNo = memo((text): boolean | null => {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]/g, "");
  return YES.has(word) ? true : NO.has(word) ? false : null;
});

/** Work that somebody did not do: an absence that a time tool keeps among the hours. */
export const looksLikeLeave = memo((text): boolean =>
  /\b(vacation|annual leave|leave|time off|timeoff|pto|holidays?|absence|sick|sick ?ness|urlaub|krank|krankheit|feiertag|abwesenheit)\b/i.test(
    text,
  ),
);

/** The label of a row of totals, in the seven languages that headings are known in. */
export const looksLikeTotal = (text: string): boolean => text.length <= LONGEST_LABEL && TOTAL.test(text.trim());

/** A name that stands for everybody or everything, or for nobody: its row may be a total of the others. */
export const standsForAll = (text: string): boolean => text.length <= LONGEST_LABEL && ALL.test(text.trim());

const LONGEST_LABEL = 30;
const ALL =
  /^(all|everyone|everybody|everything|(the )?(whole |entire )?team|all (people|users|staff|projects)|alle|das ganze team|tous|toutes|tout le monde|alla|samtliga|všichni|vše|todos|todas|n\/?a|[-–—*.…]+)$/iu;
const TOTAL =
  /^((grand[ -]|sub|del|end)?-?(totals?|totalt|total[e ]*g[eé]n[eé]ral|summe|summa|sum)|total general|gran total|sum total|overall total|total hours|total sum|sous-total|totaux|slutsumma|delsumma|gesamttotal|gesamt|gesamtsumme|insgesamt|zwischensumme|somme|totalsumma|i alt|celkem|sou[cč]et|mezisou[cč]et|suma|suma total|subtotal|σ)\s*[:=]?$/iu;
