import { type Model, Spreadsheet } from "../engine.ts";
import { byId } from "./dom.ts";
import { notice, question, sentenceOf } from "./notices.ts";
import { library as owl } from "./owl.ts";

/** The spreadsheet on the page. */
export interface Grid {
  readonly show: (model: Model) => void;
}

interface Shown {
  key: number;
  model: Model | null;
}

type Note = string | { readonly text: string; readonly type?: string };

/** Put the spreadsheet into the page; it is empty until a workbook is shown. */
export async function mountGrid(): Promise<Grid> {
  const text = await (await fetch("vendor/o_spreadsheet.xml")).text();
  const templates = new DOMParser().parseFromString(text, "text/xml");
  const shown: Shown = owl.reactive({ key: 0, model: null });
  const show = (model: Model) => {
    shown.model = owl.markRaw(model);
    shown.key += 1;
  };
  class Root extends owl.Component {
    static override template = owl.xml`
      <div class="sheet-host">
        <Spreadsheet t-if="shown.model" t-key="shown.key" model="shown.model"
          notifyUser="tell" raiseError="warn" askConfirmation="confirm"/>
      </div>`;
    static components = { Spreadsheet: Spreadsheet as never };
    static override props = {};
    shown = owl.useState(shown);
    failures = 0;
    override setup(): void {
      owl.onError((error: unknown) => {
        notice(sentenceOf(error), true);
        this.failures += 1;
        if (shown.model && this.failures < MOST_FAILURES) show(shown.model); // draw it anew rather than leave a blank page
      });
    }
    tell(note: Note): void {
      notice(typeof note === "string" ? note : note.text, typeof note === "object" && note.type === "danger");
    }
    warn(text: string, after?: () => void): void {
      notice(text, true);
      after?.();
    }
    async confirm(text: string, yes: () => void, no?: () => void): Promise<void> {
      if (await question(text, "Go on")) yes();
      else no?.();
    }
  }
  await new owl.App(Root, { templates, warnIfNoStaticProps: false } as never).mount(byId("grid"));
  return { show };
}

/** Nobody types into the spreadsheet, or opens its menus, until this is over. */
export async function still<T>(writing: () => Promise<T>): Promise<T> {
  const grid = byId("grid");
  const { activeElement } = document;
  grid.inert = true;
  try {
    return await writing();
  } finally {
    grid.inert = false;
    if (activeElement instanceof HTMLElement && grid.contains(activeElement)) activeElement.focus();
  }
}

const MOST_FAILURES = 5;
