import { registries } from "../engine.ts";
import { prefixed } from "../functions.ts";
import { asRange } from "../sheet/spelling.ts";

/** How Excel stores the function of an add-in that is not loaded. */
const STORED = "_xldudf_HEADROOM_";

/** Formulas of a sheet as Excel and Google Sheets store ours, spelled as a planner types them. */
export function readSpelling(xml: string): string {
  return xml
    .replace(/<f[^>]*>[^<]*<\/f>/g, (formula) =>
      unwrapped(formula)
        .replace(/_xldudf_HEADROOM_/gi, "")
        .replace(/_xlws\./g, ""),
    )
    .replace(/(<c [^>]*?)\s(cm|vm)="\d+"/g, "$1");
}

/** Google exports a function that Excel does not know as IFERROR(__xludf.DUMMYFUNCTION("the formula"), its value). */
function unwrapped(formula: string): string {
  const [, open, original, close] =
    /^(<f[^>]*>)IFERROR\(__xludf\.DUMMYFUNCTION\((?:&quot;|")(.*?)(?:&quot;|")\)\s*,.*\)(<\/f>)$/s.exec(formula) ?? [];
  if (original === undefined) return formula;
  return `${open}${original.replace(/(?:&quot;|"){2}/g, "&quot;")}${close}`;
}

/** Our functions in a formula as Excel stores them; words inside text stay. */
export function storedSpelling(formula: string): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((piece, i) =>
      i % 2 === 1
        ? piece
        : asRange(piece).replace(call(), (_, before, name) => `${before}${STORED}${name.toUpperCase()}(`),
    )
    .join("");
}

/** Every name of ours that is registered without its prefix. */
export const ownNames = (): readonly string[] =>
  registries.functionRegistry.getKeys().filter((name) => registries.functionRegistry.contains(prefixed(name)));

const call = () => new RegExp(`(^|[^A-Za-z0-9_.])(?:HEADROOM\\.)?(${ownNames().join("|")})\\(`, "gi");
