/** What the build and the documentation import. */
export { FUNCTIONS } from "../functions/index.ts";
export { appsScriptFunctions } from "./apps-script.ts";
export { excelMetadata } from "./excel-metadata.ts";
export { problemReference } from "./problem-reference.ts";
export { functionList, reference } from "./reference.ts";
export { tableReference } from "./table-reference.ts";
