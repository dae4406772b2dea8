import type { Locale } from "./engine.ts";

/** Weeks start on Monday and dates read the same everywhere. */
export const LOCALE: Locale = {
  name: "English (ISO dates)",
  code: "en_US",
  thousandsSeparator: ",",
  decimalSeparator: ".",
  dateFormat: "yyyy-mm-dd",
  timeFormat: "hh:mm:ss",
  formulaArgSeparator: ",",
  weekStart: 1,
};
