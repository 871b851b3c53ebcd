import type { ItemView } from '../lib/core/view.ts';
import { Button } from './button.tsx';
import type { Make } from './changes.ts';
import { itemName, useDisplay } from './display.tsx';
import { ItemRow } from './item-row.tsx';
import { Folded } from './section.tsx';

interface DeniedListProps {
  readonly view: ItemView;
  readonly make: Make;
}

/** What pages show and a person said is no dependency (D3): out of the way, never out of reach. */
export const DeniedList = ({ view: { item, denied, sameWork = [] }, make }: DeniedListProps) => {
  const display = useDisplay();
  const { words } = display;
  if (denied.length === 0) return null;
  const main = sameWork.find((one) => one.main)?.other.key ?? item.key;
  return (
    <Folded title={words.count('deniedTitle', denied.length)}>
      <ul>
        {denied.map(({ blocker, blocked, ends }) => {
          const other = blocker.key === main ? blocked : blocker;
          return (
            <li key={`${blocker.key} ${blocked.key}`}>
              <ItemRow
                item={other}
                facts={[words.text(other === blocker ? 'deniedWaitsOn' : 'deniedBlocks')]}
                actions={
                  <Button
                    look="quiet"
                    letter="r"
                    onClick={() =>
                      make(
                        { type: 'withdraw-dependency', ...(ends ?? { blocker: blocker.key, blocked: blocked.key }) },
                        words.text('saidRestored', { key: itemName(display, other) }),
                      )
                    }
                  >
                    {words.text('deniedRestore')}
                  </Button>
                }
              />
            </li>
          );
        })}
      </ul>
    </Folded>
  );
};
