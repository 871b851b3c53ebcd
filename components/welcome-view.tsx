import { type ReactNode, useId } from 'react';
import { Button } from './button.tsx';
import { useDisplay } from './display.tsx';
import { WelcomeMe } from './welcome-me.tsx';
import type { WelcomeIntents, WelcomeModel } from './welcome-model.ts';
import { WelcomeSites } from './welcome-sites.tsx';
import { WelcomeStart } from './welcome-start.tsx';

interface WelcomeViewProps {
  /** Undefined: not read from the store yet. */
  readonly model: WelcomeModel | undefined;
  readonly intents: WelcomeIntents;
}

/** The first page after the install: what there is to do on the left, what Crosstie does and never does on the right. */
export const WelcomeView = ({ model, intents }: WelcomeViewProps) => {
  const { words, tools } = useDisplay();
  const names = new Intl.ListFormat(words.locale).format(tools.map(({ name }) => name));
  return (
    <main className="mx-auto flex max-w-[1040px] flex-col gap-6 px-4 py-6 lg:px-8">
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-[760px]">
          <h1 className="text-16 font-semibold">{words.text('welcomeTitle')}</h1>
          <p className="text-muted">{words.text('welcomeWhat', { tools: names })}</p>
        </div>
        <Button className="h-8 px-3" onClick={intents.onExample}>
          {words.text('welcomeExample')}
        </Button>
      </header>
      <div className="grid items-start gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,11fr)_minmax(0,9fr)]">
        <div className="flex min-w-0 flex-col gap-6">
          <WelcomePart title={words.text('welcomeSites')}>
            {model === undefined ? <Unread /> : <WelcomeSites model={model} intents={intents} />}
          </WelcomePart>
          <WelcomePart title={words.text('welcomeMe')}>
            {model === undefined ? <Unread /> : <WelcomeMe model={model} intents={intents} />}
          </WelcomePart>
          <WelcomePart title={words.text('welcomeStart')}>
            {model === undefined ? <Unread /> : <WelcomeStart model={model} />}
          </WelcomePart>
        </div>
        <div className="flex min-w-0 flex-col gap-6 rounded-2 bg-raised p-4">
          <Points
            title={words.text('welcomeReads')}
            points={[
              words.text('welcomeReadsPages'),
              words.text('welcomeReadsFacts'),
              words.text('welcomeReadsPlaces'),
            ]}
          />
          <Points
            title={words.text('welcomeNever')}
            points={[
              words.text('welcomeNeverSends'),
              words.text('welcomeNeverWrites'),
              words.text('welcomeNeverPrivate'),
            ]}
          />
          <WelcomePart title={words.text('welcomeDisk')}>
            <p>{words.text('welcomeDiskPlain')}</p>
            <p>
              <Button look="quiet" className="-ml-2" onClick={() => intents.onOptions('delete')}>
                {words.text('welcomeDiskDelete')}
              </Button>
            </p>
          </WelcomePart>
          <Points
            title={words.text('welcomeHand')}
            points={[words.text('welcomePin'), words.text('welcomeKeyPanel'), words.text('welcomeKeyHide')]}
          />
        </div>
      </div>
    </main>
  );
};

const WelcomePart = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-1.5">
      <h2 id={id} className="font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
};

interface PointsProps {
  readonly title: string;
  readonly points: readonly string[];
}

const Points = ({ title, points }: PointsProps) => (
  <WelcomePart title={title}>
    <ul className="flex list-disc flex-col gap-1 pl-4 marker:text-muted">
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  </WelcomePart>
);

const Unread = () => {
  const { words } = useDisplay();
  return (
    <div role="status" aria-busy="true" aria-label={words.text('reading')} className="flex flex-col gap-2">
      <div className="h-8 rounded-1 bg-raised" />
      <div className="h-8 rounded-1 bg-raised" />
    </div>
  );
};
