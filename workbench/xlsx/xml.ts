import { Refusal } from "../refusal.ts";

/** A part as a document. Definitions of a document's own are refused: they can blow up, and no workbook has any. */
export function parse(xml: string): Document {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) {
    throw new Refusal(
      "This file holds definitions that no workbook needs, so it was not opened. Maybe save it anew in Excel.",
    );
  }
  return new DOMParser().parseFromString(xml, "text/xml");
}

export const print = (document: Document): string => new XMLSerializer().serializeToString(document);

/** Elements by name, as an array that stays as it is while the document changes. */
export const all = (within: Document | Element, name: string): readonly Element[] =>
  Array.from(within.getElementsByTagName(name));

export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (one) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[one]!);

export const SHEET_PART = /^xl\/worksheets\/sheet(\d+)\.xml$/;
