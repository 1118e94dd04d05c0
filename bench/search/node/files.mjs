// What both peers need of the disk and of a query.

import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

export function bytesOf(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? bytesOf(path) : statSync(path).size);
  }, 0);
}

// The same folding as vocational/vietnamese.py.
export function words(query) {
  const plain = query.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? [])];
}
