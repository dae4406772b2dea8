import type { Answered, Asked } from "../page/port.ts";

interface Waiting {
  readonly done: (reply: unknown) => void;
  readonly failed: (error: Error) => void;
}

/** The panels' bridge in the workbench: questions go to the page around this frame, and to nobody else. */
export interface FrameBridge {
  readonly ask: (name: string, request: unknown) => Promise<unknown>;
}

/** Wait for the page to hand over its end of the line. */
export function bridgeToPage(): Promise<FrameBridge> {
  return new Promise((ready) => {
    addEventListener("message", function greet(event) {
      const [port] = event.ports;
      if (event.source !== parent || event.origin !== location.origin || event.data !== "headroom panel" || !port)
        return;
      removeEventListener("message", greet);
      ready(over(port));
    });
  });
}

function over(port: MessagePort): FrameBridge {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  port.onmessage = ({ data }: MessageEvent<string>) => {
    const answered = JSON.parse(data) as Answered;
    const one = waiting.get(answered.id);
    waiting.delete(answered.id);
    if ("problem" in answered) one?.failed(new Error(answered.problem));
    else one?.done(answered.reply);
  };
  return {
    ask: (name, request) =>
      new Promise((done, failed) => {
        last += 1;
        waiting.set(last, { done, failed });
        port.postMessage(JSON.stringify({ id: last, name, request } satisfies Asked));
      }),
  };
}
