import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../components/theme.css';
import { DisplayProvider } from '../../components/display.tsx';
import { ErrorBoundary } from '../../components/error-boundary.tsx';
import { FailureView } from '../../components/failure-view.tsx';
import { Panel } from '../../components/panel.tsx';
import type { PanelIntents } from '../../components/panel-model.ts';
import { Popup } from '../../components/popup-view.tsx';
import de from '../../public/_locales/de/messages.json';
import en from '../../public/_locales/en/messages.json';
import { displaySource } from './source.ts';
import * as states from './states.ts';

/** Every view in every state, from made-up data: `?state=item-full&language=de`. Without a state, a list of them. */
const intents: PanelIntents = {
  onChange: async () => ({ ok: true, value: { change: 'c1' } }),
  onUndo: async () => ({ ok: true, value: undefined }),
  onMe: () => {},
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
  onReadBackup: async () => ({ ok: true, value: states.backup }),
  onReadColleague: async () => ({ ok: true, value: states.colleague }),
};
const popupIntents = { ...intents, onOpenPanel: () => {} };

const { panel, popup, following } = states;
const drawn = {
  'item-full': () => <Panel model={panel(following(states.fullView))} intents={intents} />,
  'item-cycle': () => <Panel model={panel(following(states.cycleView), { pinned: true })} intents={intents} />,
  'item-drift': () => <Panel model={panel(following(states.driftView))} intents={intents} />,
  'item-bare': () => <Panel model={panel(following(states.bareView))} intents={intents} />,
  'item-contested': () => <Panel model={panel(following(states.contestedView))} intents={intents} />,
  'item-proposed': () => <Panel model={panel(following(states.proposedToMe))} intents={intents} />,
  'item-hostile': () => <Panel model={panel(following(states.hostileView))} intents={intents} />,
  'item-rtl': () => <Panel model={panel(following(states.view(states.rtl)))} intents={intents} />,
  'item-huge': () => <Panel model={panel(following(states.hugeView))} intents={intents} />,
  'item-reading': () => <Panel model={panel({ type: 'reading' })} intents={intents} />,
  'item-nothing': () => <Panel model={panel({ type: 'nothing' })} intents={intents} />,
  'item-too-new': () => <Panel model={panel(following(states.bareView), { readOnly: 'too-new' })} intents={intents} />,
  'popup-full': () => <Popup model={popup(states.fullMine)} intents={popupIntents} />,
  'popup-empty': () => <Popup model={popup(states.emptyMine)} intents={popupIntents} />,
  'popup-nothing-read': () => <Popup model={popup(states.nothingRead)} intents={popupIntents} />,
  'popup-not-known': () => <Popup model={popup(states.notKnown)} intents={popupIntents} />,
  'popup-reading': () => <Popup model={popup(undefined)} intents={popupIntents} />,
  'popup-huge': () => <Popup model={popup(states.hugeMine)} intents={popupIntents} />,
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
