import { associateFunctions } from "./functions.ts";

// What an Excel loads that runs functions without a page; with one, the task pane's script has them too.
associateFunctions();
