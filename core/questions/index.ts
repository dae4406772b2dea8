import type { Work } from "../host.ts";
import { PlanError } from "../problems.ts";
import { type Output, read } from "../schema.ts";
import { adoptScenario, previewAdopt } from "./adopt.ts";
import { allocate, allocatePreview } from "./allocate.ts";
import { allocateWho } from "./allocate-who.ts";
import { allocateForm, allocations } from "./allocations.ts";
import { compareScenarios } from "./compare-scenarios.ts";
import { decisionForm } from "./decision-form.ts";
import { explain } from "./explain.ts";
import { explainForm } from "./explain-form.ts";
import { explainSelected } from "./explain-selected.ts";
import { exportBook, exportForm, exportTable } from "./export.ts";
import { choosePlanningFile, finance, previewFinance, setUpFinance } from "./finance.ts";
import { growServices } from "./grow-services.ts";
import { hireOrTrain } from "./hire-or-train.ts";
import { importForm, importRows, previewImport } from "./import.ts";
import { importPart } from "./import-part.ts";
import { decideMap, mapForm } from "./map.ts";
import { mend } from "./mend.ts";
import { moveSomebody } from "./move-somebody.ts";
import { newEngagement } from "./new-engagement.ts";
import { odds, oddsProblem } from "./odds.ts";
import { goTo, planCheck } from "./plan-check.ts";
import type { Question } from "./question.ts";
import { reserve, writeReserve } from "./reserve.ts";
import { saveScenario } from "./save-scenario.ts";
import { scenarios, switchScenario } from "./scenarios.ts";
import { selectedRow } from "./selected-row.ts";
import { previewSetUp, setUp } from "./set-up.ts";
import { forgetUndo, prepareShare, previewShare, shareForm } from "./share.ts";
import { makeSheets, previewSheets, sheets } from "./sheets.ts";
import { slip } from "./slip.ts";
import { previewSnapshot, previewThin, snapshots, takeSnapshot, thinSnapshots } from "./snapshots.ts";
import { somebodyLeaves } from "./somebody-leaves.ts";
import { fillRole, staffingProblem, suggestStaffing } from "./staffing.ts";
import { takeColours } from "./take-colours.ts";
import { discardUndo, undoLast } from "./undo-last.ts";

/** Every question a panel may ask, by name. Panels import its type only, so the engine stays out of their page. */
const QUESTIONS = {
  sheets,
  previewSheets,
  makeSheets,
  undoLast,
  discardUndo,
  previewSetUp,
  setUp,
  finance,
  choosePlanningFile,
  previewFinance,
  setUpFinance,
  shareForm,
  previewShare,
  prepareShare,
  forgetUndo,
  planCheck,
  goTo,
  mend,
  allocateForm,
  allocatePreview,
  allocateWho,
  allocations,
  allocate,
  selectedRow,
  staffingProblem,
  suggestStaffing,
  fillRole,
  decisionForm,
  newEngagement,
  growServices,
  hireOrTrain,
  somebodyLeaves,
  moveSomebody,
  slip,
  oddsProblem,
  odds,
  reserve,
  writeReserve,
  snapshots,
  previewSnapshot,
  takeSnapshot,
  previewThin,
  thinSnapshots,
  explainForm,
  explain,
  explainSelected,
  scenarios,
  switchScenario,
  saveScenario,
  compareScenarios,
  previewAdopt,
  adoptScenario,
  importForm,
  importPart,
  previewImport,
  importRows,
  mapForm,
  decideMap,
  takeColours,
  exportForm,
  exportTable,
  exportBook,
};
type Questions = typeof QUESTIONS;
export type QuestionName = keyof Questions;
export type RequestOf<N extends QuestionName> = Output<Questions[N]["asks"]>;
export type ReplyOf<N extends QuestionName> =
  ReturnType<Questions[N]["answer"]> extends Work<infer Reply> ? Reply : never;

const BY_NAME = new Map<string, Question>(Object.entries(QUESTIONS as unknown as Record<string, Question>));

/** Check a request that came over a bridge and return the work that answers it. */
export function ask(name: string, request: unknown): Work<unknown> {
  const found = BY_NAME.get(name);
  if (!found) throw new RangeError(`No question is named "${name}".`);
  const reading = read(found.asks, request);
  if ("why" in reading) {
    throw new PlanError([{ code: "HR-183", at: [], value: "", why: `The ${name} form: ${reading.why}`, hint: "" }]);
  }
  return found.answer(reading.value);
}
