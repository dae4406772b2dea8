import type { Cell, CellRange } from "../../core/plan/cells.ts";

/** A formula that a planner types beside a team's untouched sheets, and what it must give. */
export interface LookAlikeFormula {
  readonly file: string;
  /** What the planner adds on a sheet of their own, `Contracts!A1`, because the team's file does not say it; null: nothing. */
  readonly contracts: CellRange | null;
  /** On the team's own ranges; a CSV file is a sheet named "Team file". */
  readonly formula: string;
  /** Hours by person, one number a period; computed by hand from the expected rows of the file. */
  readonly gives: Readonly<Record<string, readonly number[]>>;
  /** Why the numbers are what they are. */
  readonly because: string;
}

const contracts = (weekly: number, ...people: readonly string[]): CellRange => [
  ["Person", "Weekly hours"],
  ...people.map((person): readonly Cell[] => [person, weekly]),
];

export const LOOK_ALIKE_FORMULAS: readonly LookAlikeFormula[] = [
  {
    file: "01-weeks-hours.xlsx",
    contracts: contracts(40, "Freya Holm", "Marco Villar", "Sana Okafor"),
    formula: `=AVAILABILITY(DATE(2026,1,5), DATE(2026,2,15), "person", "week", Contracts!A1:B4, 'Team plan'!A1:L17)`,
    gives: {
      "Freya Holm": [4, 4, 4, 12, 12, 28],
      "Marco Villar": [4, 4, 28, 36, 4, 36],
      "Sana Okafor": [24, 24, 16, 8, 8, 0],
    },
    because:
      "40 less the hours booked; H9 (#REF!) is left out and told, G9 (8h) counts 8, the tentative pilot counts in full",
  },
  {
    file: "02-months-fte.xlsx",
    contracts: contracts(40, "Ines Brandt", "Tomás de la Cruz", "Ciara O'Neill", "Jonas Brandt"),
    formula: `=AVAILABILITY(DATE(2026,1,1), DATE(2026,4,30), "person", "month", Contracts!A1:B5, 'FTE 2026'!A1:K11)`,
    gives: {
      "Ines Brandt": [0, 0, 44, 44],
      "Tomás de la Cruz": [0, 0, 0, 0],
      "Ciara O'Neill": [140.8, 128, 105.6, 105.6],
      "Jonas Brandt": [123.2, 112, 88, 88],
    },
    because: "22, 20, 22 and 22 weekdays of 8 hours; 1 FTE is 40 hours a week; the actual columns are not the plan",
  },
  {
    file: "03-phases-days-percent.xlsx",
    contracts: contracts(40, "Nadia", "Piet", "Yusuf"),
    formula: `=AVAILABILITY(DATE(2026,3,2), DATE(2026,3,22), "person", "week", Contracts!A1:B4, Plan!A1:Q400)`,
    gives: { Nadia: [16, 20, 20], Piet: [36, 0, 40], Yusuf: [40, 20, 15.2] },
    because:
      "Nadia 5 days at 50 % and 2 at 25 % in the first week; Yusuf 5 days at 50 % and 3 at 20 % in the third; nobody's launch takes nobody's time",
  },
  {
    file: "04-pairs-by-month.xlsx",
    contracts: contracts(40, "Ruth Adeyemi", "Leo Marchetti", "Adaeze Bello"),
    formula: `=OVERLOAD(DATE(2025,11,1), DATE(2025,11,30), "person", "month", Contracts!A1:B4, VSTACK("Nov 2025", 'Nov 2025'!A1:J8))`,
    gives: { "Ruth Adeyemi": [0], "Leo Marchetti": [0], "Adaeze Bello": [16] },
    because:
      "Adaeze has 110 % on 20 weekdays of 8 hours. The month stands only in the sheet's name: VSTACK puts it above the range, for hosts whose formulas do not see names",
  },
  {
    file: "04-pairs-by-month.xlsx",
    contracts: contracts(40, "Ruth Adeyemi", "Leo Marchetti", "Adaeze Bello"),
    formula: `=AVAILABILITY(DATE(2025,12,1), DATE(2025,12,31), "person", "month", Contracts!A1:B4, VSTACK("Dec 2025", 'Dec 2025'!A1:J7))`,
    gives: { "Ruth Adeyemi": [0], "Leo Marchetti": [73.6], "Adaeze Bello": [0] },
    because: "23 weekdays of 8 hours; Leo has 40 % free",
  },
  {
    file: "05-sprint-at-row-15.xlsx",
    contracts: null,
    formula: `=CAPACITY(DATE(2026,2,2), DATE(2026,2,13), "person", "total", 'Ibis S14'!A1:K19, 'Wren S14'!A1:L21)`,
    gives: {
      "Hana Ito": [52.5],
      "Bram Visser": [40.5],
      "Lucía Prieto": [48.5],
      "Oskar Blom": [50],
      "Farah Aziz": [25],
    },
    because: "Net h of each member in sprint 14",
  },
  {
    file: "05-sprint-at-row-15.xlsx",
    contracts: null,
    formula: `=CAPACITY(DATE(2026,2,2), DATE(2026,2,27), "person", "total", 'Ibis S14'!A1:K19, 'Ibis S15'!A1:K19)`,
    gives: { "Hana Ito": [99], "Bram Visser": [93], "Lucía Prieto": [101] },
    because: "both sprints: 52.5 + 46.5, 40.5 + 52.5, 48.5 + 52.5",
  },
  {
    file: "06-percent-as-date.csv",
    contracts: contracts(
      40,
      "Anil Deshmukh",
      "Grace Mbeki",
      "Pauline Roche",
      "Wim Jansen",
      "Tess Albright",
      "Noor Haddad",
    ),
    formula: `=AVAILABILITY(DATE(2026,3,1), DATE(2026,3,31), "person", "month", Contracts!A1:B7, 'Team file'!A1:H10)`,
    gives: {
      "Anil Deshmukh": [0],
      "Grace Mbeki": [0],
      "Pauline Roche": [0],
      "Wim Jansen": [44],
      "Tess Albright": [0],
      "Noor Haddad": [35.2],
    },
    because: "22 weekdays of 8 hours: Wim 25 %, Noor 20 % free; Grace's two halves have no end",
  },
  {
    file: "07-leave-swapped.xlsx",
    contracts: contracts(40, "Joana Reis", "Kofi Mensah", "Lena Vogt", "Petra Lind", "Ruben Sato", "Dana Cole"),
    formula: `=CAPACITY(DATE(2026,1,1), DATE(2026,3,31), "person", "month", Contracts!A1:B7, 'Leave 2026'!A1:L8)`,
    gives: {
      "Joana Reis": [152, 160, 176],
      "Kofi Mensah": [168, 120, 176],
      "Lena Vogt": [176, 160, 176],
      "Petra Lind": [176, 144, 176],
      "Ruben Sato": [176, 160, 152],
      "Dana Cole": [136, 160, 176],
    },
    because:
      "22, 20 and 22 weekdays of 8 hours less 8 for each day off: Joana 3, Kofi 1 and 5, Petra 2, Ruben 3, Dana 5",
  },
  {
    file: "08-stundenzettel.csv",
    contracts: contracts(40, "Jörg Pfeiffer"),
    formula: `=CAPACITY(DATE(2026,1,12), DATE(2026,1,18), "person", "week", Contracts!A1:B2, 'Team file'!A1:G13)`,
    gives: { "Jörg Pfeiffer": [32] },
    because: "40 hours less the day of leave on 13 January, whose year the weekdays prove",
  },
  {
    file: "08-stundenzettel.csv",
    contracts: contracts(40, "Jörg Pfeiffer"),
    formula: `=CAPACITY(DATE(2026,1,5), DATE(2026,1,18), "person", "week", Contracts!A1:B2, 'Team file'!A1:G13)`,
    gives: { "Jörg Pfeiffer": [32, 32] },
    because: "40 hours less the public holiday on 6 January, and less the leave on the 13th",
  },
  {
    file: "10-bemanning.xlsx",
    contracts: contracts(40, "Åsa Lindqvist", "Björn Ek"),
    formula: `=AVAILABILITY(DATE(2026,3,2), DATE(2026,4,5), "person", "week", Contracts!A1:B3, Beläggning!A1:I9)`,
    gives: { "Åsa Lindqvist": [8, 8, 0, 8, 8], "Björn Ek": [0, 0, 35, 0, 0] },
    because: "ISO weeks 10 to 14 of 2026; Åsa 80 % and 100 %, tentative work in full; Björn 12.5 % in week 12",
  },
  {
    file: "11-planning-1904.xlsx",
    contracts: contracts(40, "Élodie Martin", "Issa N'Diaye", "Yann Le Goff"),
    formula: `=AVAILABILITY(DATE(2026,2,1), DATE(2026,2,28), "person", "month", Contracts!A1:B4, Planning!A1:H7, 'Congés'!A1:E3)`,
    gives: { "Élodie Martin": [12], "Issa N'Diaye": [96], "Yann Le Goff": [32] },
    because: "20 weekdays of 8 hours: Élodie 10 % of the 15 days that she works, Issa 60 %, Yann 20 %",
  },
  {
    file: "11-planning-1904.xlsx",
    contracts: contracts(40, "Élodie Martin", "Issa N'Diaye", "Yann Le Goff"),
    formula: `=CAPACITY(DATE(2026,3,1), DATE(2026,3,31), "person", "month", Contracts!A1:B4, 'Congés'!A1:E3)`,
    gives: { "Élodie Martin": [176], "Issa N'Diaye": [172], "Yann Le Goff": [176] },
    because: "22 weekdays of 8 hours; Issa's afternoon off is 4 hours",
  },
  {
    file: "11-planning-1904.xlsx",
    contracts: contracts(40, "Élodie Martin", "Issa N'Diaye"),
    formula: `=CAPACITY(DATE(2026,4,1), DATE(2026,5,31), "person", "month", Contracts!A1:B3, 'Jours fériés'!A1:B4)`,
    gives: { "Élodie Martin": [168, 160], "Issa N'Diaye": [168, 160] },
    because:
      "22 and 21 weekdays of 8 hours less Easter Monday and the first of May, which hold for people of every location",
  },
  {
    file: "12-absences-by-weekday.csv",
    contracts: contracts(40, "Bo", "Ingrid", "Tariq", "Joyce", "Wanda"),
    formula: `=CAPACITY(DATE(2026,1,5), DATE(2026,1,18), "person", "week", Contracts!A1:B6, 'Team file'!A1:C9)`,
    gives: { Bo: [32, 32], Ingrid: [32, 32], Tariq: [32, 32], Joyce: [32, 32], Wanda: [40, 40] },
    because: "two half-days or one day a week; Saturday takes nothing, Someday is told and left out",
  },
  {
    file: "13-staffing-register.csv",
    contracts: contracts(40, "Callum Reid", "Devika Rao", "Sam Ochoa", "Yara Haddad"),
    formula: `=AVAILABILITY(DATE(2025,10,1), DATE(2025,12,31), "person", "month", Contracts!A1:B5, 'Team file'!A1:H12)`,
    gives: {
      "Callum Reid": [0, 0, 0],
      "Devika Rao": [92, 80, 92],
      "Sam Ochoa": [92, 80, 92],
      "Yara Haddad": [184, 32, 36.8],
    },
    because:
      "23, 20 and 23 weekdays of 8 hours; Callum 60 % and 40 %, Devika and Sam 50 % each, Yara 80 % from November",
  },
  {
    file: "14-hours-as-fractions.xlsx",
    contracts: contracts(40, "Rosa Quinn", "Chidi Abara"),
    formula: `=CAPACITY(DATE(2026,1,5), DATE(2026,1,18), "person", "week", Contracts!A1:B3, Staff!A1:D4)`,
    gives: { "Rosa Quinn": [40, 40], "Chidi Abara": [40, 40] },
    because: "the staff list gives names as the contracts spell them, and no hours: PLANCHECK says so",
  },
  {
    file: "16-join-and-empty-rows.xlsx",
    contracts: null,
    formula: `=AVAILABILITY(DATE(2026,1,12), DATE(2026,3,13), "person", "total", Team!A1:D1000, Deliverables!A1:E4, Assignments!A1:D7)`,
    gives: { "Ana Beltrán": [220], "Ben Oyelaran": [160], "Cy Marsh": [290] },
    because:
      "45 weekdays: Ana 360 - 140, Ben 288 - 128 (20 days of 6.4 hours), Cy 360 - 70; the dates come from the deliverables",
  },
];
