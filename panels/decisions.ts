import { dayNumber } from "../core/units.ts";
import type { DecisionCase, FieldSpec, Offer } from "./decision-case.ts";
import { counted } from "./dom.ts";

type NameField = Extract<FieldSpec, { readonly is: "name" }>;
const name = (key: string, label: string, of: NameField["of"], empty: string | null = null): NameField => ({
  key,
  label,
  is: "name",
  of,
  empty,
});
const FROM: FieldSpec = { key: "from", label: "From", is: "day" };

const NO_PEOPLE = "The plan names no people yet. Maybe set it up in the panel Sheets.";
const NO_ENGAGEMENTS = "The plan names no engagements yet. Maybe set it up in the panel Sheets.";
const needsPeople = ({ people }: Offer) => (people.length === 0 ? NO_PEOPLE : null);
const needsEngagements = ({ engagements }: Offer) => (engagements.length === 0 ? NO_ENGAGEMENTS : null);

/** The questions that managers ask, in the order in which they come up. Add one here and in the list of panels. */
export const NEW_ENGAGEMENT: DecisionCase = {
  key: "newEngagement",
  title: "New engagement",
  intro: "Can we take this on, and from when?",
  working: "Looking for the first day it fits…",
  fields: [
    name("engagement", "Name", "new"),
    { key: "needs", label: "What it asks for", is: "needs" },
    FROM,
    { key: "weeks", label: "Weeks", is: "number", least: 1, most: 260, whole: true, empty: "to the end" },
    {
      key: "flexible",
      label: "When the work is done",
      is: "choice",
      choices: [
        ["no", "So many hours each week"],
        ["yes", "Any week, as long as the total is done"],
      ],
    },
  ],
  defaults: ({ from }) => ({ engagement: "New engagement", needs: "40", from, weeks: "12", flexible: "no" }),
  idle: needsPeople,
  ask: (bridge, { text, number, day, needs }, watch) =>
    bridge.ask(
      "newEngagement",
      {
        engagement: text("engagement"),
        needs: needs("needs"),
        from: day("from"),
        weeks: number("weeks"),
        flexible: text("flexible") === "yes" ? "yes" : "no",
      },
      watch,
    ),
  // Hours that may move between weeks have no chance by week.
  odds: ({ text, number, day, needs }, { scenario: [row] }) =>
    text("flexible") === "yes"
      ? null
      : {
          work: {
            engagement: text("engagement"),
            needs: needs("needs"),
            from: typeof row?.From === "number" ? dayNumber(row.From) : day("from"),
            weeks: number("weeks"),
          },
        },
  scenario: ({ text }) => text("engagement"),
};

export const GROW_SERVICES: DecisionCase = {
  key: "growServices",
  title: "Managed services grow",
  intro: "How far can a service grow, and which skill is short first?",
  working: "Looking for the skill that is short first…",
  fields: [
    name("engagement", "Engagement", "engagements", "every managed service"),
    FROM,
    {
      key: "percent",
      label: "Growth in %",
      is: "number",
      least: 0,
      most: 1000,
      whole: false,
      empty: "as far as it goes",
    },
  ],
  defaults: ({ managed: [biggest = ""], from }) => ({ engagement: biggest, from }),
  idle: needsEngagements,
  ask: (bridge, { text, number, day }, watch) =>
    bridge.ask(
      "growServices",
      { engagement: orNull(text("engagement")), percent: number("percent"), from: day("from") },
      watch,
    ),
  scenario: ({ text, number }) =>
    [
      text("engagement") === "" ? "Managed services grow" : `${text("engagement")} grows`,
      ...percentOf(number("percent")),
    ].join(" "),
};

export const SOMEBODY_LEAVES: DecisionCase = {
  key: "somebodyLeaves",
  title: "Somebody leaves",
  intro: "What can nobody else do, and which engagement is hit first?",
  working: "Taking everybody's work in turn…",
  fields: [name("person", "Person", "people", "everybody, the worst first"), FROM],
  defaults: ({ selected, from }) => ({ person: selected?.person ?? "", from }),
  idle: needsPeople,
  ask: (bridge, { text, day }, watch) =>
    bridge.ask("somebodyLeaves", { person: orNull(text("person")), from: day("from") }, watch),
  scenario: ({ text }) => `${text("person")} leaves`,
};

export const MOVE_SOMEBODY: DecisionCase = {
  key: "moveSomebody",
  title: "Move somebody",
  intro: "What does it cost to take somebody off one engagement for another?",
  working: "Weighing both engagements…",
  fields: [
    name("person", "Person", "people"),
    name("engagement", "Off", "engagements"),
    name("to", "To", "engagements"),
    FROM,
    { key: "until", label: "Until", is: "day" },
  ],
  defaults: ({ selected, from, to }) => ({
    person: selected?.person ?? "",
    engagement: selected?.engagement ?? "",
    from,
    until: to,
  }),
  idle: (offer) => needsPeople(offer) ?? needsEngagements(offer),
  ask: (bridge, { text, day }, watch) =>
    bridge.ask(
      "moveSomebody",
      {
        person: text("person"),
        engagement: text("engagement"),
        to: text("to"),
        from: day("from"),
        until: day("until"),
      },
      watch,
    ),
  scenario: ({ text }) => `${text("person")} to ${text("to")}`,
};

export const HIRE_OR_TRAIN: DecisionCase = {
  key: "hireOrTrain",
  title: "Hire or train",
  intro: "Which hire closes most of the gap, and would training do?",
  working: "Trying every skill and level…",
  fields: [
    { key: "hours", label: "Hours a week", is: "number", least: 1, most: 60, whole: false, empty: null },
    FROM,
    name("person", "Who could be trained", "people", "anybody"),
  ],
  defaults: ({ fullTimeWeek, from }) => ({ hours: String(fullTimeWeek / 60), from }),
  idle: needsPeople,
  ask: (bridge, { text, must, day }, watch) =>
    bridge.ask("hireOrTrain", { hours: must("hours"), from: day("from"), person: orNull(text("person")) }, watch),
  scenario: (_, { scenario: [row] }) =>
    row?.Change === "training" ? `Train ${row.Person} in ${row.Skill}` : `Hire for ${row?.Skill ?? "the gap"}`,
};

export const SLIP: DecisionCase = {
  key: "slip",
  title: "Slip",
  intro: "What happens to everything else if this comes later?",
  working: "Moving its work to later weeks…",
  fields: [
    name("engagement", "Engagement", "engagements"),
    { key: "weeks", label: "Weeks later", is: "number", least: 1, most: 104, whole: true, empty: null },
  ],
  defaults: ({ selected }) => ({ engagement: selected?.engagement ?? "", weeks: "2" }),
  idle: needsEngagements,
  ask: (bridge, { text, must }, watch) =>
    bridge.ask("slip", { engagement: text("engagement"), weeks: must("weeks") }, watch),
  scenario: ({ text, must }) => `${text("engagement")} slips ${counted(must("weeks"), "week")}`,
};

const orNull = (name: string): string | null => (name === "" ? null : name);
const percentOf = (percent: number | null): readonly string[] => (percent === null ? [] : [`${percent} %`]);
