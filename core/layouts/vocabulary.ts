import { plain } from "./sheet.ts";

/** What a column of a team's sheet is for, told by its heading. */
export type Role =
  | "person"
  | "last name"
  | "first name"
  | "person id"
  | "engagement"
  | "task"
  | "role"
  | "team"
  | "location"
  | "skills"
  | "key"
  | "from"
  | "to"
  | "date"
  | "period"
  | "weekday"
  | "part"
  | "interval"
  | "check"
  | "note"
  | "billable"
  | "status"
  | "kind"
  | "label"
  | "away"
  | "unused";

/** Headings that mean a role, without accents and case. Languages side by side: a sheet rarely keeps to one. */
const HEADINGS: readonly (readonly [Role, string])[] = [
  [
    "person",
    "person|people|who|name|full name|employee|employee name|staff|staff member|resource|resource name|team member|member|colleague|consultant|assignee|assigned to|worker|user|mitarbeiter|mitarbeiterin|mitarbeitende|collaborateur|collaboratrice|salarie|intervenant|nom|personne|namn|medarbetare|anstalld|resurs|konsult|persona|empleado|nombre|medewerker|naam|navn|ansat|ansatt|medarbejder|konsulent|pracovnik|jmeno|jmeno a prijmeni|zamestnanec|konzultant|osoba|resitel|consultor|recurso|trabajador|ressource|ressurs|zdroj",
  ],
  [
    "last name",
    "surname|last name|family name|nachname|nom de famille|efternamn|apellido|achternaam|efternavn|prijmeni|apellidos",
  ],
  ["first name", "given name|first name|forename|vorname|prenom|fornamn|voornaam|fornavn|krestni jmeno"],
  [
    "person id",
    "id|no|staff no|staff id|employee no|employee id|employee number|payroll no|payroll number|personnel number|personalnummer|matricule|anstallningsnummer|medarbejdernummer|osobni cislo|numero de empleado",
  ],
  [
    "engagement",
    "engagement|project|project name|job|job name|client|customer|account|workstream|work|programme|program|initiative|projekt|kunde|auftrag|projet|client projet|mission|uppdrag|kund|proyecto|cliente|opdracht|oppdrag|opgave|klient|zakazka|zakaznik|projekty|projekter|sag|ukol projektu",
  ],
  [
    "task",
    "task|task name|activity|work item|work package|aufgabe|tatigkeit|tache|activite|aktivitet|uppgift|tarea|taak|cinnost|ukol|aktivita|actividad|opgavenavn",
  ],
  [
    "role",
    "role|job title|position|grade|rolle|funktion|metier|fonction|poste|roll|befattning|rol|functie|pozice|puesto|cargo|stilling|funkce",
  ],
  [
    "team",
    "team|group|desk|department|dept|squad|unit|abteilung|gruppe|equipe|service|avdelning|grupp|equipo|afdeling|oddeleni|tym|skupina|hold|departamento|grupo",
  ],
  [
    "location",
    "location|office|site|country|ort|standort|lieu|site geographique|land|lokalita|pobocka|misto|sted|kontor|ubicacion|oficina|pais|lokace",
  ],
  [
    "skills",
    "skills|skill|skill set|kenntnisse|fahigkeiten|competences|kompetens|kompetenser|dovednosti|kompetencer|faerdigheder|færdigheder|habilidades|competencias",
  ],
  ["key", "deliverable|deliverable id|milestone|work package id|ticket|sprint|phase id"],
  [
    "from",
    "from|start|starts|start date|begin|begins|beginning|first day|date from|from date|leave start|planned start|du|debut|date debut|date de debut|von|beginn|ab|startdatum|fran|start dag|desde|inicio|vanaf|fra|od|zacatek|zahajeni|startdato|fecha de inicio|fecha inicio|pocatek|datum od|booked from|leave from|absent from|absence from|away from|off from|holiday from|vacation from",
  ],
  [
    "to",
    "to|end|ends|end date|until|finish|last day|date to|to date|leave end|planned end|au|fin|date fin|date de fin|bis|ende|enddatum|till|slut|slutdatum|hasta|tot|til|do|konec|ukonceni|slutdato|fecha de fin|fecha fin|datum do|booked to|booked until|leave to|leave until|absent to|absent until|absence to|away to|away until|off to|off until|holiday to|vacation to",
  ],
  ["date", "date|day|work date|datum|tag|jour|dag|fecha|dato|den"],
  [
    "period",
    "month|week|period|quarter|wk|week no|week number|calendar week|iso week|kw|cw|w c|w e|week of|week commencing|week starting|week ending|month year|year month|yearmonth|monat|woche|kalenderwoche|zeitraum|quartal|mois|semaine|periode|trimestre|manad|vecka|kvartal|maned|uge|mesic|tyden|obdobi|ctvrtleti|mes|semana|periodo",
  ],
  [
    "weekday",
    "weekday|day of week|day of the week|wochentag|jour de la semaine|veckodag|dia de la semana|ugedag|den v tydnu",
  ],
  ["part", "half|half day|part|part of day|am pm|demi journee|halber tag|halbtag|halvdag"],
  ["interval", "time|in|out|login|logout|start time|end time|clock in|clock out|zeit|uhrzeit|heure|horaire|tid"],
  [
    "check",
    "total|totals|sum|sum %|total %|subtotal|days off|days|number of days|total hours booked|summe|gesamt|tage|somme|jours|summa|totalt|antal dagar|dagar|celkem|soucet|suma|i alt|ialt|dny|dage|dias|dnu|pocet dni",
  ],
  [
    "note",
    "note|notes|comment|comments|remark|remarks|notiz|bemerkung|kommentar|commentaire|remarque|anteckning|kommentarer|name of deliverable|contract|owner|lead|owners|leads|points|story points|poznamka|poznamky|komentar|bemærkning|bemaerkning|bemærkninger|observaciones|comentario|comentarios|notas|nota",
  ],
  ["billable", "billable|chargeable|abrechenbar|facturable|fakturerbar|debiterbar|fakturovatelne"],
  [
    "status",
    "status|state|stage|booking status|allocation status|assignment status|request status|leave status|approval status|booking state|approval|etat|statut|buchungsstatus|genehmigungsstatus|genehmigung|stav|estado|estatus|tilstand",
  ],
  ["kind", "kind|type|leave type|absence type|reason|art|grund|abwesenheitsart|motif|typ|orsak|druh|duvod|tipo|motivo"],
  [
    "label",
    "libelle|bezeichnung|holiday|public holiday|bank holiday|feiertag|holiday name|jour ferie|helgdag|description|beskrivning|svatek|helligdag|festivo|popis|nazev|nombre del festivo|beskrivelse",
  ],
  [
    "away",
    "time off|time off ahead|leave|holidays|vacation|pto|absence|absences|away|off|urlaub|abwesenheit|conges|absences prevues|semester|ledighet|franvaro|dovolena|ferie|fravær|fravaer|vacaciones|ausencia|ausencias|neprítomnost|nepritomnost",
  ],
  ["unused", "not used"],
];

