import { build as bundle } from "esbuild";

/** Work comes in, one kind of two; how far it is goes out again and again, then what was found. */
const ENTRY = `
import { briefOdds } from "./core/engine/chance/brief.ts";
import { suggest } from "./core/engine/staffing/index.ts";
onmessage = ({ data }) => {
  const work = "models" in data ? briefOdds(data) : suggest(data);
  let next = work.next();
  for (let told = -1; !next.done; next = work.next()) {
    const { done, of } = next.value;
    const share = Math.floor((100 * done) / of);
    if (share !== told) postMessage({ part: next.value });
    told = share;
  }
  postMessage({ found: next.value });
};`;

/** The long searches as a script of their own, for a thread beside the page's. Google strips what looks like a comment in templates, so it has none. */
export async function threadScript() {
  const { outputFiles } = await bundle({
    stdin: { contents: ENTRY, resolveDir: ".", loader: "js" },
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2019",
    charset: "ascii",
    supported: { "template-literal": false },
    legalComments: "none",
    logLevel: "warning",
  });
  return outputFiles[0].text;
}
