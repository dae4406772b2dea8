import { run } from "./page/run.ts";

run().catch((error: unknown) => {
  const words = document.createElement("p");
  words.textContent = `The workbench could not start: ${String(error)} Maybe load the page again.`;
  words.style.padding = "24px";
  document.body.prepend(words);
});
