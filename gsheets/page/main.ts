import { el } from "../../panels/dom.ts";
import { keyIn, mountPanels } from "../../panels/main.ts";
import { bridgeTo, type Runner } from "./bridge.ts";

declare const google: { readonly script: { readonly run: Runner } };

const root = document.getElementById("panel")!;
const { start = "" } = root.dataset;
const line = el("p", { className: "wait" });
line.setAttribute("role", "status");
root.before(line);

/** A sidebar is one file: the script of the thread lies in it as text. */
const thread = () => {
  const script = document.getElementById("thread")?.textContent ?? "";
  return new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
};

const bridge = bridgeTo(google.script.run, (sentence) => {
  line.textContent = sentence ?? "";
});
mountPanels(root, { ...bridge, thread }, start === "" ? {} : { start: keyIn(start) });
