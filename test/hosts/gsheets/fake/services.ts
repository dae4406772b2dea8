import { bookApi } from "./book.ts";
import { formatDate } from "./days.ts";
import type { Fake, MenuItem } from "./fake.ts";
import { strict } from "./gate.ts";
import { places } from "./range.ts";
import { ruleBuilder } from "./rules.ts";
import type { Place, Validation } from "./state.ts";

/** The global objects of a script. There are no others: no timers, no network, no page. */
export function services(fake: Fake): Readonly<Record<string, object>> {
  const { gate } = fake;
  const service = <T extends object>(name: string, target: T) => strict(gate, name, target);
  const ui = service("Ui", {
    createAddonMenu: () => menu(fake, ""),
    createMenu: (title: string) => menu(fake, title),
    showSidebar: (page: object) => void fake.sidebars.push(page),
  });
  return {
    SpreadsheetApp: service("SpreadsheetApp", {
      getActiveSpreadsheet: () => bookApi(fake),
      getUi: () => ui,
      flush: () => {},
      newConditionalFormatRule: () => ruleBuilder(fake),
      newDataValidation: () => validationBuilder(fake),
      newRichTextValue: () => richTextBuilder(fake),
      ProtectionType: Object.freeze({ RANGE: "RANGE", SHEET: "SHEET" }),
    }),
    HtmlService: service("HtmlService", {
      createHtmlOutputFromFile: (name: string) => {
        const text = fake.files.get(name);
        if (text === undefined) throw new Error(`No HTML file named ${name} was found.`);
        return html(fake, text);
      },
      createHtmlOutput: (text: string) => html(fake, text),
    }),
    PropertiesService: service("PropertiesService", { getDocumentProperties: () => properties(fake) }),
    LockService: service("LockService", { getDocumentLock: () => lock(fake) }),
    Utilities: service("Utilities", {
      formatDate: (date: Date, zone: string, pattern: string) => {
        fake.formatted += 1;
        return formatDate(Number(date), zone, pattern);
      },
    }),
  };
}

const MENUS = new WeakMap<object, MenuItem>();

function menu(fake: Fake, title: string): object {
  const items: MenuItem[] = [];
  const api: object = strict(fake.gate, "Menu", {
    addItem: (label: string, name: string) => {
      items.push([label, name]);
      return api;
    },
    addSubMenu: (sub: object) => {
      items.push(MENUS.get(sub)!);
      return api;
    },
    addToUi: () => void fake.menus.push(items),
  });
  MENUS.set(api, [title, items]);
  return api;
}

function html(fake: Fake, text: string): object {
  let title = "";
  const api: object = strict(fake.gate, "HtmlOutput", {
    getContent: () => text,
    getTitle: () => title,
    setTitle: (words: string) => {
      title = words;
      return api;
    },
  });
  return api;
}

const MOST_VALUE = 9 * 1024;
const MOST_STORE = 500 * 1024;

function properties({ gate, book }: Fake): object {
  return strict(gate, "Properties", {
    getProperty: (key: string) => book.properties.get(key) ?? null,
    setProperty: (key: string, value: string) => {
      if (Buffer.byteLength(value) > MOST_VALUE) throw new Error("Argument too large: value");
      const size = [...book.properties].reduce((sum, [name, text]) => sum + name.length + text.length, value.length);
      if (size > MOST_STORE) throw new Error("You have exceeded the property storage quota.");
      book.properties.set(key, value);
    },
  });
}

function lock(fake: Fake): object {
  let mine = false;
  return strict(fake.gate, "Lock", {
    tryLock: () => {
      if (!mine && fake.lockHeld) return false;
      fake.lockHeld = true;
      mine = true;
      return true;
    },
    releaseLock: () => {
      if (mine) fake.lockHeld = false;
      mine = false;
    },
  });
}

function validationBuilder({ gate }: Fake): object {
  let rule: Validation = { allowInvalid: true };
  const set = (part: Partial<Validation>) => {
    rule = { ...rule, ...part };
    return builder;
  };
  const builder: object = strict(gate, "DataValidationBuilder", {
    requireValueInList: (words: readonly string[]) => {
      if (words.length > 500) throw new Error("A list rule takes at most 500 words.");
      return set({ words: [...words] });
    },
    requireValueInRange: (range: object) => set({ range: places.get(range) as Place }),
    setAllowInvalid: (allowInvalid: boolean) => set({ allowInvalid }),
    build: () => strict(gate, "DataValidation", { fake: rule }),
  });
  return builder;
}

function richTextBuilder({ gate }: Fake): object {
  const fake = { text: "", link: "" };
  const builder: object = strict(gate, "RichTextValueBuilder", {
    setText: (text: string) => {
      fake.text = text;
      return builder;
    },
    setLinkUrl: (link: string) => {
      fake.link = link;
      return builder;
    },
    build: () => strict(gate, "RichTextValue", { fake: { ...fake } }),
  });
  return builder;
}
