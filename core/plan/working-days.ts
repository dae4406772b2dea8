const ENGLISH: readonly string[] = ["mo", "tu", "we", "th", "fr", "sa", "su"];
const GERMAN: readonly string[] = ["mo", "di", "mi", "do", "fr", "sa", "so"];

/** Monday to Friday: what a person without Working days works. */
export const MONDAY_TO_FRIDAY = 0b0011111;

/**
 * The weekdays that "Mon-Thu", "Mon, Wed, Fri", "Sun to Thu", "5" or "MTWTF" name, as bits, Monday the lowest; 0 when it
 * names none. A number is that many days from Monday on.
 */
export function workingDaysIn(text: string): number {
  const plain = text.normalize("NFKC").trim().toLowerCase();
  if (/^[1-7](\s*days?)?$/.test(plain)) return (1 << Number(plain[0])) - 1;
  return initials(plain) || listed(plain);
}

/** "MTWTF" or "MT-TF--": one letter a day, Monday first, something else for a day off. */
function initials(plain: string): number {
  const letters = "mtwtfss";
  if (!/^[mtwfs._-]{5,7}$/.test(plain)) return 0;
  let days = 0;
  for (let i = 0; i < plain.length; i++) {
    if (plain[i] === letters[i]) days |= 1 << i;
    else if (!/[._-]/.test(plain[i]!)) return 0;
  }
  return days;
}

function listed(plain: string): number {
  let days = 0;
  for (const part of plain.split(/\s*[,;/+&]\s*|\s+and\s+|\s+und\s+/)) {
    const [first, last = first, ...more] = part.split(/\s*[-–—]\s*|\s+(?:to|bis)\s+|\s*\.\.+\s*/).map(dayIn);
    if (first === undefined || last === undefined || first < 0 || last < 0 || more.length > 0) {
      const spaced = part.split(/\s+/).map(dayIn);
      if (spaced.length < 2 || spaced.some((day) => day < 0)) return 0;
      for (const day of spaced) days |= 1 << day;
      continue;
    }
    for (let day = first; ; day = (day + 1) % 7) {
      days |= 1 << day;
      if (day === last) break;
    }
  }
  return days;
}

const NAMES =
  /^(mon?|tue?s?|wed?|thu?r?s?|fri?|sat?|sun?|di|mi|do|so)(day|nesday|urday|tag|nstag|ttwoch|nnerstag|eitag|mstag|nntag)?\.?$/;

function dayIn(word: string): number {
  if (!NAMES.test(word)) return -1;
  const start = word.slice(0, 2);
  const english = ENGLISH.indexOf(start);
  return english >= 0 ? english : GERMAN.indexOf(start);
}
