import type { BackupPreview, ColleaguePreview, Contested, FileIntents, FileRefused } from '../../components/files.ts';
import { type ItemKey, isItemKey, splitKey } from '../../lib/core/key.ts';
import type { Json } from '../../lib/core/record.ts';
import { fail, ok, type Result } from '../../lib/core/result.ts';
import type { Claim, Store } from '../../lib/store/index.ts';
import { toolOf } from '../../lib/tools/index.ts';
import { policy } from '../background/own-policy.ts';
import { clock } from '../background/tool-needs.ts';
import { refusedInWords, sendFile } from './sending.ts';

/** Export, and the two doors in: what a file would do is shown before anything is written. */
export const fileIntents = (store: () => Promise<Store>): FileIntents => ({
  onExport: () => {
    void exportTo(store);
  },
  onReadBackup: async (file) => readBackup(await store(), file),
  onReadColleague: async (file) => readColleague(await store(), file),
});

/** P6: where the organisation allows no exports there is none, whichever button is pressed. */
const exportTo = async (store: () => Promise<Store>): Promise<void> => {
  if (!(await policy()).exports) return;
  save(await (await store()).exportAll(), `crosstie-${clock.today()}.json`);
};

const save = (text: string, name: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

const bytesOf = async (file: File): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await file.arrayBuffer());

const readBackup = async (store: Store, file: File): Promise<Result<BackupPreview, FileRefused>> => {
  const content = await bytesOf(file);
  const preview = await store.previewRestore(content);
  if (!preview.ok) return fail(refusedInWords(preview.failure));
  const { brings, replaces } = preview.value;
  return ok({
    file: { madeAt: file.lastModified, items: brings.items, added: brings.statements },
    here: { items: replaces.items, added: replaces.statements },
    accept: () => sendFile('file.restore', content),
  });
};

const readColleague = async (store: Store, file: File): Promise<Result<ColleaguePreview, FileRefused>> => {
  const content = await bytesOf(file);
  const preview = await store.previewColleague(content, clock.now());
  if (!preview.ok) return fail(refusedInWords(preview.failure));
  const { added, changed, told, claims } = preview.value;
  return ok({
    file: { madeAt: file.lastModified, items: told, added: added + changed },
    fresh: added,
    contested: claims.map(contestedOf),
    accept: () => sendFile('file.add', content),
  });
};

const contestedOf = ({ k: [, ...about], values: [here, ...others] }: Claim): Contested => ({
  about: about.map((part) => (isItemKey(part) ? spoken(part) : part)).join(', '),
  here: saidOf(here),
  there: others.map(saidOf).join(', '),
});

const spoken = (key: ItemKey): string => toolOf(key)?.short(key) ?? splitKey(key).ref;

/** A person is said by name, anything else as it is stored. */
const saidOf = (value: Json): string => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return String(value ?? '–');
  const { name, handle } = value as { readonly name?: unknown; readonly handle?: unknown };
  return String(name ?? handle ?? '–');
};
