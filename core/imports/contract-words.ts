/** What lists of people call the hours of a week, in the languages that are read. */
export const WEEK_HOURS = [
  ...["weekly hours", "contract hours", "hours a week", "hours per week", "hours/week", "h/week", "hrs/week"],
  ...["contracted hours", "contract hours a week", "contracted hours a week", "contracted hours per week"],
  ...["weekly contract hours", "weekly contracted hours", "weekly working hours", "working hours per week"],
  ...["working hours a week", "weekly capacity", "capacity (h/week)", "capacity (hours/week)", "standard hours"],
  ...["wochenstunden", "stunden pro woche", "stunden/woche", "std/woche", "std./woche", "wochenarbeitszeit"],
  ...[
    "vertragsstunden",
    "heures par semaine",
    "heures/semaine",
    "h/semaine",
    "heures hebdomadaires",
    "horaire hebdomadaire",
  ],
  ...[
    "timmar per vecka",
    "timmar/vecka",
    "veckotimmar",
    "timer per uge",
    "timer/uge",
    "timer om ugen",
    "ugentlige timer",
  ],
  ...["hodin týdně", "hodiny týdně", "týdenní úvazek", "horas por semana", "horas semanales", "horas/semana"],
] as const;

/** What they call the part of full time that somebody works: 0.8, or 80 %. */
export const CONTRACT_FTE = [
  ...["fte", "ftes", "fte %", "% fte", "fte percent", "employment %", "% employment", "employment percentage"],
  ...["employment rate", "employment level", "workload", "workload %", "% workload", "part-time %", "part time %"],
  ...["part-time percentage", "contract %", "working time %", "vzä", "pensum", "pensum %", "beschäftigungsgrad"],
  ...["beschäftigungsgrad %", "stellenprozent", "arbeitszeit %", "teilzeit %", "etp", "taux d'activité"],
  ...["taux d'occupation", "temps de travail %", "tjänstgöringsgrad", "sysselsättningsgrad", "beskæftigelsesgrad"],
  ...["ansættelsesgrad", "úvazek", "úvazek %", "jornada", "jornada %", "porcentaje de jornada"],
] as const;
