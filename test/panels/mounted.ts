import { run, type Step } from "../../core/host.ts";
import { ask } from "../../core/questions/index.ts";
import type { Bridge } from "../../panels/bridge.ts";
import { mountPanels, type PanelKey } from "../../panels/main.ts";
import { type MemoryBook, memoryHost } from "../support/memory-host.ts";

/** The ways a host carries questions: a call in the same page, or JSON text both ways as a sidebar's script has it. */
export const BRIDGES: readonly (readonly [name: string, bridge: (host: (step: Step) => unknown) => Bridge])[] = [
  ["a call", (host) => ({ ask: async (name, request) => run(ask(name, request), host) as never })],
  [
    "JSON text",
    (host) => ({
      ask: async (name, request) => {
        const json = JSON.stringify(run(ask(name, JSON.parse(JSON.stringify(request))), host));
        return JSON.parse(json);
      },
    }),
  ],
];

/** The panels on a page of their own, over a workbook in memory, with hands to use them. */
export function mounted(book: MemoryBook, bridge: (typeof BRIDGES)[number][1], start: PanelKey) {
  localStorage.clear();
  const root = document.createElement("main");
  document.body.replaceChildren(root);
  const selected: Step[] = [];
  const { host } = memoryHost(book);
  const questions: string[] = [];
  const inner = bridge((step) => {
    if (step.do === "select") selected.push(step);
    return host(step);
  });
  const panels = mountPanels(
    root,
    {
      ...inner,
      ask: (name, request, watch) => {
        questions.push(name);
        return inner.ask(name, request, watch);
      },
    },
    { start },
  );
  const all = <E extends HTMLElement>(selector: string) =>
    [...root.querySelectorAll<E>(selector)].filter((one) => one.closest("[hidden]") === null);
  const field = (label: string) => {
    const found = all<HTMLLabelElement>("label").find((one) => one.textContent === label);
    return document.getElementById(found!.htmlFor) as HTMLInputElement | HTMLSelectElement;
  };
  return {
    root,
    panels,
    selected,
    questions,
    text: () =>
      all("section.panel")
        .map((one) => one.textContent)
        .join("\n"),
    buttons: () => all<HTMLButtonElement>("button").map((one) => one.textContent ?? ""),
    press: (words: RegExp) => {
      const found = all<HTMLButtonElement>("button").find((one) => words.test(one.textContent ?? ""));
      if (!found)
        throw new Error(
          `No button says ${words}: ${all("button")
            .map((one) => one.textContent)
            .join(" | ")}`,
        );
      found.click();
    },
    field,
    fill: (label: string, value: string) => {
      const input = field(label);
      input.value = value;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
  };
}
