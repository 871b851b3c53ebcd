import { Button } from './button.tsx';
import { useDisplay } from './display.tsx';
import { SiteAccessWord } from './site-access.tsx';
import { siteName } from './site-name.ts';
import { ToolBadge } from './tool-badge.tsx';
import type { WelcomePartProps } from './welcome-model.ts';

/** Where it may run, each site with the one click that it lacks. */
export const WelcomeSites = ({ model, intents }: WelcomePartProps) => {
  const display = useDisplay();
  const { words } = display;
  return (
    <>
      <ul className="flex flex-col divide-y divide-line">
        {model.sites.map((site) => {
          const name = siteName(display, site);
          return (
            <li key={`${site.tool} ${site.site}`} className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 py-1">
              <ToolBadge tool={site.tool} />
              <bdi className="min-w-0 flex-1 basis-36 truncate" title={name}>
                {name}
              </bdi>
              <div className="ml-auto flex items-center gap-3">
                <SiteAccessWord access={site.access} />
                {site.access === 'withheld' && (
                  <Button
                    look="primary"
                    aria-label={words.text('accessAllowName', { site: name })}
                    onClick={() => intents.onAllow(site)}
                  >
                    {words.text('accessAllow')}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      <p>
        <Button look="quiet" className="-ml-2" onClick={() => intents.onOptions('sites')}>
          {words.text('welcomeSitesMore')}
        </Button>
      </p>
    </>
  );
};
