/** A column's allowed words, each with other spellings that mean the same. The first is how we write it. */
export type Words = Readonly<Record<string, readonly string[]>>;

export const PERSON_KINDS = {
  employee: ["permanent", "perm", "internal", "staff", "fte", "full time", "part time", "angestellt"],
  contractor: ["contract", "freelancer", "freelance", "external", "subcontractor", "partner", "extern"],
  "planned hire": ["hire", "new hire", "planned", "open position", "vacancy", "candidate", "to be hired", "tbh"],
} as const satisfies Words;

export const ENGAGEMENT_KINDS = {
  "time and materials": [
    ...["t&m", "t and m", "tm", "time & materials", "time and material", "time & material", "time materials"],
    ...["hourly", "by the hour", "per hour", "hourly rate", "nach aufwand"],
  ],
  "fixed price": [
    ...["fixed", "fixed fee", "fixed cost", "fp", "festpreis", "fixed bid", "flat fee", "lump sum"],
    ...["milestone", "milestones", "milestone based"],
  ],
  "managed service": [
    ...["managed services", "msp", "ms", "managed", "support", "retainer", "run"],
    ...["monthly retainer", "monthly", "monthly fee", "recurring", "subscription"],
  ],
  internal: ["non billable", "nonbillable", "overhead", "admin", "intern"],
} as const satisfies Words;

export const STATUSES = {
  confirmed: [
    "won",
    "sold",
    "active",
    "signed",
    "committed",
    "in progress",
    "open",
    "firm",
    "hard",
    "yes",
    "running",
    "closed won",
  ],
  tentative: ["pipeline", "proposed", "proposal", "prospect", "opportunity", "soft", "planned", "maybe", "unconfirmed"],
  lost: ["cancelled", "canceled", "rejected", "dead", "closed lost"],
  done: ["completed", "complete", "finished", "closed", "delivered", "ended"],
} as const satisfies Words;

export const SPREADS = {
  even: ["evenly", "flat", "linear", "uniform"],
  front: ["front loaded", "early"],
  back: ["back loaded", "late"],
} as const satisfies Words;

export const FEE_KINDS = {
  "fixed fee": ["fixed", "fixed price", "fee", "milestone", "festpreis", "fixed bid", "flat fee", "lump sum"],
  "monthly retainer": ["retainer", "monthly", "monthly fee", "recurring", "subscription", "pauschale"],
  "change order": ["change", "change request", "scope change", "extra", "nachtrag"],
  expense: ["expenses", "cost", "purchase", "travel", "spesen", "auslage"],
  "write-off": ["write off", "writeoff", "discount", "credit", "credit note", "gutschrift"],
} as const satisfies Words;

export const CHANGES = {
  "new engagement": ["new work", "new project", "engagement"],
  growth: ["grow", "grows"],
  leaver: ["leaves", "leave", "leaving"],
  move: ["moves", "moved", "reassign"],
  hire: ["new hire", "hires"],
  training: ["train", "trains", "learns"],
  slip: ["slips", "delay", "delayed"],
  win: ["won", "wins"],
  lose: ["lost", "loses"],
  hours: ["change of hours", "weekly hours", "contract hours"],
} as const satisfies Words;

export const YES_NO = {
  yes: ["y", "true", "x", "1", "ja", "oui", "si", "sí", "b", "billable", "✓", "✔"],
  no: ["n", "false", "0", "nein", "non", "nb", "nc", "non billable", "not billable"],
} as const satisfies Words;

/** The word of ours that a text means, or null. A hyphen is as good as a space. */
export function wordIn<W extends Words>(words: W, text: string): (keyof W & string) | null {
  const plain = text.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
  const spaced = plain.replace(/ ?[-_‐‑–] ?/g, " ");
  for (const [word, others] of Object.entries(words)) {
    if (word === plain || word === spaced || others.includes(plain) || others.includes(spaced)) return word;
  }
  return null;
}

/** What hours are a share of in utilization. */
export const DENOMINATORS = {
  effective: ["capacity"],
  contracted: ["contract"],
  target: ["target hours"],
  recorded: ["hours", "all hours"],
  standard: ["2080", "2,080", "standard year"],
} as const satisfies Words;
export type Denominator = keyof typeof DENOMINATORS;
