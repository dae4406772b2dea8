import type { Ask } from "./dock.ts";
import { sentenceOf } from "./notices.ts";

/** A question over the wire and what comes back: JSON text, numbered, because several may be under way. */
export interface Asked {
  readonly id: number;
  readonly name: string;
  readonly request: unknown;
}
export type Answered =
  | { readonly id: number; readonly reply: unknown }
  | { readonly id: number; readonly problem: string };

/** Answer what arrives on a port. Anything that is no question is not answered. */
export function answerPort(port: MessagePort, ask: Ask): void {
  port.onmessage = async ({ data }: MessageEvent<unknown>) => {
    const asked = questionIn(data);
    if (!asked) return;
    const { id } = asked;
    let answered: Answered;
    try {
      answered = { id, reply: (await ask(asked.name, asked.request)) ?? null };
    } catch (error) {
      answered = { id, problem: sentenceOf(error) };
    }
    port.postMessage(JSON.stringify(answered));
  };
}

function questionIn(data: unknown): Asked | null {
  if (typeof data !== "string") return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(data);
  } catch {
    return null;
  }
  if (typeof parsed !== "object" || parsed === null) return null;
  const { id, name, request } = parsed as Partial<Asked>;
  return typeof id === "number" && typeof name === "string" ? { id, name, request } : null;
}
