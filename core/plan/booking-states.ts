import { plain } from "../layouts/sheet.ts";
import type { Cell } from "./cells.ts";

/**
 * What the status of a booking, of leave or of a need says: it holds, it is not decided yet, it holds no more, or nothing
 * that is known.
 */
export type BookingState = "firm" | "tentative" | "off" | "unknown";

/** Words by the start of a status, without accents and case, in seven languages. */
const WORDS: readonly (readonly [Exclude<BookingState, "unknown">, string])[] = [
  [
    "off",
    [
      "cancel(l?ed|l?ad[oa]s?|lation confirmed)?|reject(ed)?|declined?|lost|closed lost|deleted|denied|refused|withdrawn|void(ed)?",
      "dropped|abandoned|revoked|recalled|removed|dead|disapproved|not approved|called off",
      "storn\\w*|abgelehnt\\w*|abgesagt\\w*|annul\\w*|anul\\w*|geloscht\\w*|verloren|verworfen|zuruckgezogen|gecancelt|entfallen|entfallt|hinfallig",
      "nicht genehmigt|refus\\w*|rejet\\w*|supprim\\w*|perdue?s?|abandonne\\w*|retire(es?|s)?|non approuve\\w*|decline\\w*",
      "avbok\\w*|avslag\\w*|avslagen|avvisa\\w*|installd|nekad\\w*|avbojd\\w*|borttag\\w*|raderad\\w*|forlorad\\w*|aterkalla\\w*|makulera\\w*|ej godkand",
      "afvis\\w*|aflys\\w*|slettet|tabt|afslaet|tilbagetrukket|ikke godkendt|avlyst|avslatt",
      "zrusen\\w*|zamitnut\\w*|smazan\\w*|odmitnut\\w*|odvolan\\w*|prohran\\w*|ztracen\\w*|neschvalen\\w*",
      "rechazad\\w*|perdid\\w*|eliminad\\w*|denegad\\w*|descartad\\w*|no aprobad\\w*",
      "geannuleerd|afgewezen|vervallen|afgekeurd",
    ].join("|"),
  ],
  [
    "tentative",
    [
      "prel\\w*|tentative\\w*|tentativ\\w*|proposed|proposal|propos\\w*|provisional|unconfirmed|not confirmed|soft|option\\w*|pending|request(ed)?",
      "on hold|hold|paused|awaiting|waiting|submitted|draft|in review|under review|to be confirmed|tbc|tbd|maybe|possible|potential|pipeline",
      "prospect|opportunity|forecast\\w*|pencil+ed|speculative|in approval|to be approved|not approved yet|not yet approved|for approval|undecided",
      "vorlaufig\\w*|angefragt|beantragt|ausstehend|vorgemerkt|reserviert|in prufung|unbestatigt|wartend|in bearbeitung|entwurf|angeboten",
      "provisoire|en attente|demande\\w*|a confirmer|previsionnel\\w*|a valider|brouillon",
      "vantande|vantar|begard|ansokt|forslag|foreslagen|obekraftad|ej bekraftad|utkast",
      "forelobig|foreløbig|afventer|anmodet|ansøgt|foresla\\w*|kladde",
      "predbezn\\w*|ceka\\w*|pozadovan\\w*|navrzen\\w*|navrh|zadost|nezavazn\\w*|nepotvrzen\\w*",
      "pendiente\\w*|solicitad\\w*|propuest\\w*|por confirmar|en espera|borrador|aangevraagd|in afwachting",
    ].join("|"),
  ],
  [
    "firm",
    [
      "confirm\\w*|approved|firm|hard|booked|committed|active|won|sold|signed|open|yes|ok|okay|accepted|agreed|granted|scheduled|planned|planning|assigned",
      "allocated|in progress|running|ongoing|started|not started|to do|done|completed?|finished|closed|closed won|delivered|taken|fixed|live|current|ended|billed|processed|on track",
      "bestatigt|genehmigt|fest|gebucht|zugesagt|aktiv\\w*|laufend|lauft|erledigt|abgeschlossen|freigegeben|geplant|beauftragt|offen",
      "approuve\\w*|valide\\w*|accepte\\w*|planifie\\w*|en cours|termine\\w*|reserve\\w*",
      "bekraftad|godkand|beviljad|bokad|pagaende|klar|planerad|avslutad",
      "bekræftet|bekraeftet|godkendt|booket|igangværende|i gang|afsluttet|færdig|planlagt",
      "potvrzen\\w*|schvalen\\w*|probiha|hotovo|dokoncen\\w*|ukoncen\\w*|naplanovan\\w*",
      "aprobad\\w*|activ[oa]|aceptad\\w*|reservad\\w*|planificad\\w*|terminad\\w*|completad\\w*|bevestigd|goedgekeurd",
    ].join("|"),
  ],
];
const EARLY = /^(not yet approved|not approved yet)\b/;
const STARTS = WORDS.map(([state, words]) => [state, new RegExp(`^(${words})(?= |$)`)] as const);

/** What a status says; null of a blank one. Words behind the first are comments: "Cancelled by client". */
export function bookingState(status: Cell): BookingState | null {
  const words = plain(String(status ?? ""));
  if (words === "") return null;
  if (EARLY.test(words)) return "tentative";
  return STARTS.find(([, pattern]) => pattern.test(words))?.[0] ?? "unknown";
}
