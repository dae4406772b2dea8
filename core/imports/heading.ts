/** A heading as signatures know it: camelCase and snake_case opened, one space, lower case. */
export const plainName = (heading: string): string =>
  heading
    .replace(/^\ufeff/, "")
    .trim()
    .replace(/^"|"$/g, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/_/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase()
    .normalize("NFC");

/** The second try: without a unit in brackets or a mark at the end, and the name inside "Custom field (…)". */
export const looseName = (name: string): string =>
  name
    .replace(/^custom field \((.*)\)$/, "$1")
    .replace(/\s*\([^()]*\)$/, "")
    .replace(/[?.:]+$/, "")
    .trim();
