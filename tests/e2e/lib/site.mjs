// The built site, its list of pages, and the plainest server that can serve it: no headers but the type and
// the encoding of a compressed copy that the build left beside a file, no rewrites.

import fs from "node:fs";
import http from "node:http";
import path from "node:path";

/** The checkout. */
export const root = path.resolve(import.meta.dirname, "../../..");

/** The build under test. */
export const dist = path.resolve(process.env.DIST ?? path.join(root, "dist"));
/** The portal's built files, without data and pages: what a publisher is handed. */
export const portal = path.resolve(process.env.PORTAL ?? path.join(root, "target/xtask/portal"));

/** Every page, as `parks build --pages` lists them: a page that is added is tested from then on. */
export const pages = JSON.parse(
  fs.readFileSync(process.env.PAGES ?? path.join(root, "target/xtask/pages.json"), "utf8"),
).pages;

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".pdf": "application/pdf",
};

/** Compressed copies, by what a browser says that it takes; the smaller first. */
const COPIES = { br: ".br", gzip: ".gz" };

const isFile = (file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

/** The file that answers an address below the site's root; `undefined` when there is none. */
export function fileOf(address, folder = dist) {
  const place = path.join(folder, decodeURIComponent(address));
  if (place !== folder && !place.startsWith(folder + path.sep)) return undefined;
  return [place, path.join(place, "index.html")].find(isFile);
}

/** The copy of a file that a request takes, and how it is encoded; the file itself where there is none. */
function encoded(file, request) {
  const taken = (request.headers["accept-encoding"] ?? "").split(",").map((token) => token.trim());
  const encoding = Object.keys(COPIES).find((name) => taken.includes(name) && isFile(file + COPIES[name]));
  return encoding ? { body: file + COPIES[encoding], headers: { "content-encoding": encoding } } : { body: file, headers: {} };
}

/**
 * Serves the build, or another folder, below `base`. `slash` says what a folder's address without its slash gets:
 * a redirect to the slash, as most hosts do, or the page at once, as some do.
 */
export async function serve({ base = "/", slash = "redirect", folder = dist } = {}) {
  const server = http.createServer((request, response) => {
    const address = new URL(request.url, "http://host").pathname;
    const below = address.startsWith(base) ? address.slice(base.length) : undefined;
    const file = below === undefined ? undefined : fileOf(below, folder);
    const bare = file?.endsWith("index.html") && !address.endsWith("/") && !address.endsWith("index.html");
    if (bare && slash === "redirect") {
      response.writeHead(301, { location: `${address}/` }).end();
    } else if (file) {
      const { body, headers } = encoded(file, request);
      response.writeHead(200, { "content-type": TYPES[path.extname(file)] ?? "application/octet-stream", ...headers });
      response.end(fs.readFileSync(body));
    } else {
      // The one line that docs/deployment.md asks to change for a site below a path.
      const page = fs.readFileSync(path.join(folder, "404.html"), "utf8");
      response.writeHead(404, { "content-type": TYPES[".html"] });
      response.end(page.replace('<base href="/">', `<base href="${base}">`));
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  // A test that fails before it closes its site must not keep the run from ending.
  server.unref();
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    base,
    /** The address of a page; `withSlash` is what most hosts show. */
    url: (page, withSlash = true) => origin + base + page + (withSlash && page && !/[#?]/.test(page) ? "/" : ""),
    /** The address of an entry of the list of pages, in the edition that it belongs to. */
    entry: (entry, withSlash = true) =>
      origin + base + entry.path + (withSlash && entry.path ? "/" : "") + (entry.edition ? `?edition=${entry.edition}` : ""),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
