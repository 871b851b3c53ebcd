import type { ItemKey } from '../lib/core/key.ts';
import type { ItemBrief, ItemView } from '../lib/core/view.ts';
import { Button } from './button.tsx';
import type { Make } from './changes.ts';
import { itemName, useDisplay } from './display.tsx';
import { ItemRow } from './item-row.tsx';
import { RovingList } from './roving.tsx';
import { Folded, Section } from './section.tsx';

interface SameWorkProps {
  readonly view: ItemView;
  readonly make: Make;
}

/** The other items of the same work, with the ways to part them and to choose another main one (W3). */
export const SameWorkList = ({ view: { item, sameWork = [] }, make }: SameWorkProps) => {
  const display = useDisplay();
  const { words } = display;
  if (sameWork.length === 0) return null;
  const isMain = sameWork.every(({ main }) => !main);
  return (
    <Section title={words.text('sameWorkTitle')}>
      <RovingList ids={sameWork.map(({ other }) => other.key)}>
        <ul>
          {sameWork.map(({ other, main, pair }) => (
            <li key={other.key}>
              <ItemRow
                item={other}
                facts={[main && words.text('sameWorkMain')]}
                actions={
                  pair !== undefined && (
                    <>
                      {(main || isMain) && (
                        <Button
                          look="quiet"
                          letter="m"
                          onClick={() =>
                            make(
                              { type: 'settle-pair', items: pair, said: 'same', main: main ? item.key : other.key },
                              words.text('saidSame', {
                                item: itemName(display, item),
                                other: itemName(display, other),
                              }),
                            )
                          }
                        >
                          {words.text('sameWorkMakeMain')}
                        </Button>
                      )}
                      <TakeBack item={item} other={other} pair={pair} make={make} />
                    </>
                  )
                }
              />
            </li>
          ))}
        </ul>
      </RovingList>
    </Section>
  );
};

/** What a person said is not the same: out of the way, never out of reach (W2). */
export const ApartList = ({ view: { item, apart = [] }, make }: SameWorkProps) => {
  const { words } = useDisplay();
  if (apart.length === 0) return null;
  return (
    <Folded title={words.count('apartTitle', apart.length)}>
      <RovingList ids={apart.map(({ key }) => key)}>
        <ul>
          {apart.map((other) => (
            <li key={other.key}>
              <ItemRow
                item={other}
                actions={<TakeBack item={item} other={other} pair={[item.key, other.key]} make={make} />}
              />
            </li>
          ))}
        </ul>
      </RovingList>
    </Folded>
  );
};

interface TakeBackProps {
  readonly item: ItemBrief;
  readonly other: ItemBrief;
  readonly pair: readonly [ItemKey, ItemKey];
  readonly make: Make;
}

/** Nothing is said of the two any more. */
export const TakeBack = ({ item, other, pair, make }: TakeBackProps) => {
  const display = useDisplay();
  const { words } = display;
  return (
    <Button
      look="quiet"
      letter="r"
      onClick={() =>
        make(
          { type: 'withdraw-pair', items: pair },
          words.text('saidParted', { item: itemName(display, item), other: itemName(display, other) }),
        )
      }
    >
      {words.text('sameWorkTakeBack')}
    </Button>
  );
};
