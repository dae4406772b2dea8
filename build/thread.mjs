import { build as bundle } from "esbuild";

/** One problem comes in; how far the search is goes out again and again, then the plan. */
const ENTRY = `
import { suggest } from "./core/engine/staffing/index.ts";
onmessage = ({ data }) => {
  const work = suggest(data);
  let next = work.next();
  for (; !next.done; next = work.next()) postMessage({ part: next.value });
  postMessage({ plan: next.value });
};`;

/** The staffing search as a script of its own, for a thread beside the page's. Google strips what looks like a comment in templates, so it has none. */
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
