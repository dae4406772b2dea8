/** A question as a manager asks it: the panel, what is typed in it, and what is pressed. */
export interface Asked {
  readonly words: string;
  readonly panel: string;
  /** By the name of the field; the rest keeps its default. */
  readonly typed?: Readonly<Record<string, string>>;
  readonly press: string;
  /** Where the answer appears, and how it reads. */
  readonly place: string;
  readonly says: string;
}

const DECISION = { press: "form button.primary", place: ".answer .says", says: "." } as const;

/** Every question of the panels that decide, about somebody and two engagements of the plan. */
export const askedAbout = (person: string, engagement: string, other: string): readonly Asked[] => [
  {
    words: "New engagement",
    panel: "newEngagement",
    typed: { "newEngagement-needs-1-skill": "Kubernetes", "newEngagement-needs-1-hours": "120" },
    ...DECISION,
  },
  {
    words: "Managed services grow by 20 %",
    panel: "growServices",
    typed: { "growServices-engagement": "", "growServices-percent": "20" },
    ...DECISION,
  },
  { words: "One person leaves", panel: "somebodyLeaves", typed: { "somebodyLeaves-person": person }, ...DECISION },
  {
    words: "Everybody leaves, one at a time",
    panel: "somebodyLeaves",
    typed: { "somebodyLeaves-person": "" },
    ...DECISION,
  },
  {
    words: "Move somebody",
    panel: "moveSomebody",
    typed: { "moveSomebody-person": person, "moveSomebody-engagement": engagement, "moveSomebody-to": other },
    ...DECISION,
  },
  { words: "Hire or train", panel: "hireOrTrain", ...DECISION },
  { words: "Slip", panel: "slip", typed: { "slip-engagement": engagement }, ...DECISION },
  {
    words: "Switch a scenario",
    panel: "scenarios",
    press: ".scenarios input",
    place: ".status",
    says: "switched (on|off)",
  },
  { words: "Compare scenarios", panel: "scenarios", ...DECISION },
];
