import type { Page } from '@playwright/test';
import { median, rounded } from './figures.ts';
import { machine } from './machine.ts';
import { openStorePage } from './store-browser.ts';

const sizes = [10_000, 100_000] as const;

/** Wall time in a real browser's IndexedDB; medians. The budgets are those at 10,000 items. */
export const benchStore = async ({ rounds }: { readonly rounds: number }) => {
  const { page, version, close } = await openStorePage();
  try {
    const [small, large] = [await measure(page, sizes[0], rounds), await measure(page, sizes[1], rounds)];
    return { ...small, items: sizes[0], at_100000: large, rounds, machine: machine(version) };
  } finally {
    await close();
  }
};

const measure = async (page: Page, items: number, rounds: number) => {
  const fill = await page.evaluate((count) => globalThis.storeBench.fill(count), items);
  const rebuild = await page.evaluate(() => globalThis.storeBench.rebuild());
  const times = {
    thisItem: [] as number[],
    mine: [] as number[],
    writePage: [] as number[],
    annotate: [] as number[],
    firstEdit: [] as number[],
  };
  // The first reading warms what every later one finds warm.
  for (let run = 0; run <= rounds; run += 1) {
    const found = await page.evaluate(
      async (number) => ({
        thisItem: await globalThis.storeBench.thisItem(),
        mine: await globalThis.storeBench.mine(),
        writePage: await globalThis.storeBench.writePage(number),
        annotate: await globalThis.storeBench.annotate(number),
        firstEdit: await globalThis.storeBench.firstEdit(number),
      }),
      run,
    );
    if (run === 0) continue;
    for (const name of Object.keys(times) as (keyof typeof times)[]) times[name].push(found[name]);
  }
  return {
    this_item_ms: rounded(median(times.thisItem)),
    mine_ms: rounded(median(times.mine)),
    write_page_ms: rounded(median(times.writePage)),
    save_annotation_ms: rounded(median(times.annotate)),
    first_edit_ms: rounded(median(times.firstEdit)),
    rebuild_ms: Math.round(rebuild),
    fill_ms: Math.round(fill),
  };
};
