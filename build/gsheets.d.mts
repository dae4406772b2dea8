import type { FunctionDefinition } from "../core/functions/define.ts";

export function build(): Promise<void>;
export function addonFiles(published: {
  readonly FUNCTIONS: readonly FunctionDefinition[];
  readonly appsScriptFunctions: (functions: readonly FunctionDefinition[]) => string;
}): Promise<ReadonlyMap<string, string>>;
