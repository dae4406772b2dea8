import type { Answer } from "../../core/questions/answer.ts";

const week = (i: number) => ["5 Jan", "12 Jan", "19 Jan", "26 Jan", "2 Feb", "9 Feb", "16 Feb", "23 Feb"][i]!;
const cells = (hours: readonly number[]) =>
  hours.map((value, i) => ({
    label: week(i),
    value,
    heat: (value === 0 ? 0 : value < 10 ? 1 : value < 25 ? 2 : value < 40 ? 3 : 4) as 0 | 1 | 2 | 3 | 4,
    says: value === 0 ? `${week(i)}: nothing short` : `${week(i)}: ${value} h short`,
  }));

/** An answer with everything that one can hold: two lines, a long table, a row without a cell, markup in a name. */
export const CANNED: Answer = {
  says: "Yes from 12 October; before that AWS architects are 212 h short, and only these 5 people could help.",
  tone: "unsure",
  notes: ["Tentative work counts by its odds.", "Counted from 5 Jan to 1 Mar."],
  picture: {
    kind: "strip",
    about: "Hours short by week, with the new work. The worst is 26 Jan: 60 h of AWS.",
    series: [
      { label: "AWS, level 3", cells: cells([0, 5, 20, 60, 38, 12, 0, 0]) },
      { label: "Kubernetes", cells: cells([0, 0, 0, 30, 0, 0, 0, 0]) },
    ],
  },
  tables: [
    {
      title: "Who could help",
      headings: ["Person", "Why", "Free hours a week"],
      rows: Array.from({ length: 12 }, (_, i) => ({
        cells: [
          i === 1 ? "<img src=x onerror=alert(1)>" : `Person ${i + 1}`,
          "AWS 4, certificate until 6 Feb",
          8.333 + i,
        ],
        at: i === 2 ? null : { sheet: "People", row: i + 1, column: 0 },
      })),
    },
  ],
  scenario: [
    {
      Change: "new engagement",
      Engagement: "Orchid move",
      Skill: "AWS",
      Level: 3,
      "Hours a week": 40,
      From: 46027,
      To: 46082,
    },
  ],
};
