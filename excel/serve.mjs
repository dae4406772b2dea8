/** Serves dist/excel on https://localhost:3000 with a certificate that this computer trusts. Excel loads add-ins over https only. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:https";
import { extname, join, normalize } from "node:path";
import { logErrorMessage, parseNumber } from "office-addin-cli";
import { getHttpsServerOptions } from "office-addin-dev-certs";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".xml": "application/xml; charset=utf-8",
};
/** The manifest names port 3000; another one goes with HEADROOM_BASE in the build. */
const PORT = parseNumber(process.env.HEADROOM_PORT ?? "3000", "HEADROOM_PORT must be a number.");

const certificate = await getHttpsServerOptions().catch((error) => {
  logErrorMessage(error);
  process.exit(1);
});

createServer(certificate, async (request, response) => {
  const path = normalize(new URL(request.url, "https://localhost").pathname);
  const type = TYPES[extname(path)];
  const body = type && (await readFile(join("dist/excel", path)).catch(() => null));
  if (!body) return response.writeHead(404).end();
  // Excel on the web asks for functions.json from another origin.
  response.writeHead(200, { "content-type": type, "access-control-allow-origin": "*", "cache-control": "no-cache" });
  return response.end(body);
}).listen(PORT, "localhost", () => console.log(`Headroom for Excel: https://localhost:${PORT}/manifest.xml`));
