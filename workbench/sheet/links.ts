import { registries, type UID } from "../engine.ts";
import { goTo } from "./select.ts";

/** The engine's own links open a sheet; ours say which cell, too. */
const ADDRESS = /^o-spreadsheet:\/\/(.+)#([A-Z]{1,3}[1-9]\d{0,6})$/;
const LINK = /^\[(.+)\]\((o-spreadsheet:\/\/.+#[A-Z]{1,3}[1-9]\d{0,6})\)$/s;

export interface CellLink {
  readonly label: string;
  readonly sheetId: UID;
  readonly a1: string;
}

/** What a cell holds so that its text leads to another cell. */
export const linkContent = ({ label, sheetId, a1 }: CellLink): string =>
  `[${label}](o-spreadsheet://${sheetId}#${a1.replaceAll("$", "")})`;

/** The link in a cell's content; null when it is something else. */
export function linkIn(content: string): CellLink | null {
  const [, label, url] = LINK.exec(content) ?? [];
  const [, sheetId, a1] = ADDRESS.exec(url ?? "") ?? [];
  return label !== undefined && sheetId !== undefined && a1 !== undefined ? { label, sheetId, a1 } : null;
}

/** Lets a click on such a link go to the cell; a hover shows where it leads. Call before a Model is made. */
export function installCellLinks(): void {
  registries.urlRegistry.replace("headroom cell", {
    sequence: -1,
    title: "Cells",
    match: (url) => ADDRESS.test(url),
    createLink: (url, label) => ({ url, label, isExternal: false, isUrlEditable: false }),
    urlRepresentation: (url, getters) => {
      const [, sheetId = "", a1 = ""] = ADDRESS.exec(url) ?? [];
      const name = getters.tryGetSheetName(sheetId);
      return name === undefined ? "A sheet that is no longer there" : `${name}!${a1}`;
    },
    open: (url, env) => {
      const [, sheetId = "", a1 = ""] = ADDRESS.exec(url) ?? [];
      goTo(env.model, sheetId, a1);
    },
  });
}
