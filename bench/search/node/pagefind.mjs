// Pagefind: indexed through its node interface, searched by its browser module, which gets files for addresses.
// It has no OR. With `any` set, each word is asked for alone and the scores are added up.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bytesOf, words } from "./files.mjs";

const FACETS = ["kind", "area", "level", "entry", "field"];
const TEXTS = { title: "h1", names: "h2", keywords: "p", summary: "p", body: "p" };

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

export default class Peer {
  constructor(folder, { weights, any, ranking }) {
    Object.assign(this, { folder, any, ranking });
    this.weights = Object.fromEntries(Object.keys(TEXTS).map((name, number) => [name, weights[number]]));
  }

  async build(records) {
    const pagefind = await import("pagefind");
    const { index } = await pagefind.createIndex({ forceLanguage: "vi" });
    for (const record of records) {
      const { errors } = await index.addHTMLFile({ url: `/${record.id}`, content: this.page(record) });
      if (errors.length) throw new Error(errors.join("; "));
    }
    await index.writeFiles({ outputPath: this.folder });
    await pagefind.close();
  }

  page(record) {
    const filters = FACETS.flatMap((name) => record.facets[name].map((value) => `${name}:${value}`));
    const marks = filters.map((pair) => `<i data-pagefind-filter="${escaped(pair)}"></i>`).join("");
    const texts = Object.entries(TEXTS).map(
      ([name, tag]) => `<${tag} data-pagefind-weight="${this.weights[name]}">${escaped(record[name])}</${tag}>`,
    );
    return `<html lang="vi"><body>${texts.join("")}${marks}</body></html>`;
  }

  async open() {
    globalThis.document = { querySelector: () => ({ getAttribute: () => "vi" }), currentScript: null };
    globalThis.fetch = async (address) => {
      const bytes = readFileSync(fileURLToPath(String(address).split("?")[0]));
      return new Response(bytes, { status: 200 });
    };
    this.pagefind = await import(pathToFileURL(join(this.folder, "pagefind.js")).href);
    if (this.ranking) await this.pagefind.options({ ranking: this.ranking });
    await this.pagefind.init();
    await this.pagefind.filters();
  }

  async search(query, limit) {
    const asked = words(query);
    const { results, filters } = this.any ? await this.anyOf(asked) : await this.pagefind.search(asked.join(" "));
    const best = results.slice(0, limit);
    const pages = await Promise.all(best.map((result) => result.data()));
    return {
      ids: pages.map((page) => (page.raw_url ?? page.url).replace(/^\//, "")),
      total: results.length,
      facets: filters ?? {},
      snippets: pages.map((page) => page.excerpt),
    };
  }

  async anyOf(asked) {
    const found = new Map();
    for (const word of asked) {
      for (const result of (await this.pagefind.search(word)).results) {
        const known = found.get(result.id);
        found.set(result.id, { ...result, score: result.score + (known?.score ?? 0) });
      }
    }
    return { results: [...found.values()].sort((one, other) => other.score - one.score) };
  }

  bytes() {
    return bytesOf(this.folder);
  }
}
