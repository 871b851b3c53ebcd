import { Dialog } from './dialog.tsx';
import { useDisplay } from './display.tsx';
import type { MessageId } from './words.ts';

interface KeysDialogProps {
  readonly singleKeys: boolean;
  readonly onSingleKeys: (on: boolean) => void;
  readonly onClose: () => void;
}

const keys = [
  ['1', 'keyThisItem'],
  ['2', 'keyWaiting'],
  ['3', 'keyFindings'],
  ['j / ↓', 'keyDown'],
  ['k / ↑', 'keyUp'],
  ['Enter', 'keyOpen'],
  ['/', 'keyField'],
  ['t', 'keyTake'],
  ['c', 'keyCopy'],
  ['s', 'keySwap'],
  ['n', 'keyDeny'],
  ['m', 'keySame'],
  ['o', 'keySomethingElse'],
  ['d', 'keyDismiss'],
  ['e', 'keySeen'],
  ['x', 'keyPick'],
  ['w', 'keyWithdraw'],
  ['r', 'keyRestore'],
  ['z', 'keyUndo'],
  ['p', 'keyPin'],
  ['?', 'keyKeys'],
] as const satisfies readonly (readonly [string, MessageId])[];

/** What each key does, and the switch that turns single keys off. */
export const KeysDialog = ({ singleKeys, onSingleKeys, onClose }: KeysDialogProps) => {
  const { words } = useDisplay();
  return (
    <Dialog title={words.text('keysTitle')} onClose={onClose}>
      <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
        {keys.map(([key, what]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded-1 border border-line bg-raised px-1.5 text-12">{key}</kbd>
            </dt>
            <dd>{words.text(what)}</dd>
          </div>
        ))}
      </dl>
      <label className="mt-3 flex items-center gap-2">
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => onSingleKeys(event.target.checked)}
          className="size-4 accent-accent"
        />
        {words.text('keysSingle')}
      </label>
      <p className="mt-1 text-12 text-muted">{words.text('keysNote')}</p>
    </Dialog>
  );
};
