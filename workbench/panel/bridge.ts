import type { Watch } from "../../panels/bridge.ts";
import type { Answered, Asked, TakenBack } from "../page/port.ts";

interface Waiting {
  readonly done: (reply: unknown) => void;
  readonly failed: (error: Error) => void;
  readonly watch: Watch | undefined;
}

/** The panels' bridge in the workbench: questions go to the page around this frame, and to nobody else. */
export interface FrameBridge {
  readonly ask: (name: string, request: unknown, watch?: Watch) => Promise<unknown>;
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
    if ("progress" in answered) {
      one?.watch?.tell(answered.progress);
      return;
    }
    waiting.delete(answered.id);
    if ("problem" in answered) one?.failed(new Error(answered.problem));
    else one?.done(answered.reply);
  };
  return {
    ask: (name, request, watch) =>
      new Promise((done, failed) => {
        last += 1;
        const id = last;
        waiting.set(id, { done, failed, watch });
        watch?.signal.addEventListener("abort", () => {
          port.postMessage(JSON.stringify({ id, cancel: true } satisfies TakenBack));
        });
        port.postMessage(JSON.stringify({ id, name, request } satisfies Asked));
      }),
  };
}
