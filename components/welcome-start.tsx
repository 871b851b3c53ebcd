import { CoverageLine } from './coverage.tsx';
import { useDisplay } from './display.tsx';
import { StartLinks } from './start-links.tsx';
import type { WelcomeModel } from './welcome-model.ts';

/** For each tool the page that lists my own open work: reading it fills the popup. */
export const WelcomeStart = ({ model: { startLinks, coverage } }: { readonly model: WelcomeModel }) => {
  const { words } = useDisplay();
  return (
    <>
      <p>{words.text('welcomeStartHow')}</p>
      <StartLinks startLinks={startLinks} />
      <div className="-mx-2 empty:hidden">
        <CoverageLine coverage={coverage} />
      </div>
    </>
  );
};
