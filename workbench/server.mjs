/**
 * Serves the built workbench to this computer only: `node workbench/server.mjs [--port N] [--no-open]`. When the port is
 * taken another free one is used; the address is printed either way.
 */
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("../dist/workbench", import.meta.url));
const PORT = 8420;

const TYPES = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".xml", "text/xml; charset=utf-8"],
  [".txt", "text/plain; charset=utf-8"],
  [".svg", "image/svg+xml"],
  [".woff2", "font/woff2"],
  [".woff", "font/woff"],
  [".ttf", "font/ttf"],
]);

/** The engine compiles formulas and templates with `new Function`, hence unsafe-eval; nothing comes from elsewhere. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Panels need none of that: they cannot reach anything but the page around them. */
const PANEL_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
].join("; ");

/** Start serving; resolves with the server and its address. */
export async function serve(port = 0, root = ROOT) {
  const server = createServer((request, response) => answer(root, request, response));
  const listening = (wanted) =>
    new Promise((done, failed) => {
      server.once("error", failed);
      server.listen(wanted, "127.0.0.1", () => {
        server.off("error", failed);
        done();
      });
    });
  await listening(port).catch((error) => {
    if (error.code !== "EADDRINUSE" && error.code !== "EACCES") throw error;
    return listening(0);
  });
  return { server, url: `http://127.0.0.1:${server.address().port}/` };
}

async function answer(root, request, response) {
  try {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const path = normalize(decodeURIComponent(pathname)).replace(/[\\/]$/, "/index.html");
    const file = join(root, path);
    const host = request.headers.host ?? "";
    if (request.method !== "GET" || !file.startsWith(root + sep) || !/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host))
      throw new Error();
    const body = await readFile(file);
    const headers = {
      "content-type": TYPES.get(extname(file)) ?? "application/octet-stream",
      "content-security-policy": path.endsWith("panel.html") ? PANEL_POLICY : PAGE_POLICY,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
    };
    response.writeHead(200, headers).end(body);
  } catch {
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("There is nothing here.");
  }
}

/** Show the page in the planner's own browser; where there is none, the printed address will do. */
function openBrowser(url) {
  const [command, ...args] = { darwin: ["open"], win32: ["cmd", "/c", "start", ""] }[process.platform] ?? ["xdg-open"];
  spawn(command, [...args, url], { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}

async function main(args) {
  const at = args.indexOf("--port");
  const wanted = at < 0 ? PORT : Number(args[at + 1]);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) {
    console.error(`"${args[at + 1] ?? ""}" is no port. Maybe --port 8420.`);
    process.exitCode = 1;
    return;
  }
  const { url } = await serve(wanted);
  console.log(`Headroom workbench: ${url}\nOnly this computer can open it. Press Ctrl+C to stop.`);
  if (!args.includes("--no-open")) openBrowser(url);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.slice(2));
