import { Cancelled, type Progress, type Watch } from "../../panels/bridge.ts";
import type { Ask } from "./dock.ts";
import { sentenceOf } from "./notices.ts";

/** A question over the wire and what comes back: JSON text, numbered, because several may be under way. */
export interface Asked {
  readonly id: number;
  readonly name: string;
  readonly request: unknown;
}
/** A question that is taken back. */
export interface TakenBack {
  readonly id: number;
  readonly cancel: true;
}
export type Answered =
  | { readonly id: number; readonly progress: Progress }
  | { readonly id: number; readonly reply: unknown }
  | { readonly id: number; readonly problem: string };

/** Answer what arrives on a port. Anything that is no question is not answered. */
export function answerPort(port: MessagePort, ask: Ask): void {
  const stops = new Map<number, AbortController>();
  const post = (answered: Answered) => port.postMessage(JSON.stringify(answered));
  port.onmessage = async ({ data }: MessageEvent<unknown>) => {
    const asked = questionIn(data);
    if (!asked) return;
    const { id } = asked;
    if ("cancel" in asked) {
      stops.get(id)?.abort();
      return;
    }
    const stop = new AbortController();
    stops.set(id, stop);
    const watch: Watch = { signal: stop.signal, tell: (progress) => post({ id, progress }) };
    try {
      post({ id, reply: (await ask(asked.name, asked.request, watch)) ?? null });
    } catch (error) {
      post({ id, problem: error instanceof Cancelled ? error.message : sentenceOf(error) });
    } finally {
      stops.delete(id);
    }
  };
}

function questionIn(data: unknown): Asked | TakenBack | null {
  if (typeof data !== "string") return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(data);
  } catch {
    return null;
  }
  if (typeof parsed !== "object" || parsed === null) return null;
  const { id, name, request, cancel } = parsed as Partial<Asked & TakenBack>;
  if (typeof id === "number" && cancel === true) return { id, cancel };
  return typeof id === "number" && typeof name === "string" ? { id, name, request } : null;
}