const ROLES: ReadonlyMap<string, Role> = new Map(
  HEADINGS.flatMap(([role, words]) => words.split("|").map((word) => [word, role] as const)),
);

/** The role of a heading, or null when it says nothing we know. What stands in brackets is tried first, then dropped. */
export function roleOf(heading: string): Role | null {
  return ROLES.get(plain(heading)) ?? ROLES.get(plain(heading.replace(/\([^)]*\)|\[[^\]]*\]/g, " "))) ?? null;
}

const LASTING =
  /^(weeks|no of weeks|number of weeks|months|duration|length|wochen|anzahl wochen|monate|dauer|semaines|mois|duree|semanas|meses|duracion|veckor|manader|langd|varaktighet|uger|maneder|varighed|tydny|mesice|doba|doba trvani)( \w+)?$/;

/** "Weeks", "Duration": how long work takes, in place of its last day. */
export const saysHowLong = (heading: string): boolean => LASTING.test(plain(heading));

const LEAVE_WORDS =
  /\b(leave|holidays?|vacations?|pto|absen\w*|time off|days off|off sick|urlaub\w*|abwesenheit\w*|conges?|semester|ledighet|franvaro|dovolen\w*|nepritomnost\w*|ferie|fravær|vacaciones|ausencias?|annual|sick\w*|krank\w*|maladie|rtt|cp|parental|elternzeit|vab)\b/;
