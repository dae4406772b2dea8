import { FUNCTIONS } from "../core/functions/index.ts";
import { PlanError } from "../core/problems.ts";
import { ask } from "../core/questions/index.ts";
import { argumentReader, toSheets } from "./cells.ts";
import { work } from "./host.ts";
import type { Answered } from "./wire.ts";

const BY_NAME = new Map(FUNCTIONS.map((definition) => [definition.name, definition]));

/** Every generated spreadsheet function comes through here. An error's message is what the cell shows on hover. */
export function callFunction(name: string, args: readonly unknown[]) {
  try {
    return toSheets(BY_NAME.get(name)!.call(args.map(argumentReader())));
  } catch (error) {
    throw new Error(sentence(error, `${name} failed because of a mistake in Headroom`));
  }
}

/** Open the sidebar on one of its panels. */
export function openPanel(panel: string): void {
  const page = HtmlService.createHtmlOutputFromFile("panel").getContent();
  const opened = HtmlService.createHtmlOutput(page.replace('data-start=""', `data-start="${panel}"`));
  SpreadsheetApp.getUi().showSidebar(opened.setTitle("Headroom"));
}

/** A panel's question and its answer, both as JSON text: a Date or an undefined would not survive the way. */
export function answerPanel(name: string, request: string): string {
  return JSON.stringify(answer(name, request));
}

function answer(name: string, request: string): Answered {
  try {
    return { reply: work(ask(name, JSON.parse(request))) ?? null };
  } catch (error) {
    return { problem: sentence(error, "Google Sheets could not do this") };
  }
}

const sentence = (error: unknown, otherwise: string): string =>
  error instanceof PlanError
    ? error.message
    : `${otherwise}: ${error instanceof Error ? error.message : String(error)}`;
