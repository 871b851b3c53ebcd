import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const usage = `npm run -s bench -- <name> [--json FILE]

  page   what the content script adds to a page
         [--page FILE.html --url ADDRESS] [--extension DIR] [--rounds N]
  store  a page of 100 observations, This item, Waiting, the first write after a stop, at 10,000 and 100,000 items
         [--rounds N]
  popup  from the click to the first rows, at 10,000 items
         [--items N] [--rounds N]
  graph  the net of generated work: building, answers, signals, an edit; the same asked of graphology
         [--items N] [--dependencies M] [--seed S]
  twins  who is found to be the same work in a tracker's file, item after item; the same asked of MiniSearch
         --data FILE.jsonl[.gz] [--pairs FILE.jsonl[.gz]]`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    page: { type: 'string' },
    url: { type: 'string' },
    extension: { type: 'string' },
    items: { type: 'string' },
    dependencies: { type: 'string' },
    seed: { type: 'string' },
    rounds: { type: 'string' },
    data: { type: 'string' },
    pairs: { type: 'string' },
  },
});

const count = (text: string | undefined, otherwise: number): number => {
  const value = text === undefined ? otherwise : Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`Not a whole number above zero: ${text}`);
  return value;
};

const benches: Readonly<Record<string, () => Promise<object>>> = {
  page: async () => {
    if (values.page !== undefined && values.url === undefined)
      throw new Error('--page needs --url: the address it is served under');
    const { benchPage } = await import('./page.ts');
    return benchPage({
      page: values.page,
      url: values.url ?? 'https://github.com/acme/api/issues/1',
      extension: values.extension,
      rounds: count(values.rounds, 4),
    });
  },
  store: async () => (await import('./store.ts')).benchStore({ rounds: count(values.rounds, 5) }),
  popup: async () =>
    (await import('./popup.ts')).benchPopup({ items: count(values.items, 10_000), rounds: count(values.rounds, 10) }),
  graph: async () => {
    const { benchGraph } = await import('./graph.ts');
    return benchGraph({
      items: count(values.items, 100_000),
      dependencies: count(values.dependencies, 300_000),
      seed: count(values.seed, 1),
    });
  },
  twins: async () => {
    if (values.data === undefined) throw new Error('--data is missing: the file of a tracker');
    return (await import('./twins.ts')).benchTwins({ data: values.data, pairs: values.pairs });
  },
};

const bench = benches[positionals[0] ?? ''];
if (bench === undefined) {
  console.error(usage);
  process.exit(2);
}
const figures = await bench();
const text = JSON.stringify(figures, undefined, 2);
if (values.json !== undefined) writeFileSync(values.json, `${text}\n`);
console.log(text);