const HOLIDAY_WORDS =
  /\b(public holidays?|bank holidays?|holidays?|feiertage?|jours? feries?|helgdagar?|new year\w*|neujahr|jour de l an|easter\w*|ostern|ostermontag|paques|christmas|weihnacht\w*|noel|fete du travail|labou?r day|may day|independence day|republic day|diwali|dreikonig\w*|nyarsdagen|midsommar\w*|svat\w*|helligdag\w*|festivos?)\b/;
/** Days off beyond doubt: "Annual review" is none, and who covers for whom on holidays is not away. */
const OFF_WORDS =
  /\b(leaves?|holidays?|vacations?|pto|toil|absen\w*|away|ooo|out of office|time off|days? off|off sick|sick\w*|maternity|paternity|parental|sabbatical|\w*urlaub\w*|\w*abwesen\w*|krank\w*|elternzeit|mutterschutz|conges?|vacances|maladie|rtt|semester\w*|ledig\w*|\w*franvaro|sjuk\w*|vab|foraldra\w*|dovolen\w*|nepritomn\w*|nemoc\w*|ferie\w*|fravær\w*|fravaer\w*|syg\w*|orlov|vacaciones|ausen\w*|permisos?|enfermedad)(?= |$)|^annual$/;
const COVER_WORDS =
  /\b(cover\w*|on ?call|standby|stand in|duty|rota|roster|vertretung\w*|bereitschaft\w*|courses?|kurs\w*)\b/;
const CAPACITY_WORDS =
  /\b(capacity|availab\w*|available hours|kapazitat\w*|verfugbar\w*|disponib\w*|kapacit\w*|tillganglig\w*|capacidad)\b/;
const PLAN_WORDS =
  /\b(plan\w*|schedule|capacity|allocations?|resourc\w*|roster|rota|staffing|forecast|bemanning|bemanding\w*|belaggning\w*|obsazeni|overview|planning|planificacion|team|sprint|calendar|timesheet)\b/;
const TOTAL_WORDS =
  /^(grand |sub ?|team |overall )?(totals?|overall|sum|summe|zwischensumme|gesamt\w*|somme|summa|delsumma|delsum|gesamtsumme|totalt|totaal|suma|totale|celkem|soucet|mezisoucet|i alt|ialt)\b|\b(subtotals?|grand total|total)$/;
const SUMMARY_WORDS =
  /^(capacity|available|availability|free|utili[sz]ation|headcount|demand|gap|variance|kapazitat|auslastung|verfugbar|capacite|disponible|kapacitet|kapacita|capacidad|ledigt|volno|check)( \S+)?$/;

/** What a row of figures about others is called, in seven languages. */
const FIGURE_WORDS =
  /^%? ?(σ|ø|average|avg|mean|median|mittelwert|durchschnitt|schnitt|moyenne|mediane|medel|medelvarde|snit|gennemsnit|prumer|promedio|balance|bilanz|saldo|solde|zustatek|reste|rest|resterande|resterende|zbyva|restante|restant|remaining|remainder|verbleibend|checksum|check sum|kontrollsumme|kontrollsumma|kontrolsum|diff|difference|differenz|rozdil|diferencia|skillnad|forskel|ecart|delta|variance|abweichung|avvikelse|afvigelse|odchylka|desviacion|max|maximum|min|minimum|anzahl|antal|pocet|utili[sz]ed|unallocated|overbooked|bench|idle|sums|sum total|zusammen|insgesamt|ensemble|tillsammans|sammen|dohromady|en total|in total)( (hours|h|stunden|heures|horas|timmar|timer|hodin|hodiny|days|tage|jours|dagar|dage|fte|etp|team|total|%))?$/;
/** Words that work is called as well. */
const MAYBE_FIGURES =
  /^(peak|count|all|all staff|staff|everybody|everyone|booked|allocated|over|under|buffer|slack|gap|media)$/;
const GROUPS =
  /^(all|alle|alles|tous|tout|toutes|alla|allt|alt|vsichni|vse|todos|todas|todo|whole|entire|ganzes|toute|hela|hele|cely|everybody|everyone|everything|team|squad|group|department|abteilung|gruppe|equipe|grupp|hold|tym|equipo)( |$)|( |^)(team|squad|group|department|abteilung|gruppe|equipe|everyone|people|projects|projekte|projets|projekty|proyectos)$/;
