import type { Fake } from "./fake.ts";
import { strict } from "./gate.ts";
import { places, rangeApi } from "./range.ts";
import { newSheet, type Place, type SheetState } from "./state.ts";

/** The spreadsheet as Apps Script hands it out. */
export function bookApi(fake: Fake): object {
  const { book, gate } = fake;
  const rangeAt = ({ sheetId, at }: Place) => {
    const sheet = book.sheets.find(({ id }) => id === sheetId);
    return sheet ? rangeApi(fake, sheet, at) : null;
  };
  const taken = (name: string) => book.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  return strict(gate, "Spreadsheet", {
    getSpreadsheetTimeZone: () => book.timeZone,
    getSheets: () => book.sheets.map((sheet) => fake.sheetApi(sheet)),
    getActiveRange: () => {
      const found = /^(.*) (\d+),(\d+) (\d+)x(\d+)$/.exec(book.selection);
      const sheet = book.sheets.find(({ name }) => name === found?.[1]);
      if (!found || !sheet) return null;
      const [row, column, rows, columns] = found.slice(2).map(Number) as [number, number, number, number];
      return rangeApi(fake, sheet, { row, column, rows, columns });
    },
    getActiveSheet: () => fake.sheetApi(book.sheets.find(({ id }) => id === book.active)!),
    setActiveSheet: (api: object) => {
      book.active = fake.sheetState(api).id;
      return api;
    },
    insertSheet: (name: string, index: number) => {
      if (taken(name)) throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`);
      const sheet = newSheet(book, name, index);
      book.active = sheet.id;
      return fake.sheetApi(sheet);
    },
    getNamedRanges: () =>
      [...book.names].map(([name, place]) =>
        strict(gate, "NamedRange", { getName: () => name, getRange: () => rangeAt(place) }),
      ),
    getRangeByName: (name: string) => {
      const place = book.names.get(name);
      return place ? rangeAt(place) : null;
    },
    setNamedRange: (name: string, range: object) => {
      if (!/^[A-Za-z_][A-Za-z0-9_]{0,249}$/.test(name) || /^[A-Za-z]{1,3}\d+$/.test(name))
        throw new Error(`The name ${name} is invalid.`);
      book.names.set(name, places.get(range)!);
    },
    removeNamedRange: (name: string) => {
      if (!book.names.delete(name)) throw new Error("The named range does not exist.");
    },
    getProtections: () => book.protections.map((protection) => fake.protectionApi(protection)),
    createDeveloperMetadataFinder: () => finder(fake),
  });
}

function finder(fake: Fake): object {
  const { gate, book } = fake;
  let wanted: string | undefined;
  const entry = (sheet: SheetState, one: SheetState["metadata"][number]) =>
    strict(gate, "DeveloperMetadata", {
      getValue: () => one.value,
      getLocation: () => strict(gate, "DeveloperMetadataLocation", { getSheet: () => fake.sheetApi(sheet) }),
      remove: () => {
        sheet.metadata = sheet.metadata.filter((other) => other !== one);
      },
    });
  const api: object = strict(gate, "DeveloperMetadataFinder", {
    withKey: (key: string) => {
      wanted = key;
      return api;
    },
    find: () =>
      book.sheets.flatMap((sheet) =>
        sheet.metadata.filter(({ key }) => key === wanted).map((one) => entry(sheet, one)),
      ),
  });
  return api;
}
