// A peer that runs under node: one line of JSON in, one out, as bench/search/worker.py does it for Python.
// node worker.mjs NAME FOLDER SETTINGS

import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

const [name, folder, settings] = process.argv.slice(2);
const { default: Engine } = await import(`./${name}.mjs`);
const engine = new Engine(folder, JSON.parse(settings));

async function records(path) {
  const found = [];
  for await (const line of createInterface({ input: createReadStream(path) })) found.push(JSON.parse(line));
  return found;
}

async function build({ documents }) {
  const given = await records(documents);
  const start = performance.now();
  await engine.build(given);
  return { seconds: (performance.now() - start) / 1000 };
}

async function ask({ queries, limit, full }) {
  const answers = [];
  for (const query of queries) {
    const start = performance.now();
    const answer = await engine.search(query, limit);
    const ms = performance.now() - start;
    answers.push(full ? { ...answer, ms } : { ms });
  }
  return { answers };
}

const commands = {
  build,
  ask,
  open: async () => ((await engine.open()), {}),
  bytes: async () => ({ bytes: engine.bytes() }),
};

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line);
  if (command.do === "stop") break;
  let answer;
  try {
    answer = await commands[command.do](command);
  } catch (error) {
    answer = { error: String(error.stack ?? error) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
process.exit(0);
