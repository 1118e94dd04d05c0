// MiniSearch: BM25+ with boosted fields, words joined by OR, prefixes and slips as the settings say.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import MiniSearch from "minisearch";
import { bytesOf, words } from "./files.mjs";

const FIELDS = ["title", "names", "keywords", "summary", "body"];
const OPTIONS = { fields: FIELDS, storeFields: ["facets"], tokenize: words };

export default class Peer {
  constructor(folder, { weights, prefix, fuzzy, shortest }) {
    this.folder = folder;
    this.file = join(folder, "index.json");
    const longEnough = (word) => word.length >= shortest;
    this.options = {
      boost: Object.fromEntries(FIELDS.map((name, number) => [name, weights[number]])),
      prefix: prefix && longEnough,
      fuzzy: fuzzy && ((word) => longEnough(word) && fuzzy),
    };
  }

  async build(records) {
    const index = new MiniSearch(OPTIONS);
    index.addAll(records);
    writeFileSync(this.file, JSON.stringify(index));
  }

  async open() {
    this.index = MiniSearch.loadJSON(readFileSync(this.file, "utf8"), OPTIONS);
  }

  async search(query, limit) {
    const found = this.index.search(query, this.options);
    const facets = {};
    for (const { facets: own } of found) {
      for (const name in own) {
        const counts = (facets[name] ??= {});
        for (const value of own[name]) counts[value] = (counts[value] ?? 0) + 1;
      }
    }
    return { ids: found.slice(0, limit).map(({ id }) => id), total: found.length, facets };
  }

  bytes() {
    return bytesOf(this.folder);
  }
}
