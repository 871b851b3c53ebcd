import type { ReactNode } from 'react';
import { splitKey } from '../lib/core/key.ts';
import type { ItemBrief } from '../lib/core/view.ts';
import { keyLabel, useDisplay } from './display.tsx';
import { plain } from './plain.ts';
import { ToolBadge } from './tool-badge.tsx';

interface ItemLineProps {
  /** What the item is to the row it stands in: "for", "blocked by". */
  readonly lead: string;
  readonly item: ItemBrief;
  readonly after?: ReactNode;
}

/** Another item inside of a row: tool, key, title on one line, nothing to press. */
export const ItemLine = ({ lead, item, after }: ItemLineProps) => {
  const display = useDisplay();
  const title = plain(item.title ?? '');
  const label = display.short(item.key) !== undefined || title === '' ? keyLabel(display, item.key) : undefined;
  return (
    <p
      className="flex items-center gap-1.5 leading-5"
      title={[label, title].filter((part) => part !== undefined).join(' ')}
    >
      <span className="shrink-0">{lead}</span>
      <ToolBadge tool={splitKey(item.key).tool} />
      {label !== undefined && <bdi className="max-w-[45%] shrink-0 truncate tabular-nums">{label}</bdi>}
      <bdi className="min-w-0 truncate text-ink">{title}</bdi>
      {after !== undefined && <span className="shrink-0">{after}</span>}
    </p>
  );
};
