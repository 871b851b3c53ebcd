import type { StartLink } from '../lib/core/view.ts';
import { useDisplay } from './display.tsx';
import { SafeLink } from './safe-link.tsx';
import { toolName } from './site-name.ts';
import { ToolBadge } from './tool-badge.tsx';

interface StartLinksProps {
  readonly startLinks: readonly StartLink[];
  /** They are rows of a list that the arrow keys walk. */
  readonly walk?: boolean;
}

/** For each tool the page that lists my own open work: reading it fills the popup. */
export const StartLinks = ({ startLinks, walk = false }: StartLinksProps) => {
  const display = useDisplay();
  const { words, tools } = display;
  // Where every company has a host of its own, the link can stand here only once a page of it was opened. There are
  // always some once they are known.
  const later = startLinks.length === 0 ? [] : tools.filter(({ id }) => !startLinks.some(({ tool }) => tool === id));
  return (
    <ul className="flex flex-col gap-1">
      {startLinks.map(({ tool, to }) => (
        <li key={`${tool} ${to.href}`}>
          <SafeLink
            to={to}
            walk={walk}
            className="flex min-h-8 items-center gap-2 rounded-1 border border-line px-2 text-accent hover:bg-raised"
          >
            <ToolBadge tool={tool} />
            {words.text('emptyStart', { tool: toolName(display, tool) })}
            <span className="min-w-0 truncate text-12 text-muted">{to.host}</span>
          </SafeLink>
        </li>
      ))}
      {later.map(({ id, name }) => (
        <li key={id} className="flex min-h-8 items-center gap-2 px-2 text-muted">
          <ToolBadge tool={id} />
          {words.text('emptyStartLater', { tool: name })}
        </li>
      ))}
    </ul>
  );
};
