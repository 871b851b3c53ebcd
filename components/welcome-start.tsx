import { CoverageLine, StartLater } from './coverage.tsx';
import { useDisplay } from './display.tsx';
import { SafeLink } from './safe-link.tsx';
import { toolName } from './site-name.ts';
import { ToolBadge } from './tool-badge.tsx';
import type { WelcomeModel } from './welcome-model.ts';

/** For each tool the page that lists my own open work: reading it fills the popup. */
export const WelcomeStart = ({ model: { startLinks, coverage } }: { readonly model: WelcomeModel }) => {
  const display = useDisplay();
  const { words } = display;
  return (
    <>
      <p>{words.text('welcomeStartHow')}</p>
      <ul className="flex flex-col gap-1">
        {startLinks.map(({ tool, to }) => (
          <li key={`${tool} ${to.href}`}>
            <SafeLink
              to={to}
              className="flex min-h-8 items-center gap-2 rounded-1 border border-line px-2 text-accent hover:bg-raised"
            >
              <ToolBadge tool={tool} />
              {words.text('emptyStart', { tool: toolName(display, tool) })}
              <span className="min-w-0 truncate text-12 text-muted">{to.host}</span>
            </SafeLink>
          </li>
        ))}
        <StartLater startLinks={startLinks} />
      </ul>
      <div className="-mx-2 empty:hidden">
        <CoverageLine coverage={coverage} />
      </div>
    </>
  );
};
