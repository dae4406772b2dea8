import { Node } from "./node.ts";
import type { Entry } from "./protocol.ts";

/** What a custom function gave: its value, or the error's number and message. */
export interface Result {
  readonly ok: boolean;
  readonly value: unknown;
  readonly errorCode: number;
}
export const ERRORS = { notAvailable: 1, invalidValue: 7 } as const;

/** Calls registered functions through office.js's own runtime and takes their results. */
export class FunctionService extends Node {
  private nextCall = 1;
  private readonly waiting = new Map<number, (result: Result) => void>();

  invoke(deliver: (entries: Entry[]) => void, name: string, args: readonly unknown[]): Promise<Result> {
    const id = this.nextCall++;
    return new Promise((done) => {
      this.waiting.set(id, done);
      const message = [id, name, args, "Sheet1!A1", 0];
      deliver([{ messageCategory: 1, messageType: 1000, targetId: "", message }]);
    });
  }
  override call(method: string, args: readonly unknown[]): unknown {
    if (method === "_GetEnabledFeatures") return [];
    if (method.startsWith("_")) return null;
    if (method !== "SetInvocationResults" && method !== "SetInvocationArrayResults") return super.call(method, args);
    for (const one of args[0] as (Answer | AnswerList)[]) this.settle("id" in one ? one : asAnswer(one));
    return null;
  }
  private settle({ id, failed, value, errorCode = 0 }: Answer): void {
    this.waiting.get(id)?.({ ok: !failed, value, errorCode });
    this.waiting.delete(id);
  }
}

interface Answer {
  readonly id: number;
  readonly failed?: boolean;
  readonly value: unknown;
  readonly errorCode?: number;
}
type AnswerList = readonly [id: number, ok: boolean, value: unknown, errorCode?: number];
const asAnswer = ([id, ok, value, errorCode]: AnswerList): Answer => ({
  id,
  failed: !ok,
  value,
  ...(ok || errorCode === undefined ? {} : { errorCode }),
});