const ALL_WORK =
  /^(all|alle|alles|tous|tout|toutes|alla|allt|alt|vsechny|vsechno|vse|todos|todas|todo|everything)( (les|los|las|the))?( (projects|engagements|clients|customers|jobs|work|tasks|projekte|kunden|auftrage|aufgaben|projets|clients|missions|projekt|kunder|uppdrag|projekter|opgaver|projekty|zakazky|proyectos|clientes))?$/;
const GREEK = /^(project |projekt )?(alpha|beta|gamma|epsilon|omega|sigma)\b/;
/** What nobody is called. */
const FIGURE_NAMES =
  /^(σ|ø|average|avg|durchschnitt|moyenne|medelvarde|gennemsnit|prumer|promedio|balance|saldo|solde|checksum|difference|differenz|diferencia|variance|abweichung|all staff|everybody|everyone|insgesamt|in total|utili[sz]ed|% utili[sz]ed)$/;

/** "Average", "Balance", "Ø": where no name stands beside it, a row of figures about others; but Delta beside Alpha and Beta is work. */
export const isFigureWord = (text: string, works: readonly string[] = []): boolean => {
  const words = plain(text);
  if (words === "delta" && works.some((work) => GREEK.test(plain(work)) && plain(work) !== words)) return false;
  return FIGURE_WORDS.test(words) || isTotalWord(text) || isSummaryWord(text);
};
/** "Peak", "Booked": figures where the amounts say so, too. */
export const mayBeFigureWord = (text: string): boolean => MAYBE_FIGURES.test(plain(text));
/** "Whole team", "All projects", "Team Alpha", "*": a group of people or of work, in place of one of them. */
export const speaksOfAll = (text: string): boolean => namesNothing(text) || GROUPS.test(plain(text));
/** "All", "Alle", "All projects": in the column of work, a sum of it or a name that says nothing. */
export const namesAll = (text: string): boolean => ALL_WORK.test(plain(text));
/** "-", "n/a", "*": a cell that was filled, and names nothing. */
export const namesNothing = (text: string): boolean => /^(?:[-–—_.…*/~]+|n\/a|n\.a\.?|k\. ?a\.?)$/i.test(text.trim());
/** "Average" where a person's name should stand. */
export const isFigureName = (text: string): boolean => FIGURE_NAMES.test(plain(text));

export const speaksOfLeave = (text: string): boolean => LEAVE_WORDS.test(plain(text));
/** "Vacation", "Abwesenheit": says surely that days are days off. */
export const saysDaysOff = (text: string): boolean => OFF_WORDS.test(plain(text)) && !COVER_WORDS.test(plain(text));
export const speaksOfHolidays = (text: string): boolean => HOLIDAY_WORDS.test(plain(text));
export const speaksOfCapacity = (text: string): boolean => CAPACITY_WORDS.test(plain(text));
/** "Resource plan 2026" names a document; "Website relaunch" names work. */
export const namesADocument = (text: string): boolean => PLAN_WORDS.test(plain(text));
/** "Subtotal", "Summa", "Gesamt": a row that repeats what others say. */
export const isTotalWord = (text: string): boolean => TOTAL_WORDS.test(plain(text));
/** "Capacity", "Free", "Utilization": a row about the rows around it. */
export const isSummaryWord = (text: string): boolean => SUMMARY_WORDS.test(plain(text));
/** "Capacity", "Available": a row of the hours that somebody has. */
export const isCapacityWord = (text: string): boolean =>
  /^(capacity|available|availability|contract|kapazitat|verfugbar|capacite|disponible|kapacitet|kapacita|capacidad)( \S+)?$/.test(
    plain(text),
  );
/** "Leave", "Urlaub": work that is none. */
export const isLeaveWord = (text: string): boolean =>
  /^(annual |planned |paid |parental |sick )?(leave|holidays?|vacations?|pto|time off|day off|days off|out of office|absence|sick|urlaub|abwesend|krank|conges?|semester|ledighet|ledig|dovolena|ferie|fravær|vacaciones|ausencia)$/.test(
    plain(text),
  );

const YES = new Set(["y", "yes", "oui", "ja", "ano", "true", "1", "si", "x"]);
const NO = new Set(["n", "no", "non", "nein", "nej", "nee", "ne", "false", "0"]);

/** Yes, no, or null when the cell says neither. */
export function yesOrNo(cell: string | number | boolean | null): boolean | null {
  const word = plain(String(cell ?? ""));
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}
