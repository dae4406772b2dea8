/**
 * The one file that names the workbench's spreadsheet engine, so that another could take its place. In the page the engine
 * is a script of its own (its licence, LGPL, wants it replaceable); in tests it is the package.
 */
import "./node-gaps.ts";

export type { Command, Getters, Locale, Range, Style, UID, Zone } from "@odoo/o-spreadsheet";
export {
  addFunction,
  CorePlugin,
  coreTypes,
  EvaluationError,
  helpers,
  load,
  Model,
  registries,
  Spreadsheet,
  UIPlugin,
} from "@odoo/o-spreadsheet";
