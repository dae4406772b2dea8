/** What Excel refuses, said so that the planner can mend it. */
const SENTENCES = new Map([
  [
    "InvalidOperationInCellEditMode",
    "Excel waits for a cell somebody is typing in. Maybe press Enter, then try again.",
  ],
  [
    "AccessDenied",
    "Excel does not let add-ins change this. Maybe the sheet is protected or the workbook is read-only.",
  ],
  ["ConnectionFailure", "Excel did not answer. Maybe the connection is lost; look at the sheets before you try again."],
  [
    "RequestPayloadSizeLimitExceeded",
    "This is more than Excel takes at once. Maybe ask for a shorter time or fewer people.",
  ],
  [
    "ResponsePayloadSizeLimitExceeded",
    "This is more than Excel gives at once. Maybe move old tables to another workbook.",
  ],
]);

/** An error with a text a planner can use; ours have one already. */
export function spoken(error: unknown): Error {
  const sentence = SENTENCES.get(codeOf(error));
  if (sentence !== undefined) return new Error(sentence);
  return error instanceof Error ? error : new Error(String(error));
}

/** Office's errors have a code besides their text. */
export const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
