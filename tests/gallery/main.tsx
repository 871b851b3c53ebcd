import { type ReactNode, StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import '../../components/theme.css';
import { DisplayProvider } from '../../components/display.tsx';
import { ErrorBoundary } from '../../components/error-boundary.tsx';
import { ExampleView } from '../../components/example-view.tsx';
import { FailureView } from '../../components/failure-view.tsx';
import { HereNotice } from '../../components/here-notice.tsx';
import type { OptionsModel } from '../../components/options-model.ts';
import { OptionsView } from '../../components/options-view.tsx';
import { Panel } from '../../components/panel.tsx';
import type { PanelIntents } from '../../components/panel-model.ts';
import { Popup } from '../../components/popup-view.tsx';
import type { WelcomeModel } from '../../components/welcome-model.ts';
import { WelcomeView } from '../../components/welcome-view.tsx';
import type { Here } from '../../lib/core/access.ts';
import type { FindingsView } from '../../lib/core/findings-view.ts';
import de from '../../public/_locales/de/messages.json';
import en from '../../public/_locales/en/messages.json';
import * as found from './findings.ts';
import * as days from './first-days.ts';
import { displaySource } from './source.ts';
import * as states from './states.ts';

/** Every view in every state, from made-up data: `?state=item-full&language=de`. Without a state, a list of them. */
const intents: PanelIntents = {
  onChange: async () => ({ ok: true, value: { change: 'c1' } }),
  onUndo: async () => ({ ok: true, value: undefined }),
  onMe: () => {},
  onSetAside: async () => true,
  onBringBack: async () => true,
  onSetAsideMany: async () => true,
  onBringBackMany: async () => true,
  onFindingsFilter: () => {},
  onFindingsSeen: () => {},
  onCopy: async () => true,
  onPreviewSame: async () => states.sameGains,
  onSimilar: async () => [states.docs, states.legal],
  onForget: () => {},
  onFind: async (text) =>
    [states.tokens, states.vault, states.docs, states.legal, states.rtl].filter(({ title = '' }) =>
      title.toLowerCase().includes(text.toLowerCase()),
    ),
  onResolve: async (text) => (text === 'acme/api#45' ? states.tokens : undefined),
  onCopyLine: async () => true,
  onPin: () => {},
  onSingleKeys: () => {},
  onExport: () => {},
  onOptions: () => {},
  onAllow: () => {},
  onSite: () => {},
  onPlace: () => {},
  onShowOverlays: () => {},
  onReadBackup: async () => ({ ok: true, value: states.backup }),
  onReadColleague: async () => ({ ok: true, value: states.colleague }),
};
const popupIntents = { ...intents, onOpenPanel: () => {} };

const { panel, popup, following } = states;
const options = (model: OptionsModel | undefined) => <OptionsView model={model} intents={days.optionsIntents} />;
const welcome = (model: WelcomeModel | undefined) => <WelcomeView model={model} intents={days.welcomeIntents} />;
/** Pressed once the panel is there. */
const Pressed = ({ letter, children }: { readonly letter: string; readonly children: ReactNode }) => {
  useEffect(
    () => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: letter, bubbles: true })),
    [letter],
  );
  return children;
};
const findings = (view: FindingsView | undefined, known = states.known) => (
  <Pressed letter="3">
    <Panel model={panel(following(states.fullView), { findings: view, known })} intents={intents} />
  </Pressed>
);
const hereIntents = { onAllow: () => {}, onSite: () => {}, onPlace: () => {}, onShowOverlays: () => {} };
const notices = () => (
  <div className="flex flex-col gap-4 p-2">
    {Object.entries<Here>(days.heres).map(([name, here]) => (
      <div key={name} style={{ maxWidth: 364 }}>
        <HereNotice here={here} intents={hereIntents} />
      </div>
    ))}
  </div>
);
const drawn = {
  'item-full': () => <Panel model={panel(following(states.fullView))} intents={intents} />,
  'item-cycle': () => <Panel model={panel(following(states.cycleView), { pinned: true })} intents={intents} />,
  'item-circles': () => <Panel model={panel(following(states.circlesView))} intents={intents} />,
  'item-chain': () => <Panel model={panel(following(states.longChainView))} intents={intents} />,
  'item-drift': () => <Panel model={panel(following(states.driftView))} intents={intents} />,
  'item-bare': () => <Panel model={panel(following(states.bareView))} intents={intents} />,
  'item-contested': () => <Panel model={panel(following(states.contestedView))} intents={intents} />,
  'item-proposed': () => <Panel model={panel(following(states.proposedToMe))} intents={intents} />,
  'item-hostile': () => <Panel model={panel(following(states.hostileView))} intents={intents} />,
  'item-rtl': () => <Panel model={panel(following(states.view(states.rtl)))} intents={intents} />,
  'item-huge': () => <Panel model={panel(following(states.hugeView))} intents={intents} />,
  'item-same-work': () => (
    <Panel model={panel({ type: 'item', view: states.sameWorkView, findings: [found.twinRow] })} intents={intents} />
  ),
  'item-reading': () => <Panel model={panel({ type: 'reading' })} intents={intents} />,
  'item-nothing': () => <Panel model={panel({ type: 'nothing' })} intents={intents} />,
  'item-too-new': () => <Panel model={panel(following(states.bareView), { readOnly: 'too-new' })} intents={intents} />,
  'findings-full': () => findings(found.fullFindings),
  'findings-filtered': () => findings(found.filteredFindings),
  'findings-hidden': () => findings(found.hiddenFindings),
  'findings-others': () => findings(found.othersFindings),
  'findings-empty': () => findings(states.noFindings),
  'findings-away': () => findings(found.awayFindings),
  'findings-nothing-read': () => findings(found.nothingJudged),
  'findings-not-known': () => findings(found.othersFindings, states.nobodyKnown),
  'findings-alike': () => findings(found.alikeFindings),
  'findings-long': () => findings(found.longFindings),
  'findings-huge': () => findings(found.hugeFindings),
  'findings-reading': () => findings(undefined),
  'popup-full': () => <Popup model={popup(states.fullMine)} intents={popupIntents} />,
  'popup-empty': () => <Popup model={popup(states.emptyMine)} intents={popupIntents} />,
  'popup-nothing-read': () => <Popup model={popup(states.nothingRead)} intents={popupIntents} />,
  'popup-not-known': () => <Popup model={popup(states.notKnown)} intents={popupIntents} />,
  'popup-aside': () => <Popup model={popup(states.asideMine)} intents={popupIntents} />,
  'popup-only-aside': () => <Popup model={popup(states.onlyAside)} intents={popupIntents} />,
  'popup-reading': () => <Popup model={popup(undefined)} intents={popupIntents} />,
  'popup-huge': () => <Popup model={popup(states.hugeMine)} intents={popupIntents} />,
  'options-full': () => options(days.options),
  'options-decided': () => options(days.decidedOptions),
  'options-empty': () => options(days.emptyOptions),
  'options-many': () => options({ ...days.options, places: days.manyPlaces }),
  'options-read-only': () => options({ ...days.options, readOnly: 'broken' }),
  'options-hostile': () => options(days.hostileOptions),
  'options-reading': () => options(undefined),
  'welcome-fresh': () => welcome(days.freshWelcome),
  'welcome-limited': () => welcome(days.limitedWelcome),
  'welcome-known': () => welcome(days.knownWelcome),
  'welcome-reading': () => welcome(undefined),
  example: () => <ExampleView model={panel(following(states.fullView))} onClose={() => {}} />,
  here: notices,
  failure: () => <FailureView details="TypeError" onCopy={async () => true} onReload={() => {}} />,
} as const;

const wanted = new URLSearchParams(location.search);
const language = wanted.get('language') === 'de' ? 'de' : 'en';
const name = wanted.get('state') ?? '';
const draw = Object.hasOwn(drawn, name) ? drawn[name as keyof typeof drawn] : List;

function List() {
  return (
    <ul>
      {Object.keys(drawn).map((state) => (
        <li key={state}>
          <a href={`?state=${state}`}>{state}</a>
        </li>
      ))}
    </ul>
  );
}

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');
createRoot(root).render(
  <StrictMode>
    <DisplayProvider source={displaySource(language === 'de' ? de : en, language)}>
      <ErrorBoundary fallback={(details) => <pre>{details}</pre>}>{draw()}</ErrorBoundary>
    </DisplayProvider>
  </StrictMode>,
);
