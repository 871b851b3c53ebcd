import { useId, useMemo, useState } from 'react';
import { Button } from './button.tsx';
import { closeAround } from './closing.ts';
import { useDisplay } from './display.tsx';
import { exampleIntents } from './example-intents.ts';
import { useModal } from './modal.ts';
import { Panel } from './panel.tsx';
import type { PanelIntents, PanelModel } from './panel-model.ts';

interface ExampleViewProps {
  /** Made-up items. */
  readonly model: PanelModel;
  /** What the panel can do in the example. What is not given here does nothing, and says so. */
  readonly intents?: Partial<PanelIntents>;
  readonly onClose: () => void;
}

/** A filled panel with made-up items, in a frame that says so the whole time. Nothing of it is stored. */
export const ExampleView = ({ model, intents, onClose }: ExampleViewProps) => {
  const { words } = useDisplay();
  const dialog = useModal();
  const [isTried, setTried] = useState(false);
  const id = useId();
  const all = useMemo((): PanelIntents => ({ ...exampleIntents(() => setTried(true)), ...intents }), [intents]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      className="m-auto h-[min(760px,calc(100%-24px))] max-h-none w-[min(480px,calc(100%-16px))] max-w-none overflow-hidden rounded-2 border-2 border-accent bg-surface p-0 text-13 text-ink shadow-float"
    >
      <div className="flex h-full flex-col">
        <div className="flex items-center gap-2 border-b border-line bg-tint py-2 pr-2 pl-3 text-accent">
          <div className="min-w-0 flex-1">
            <h2 id={id} className="font-semibold">
              {words.text('exampleTitle')}
            </h2>
            <p role="status" className="text-12">
              {words.text(isTried ? 'exampleNothing' : 'exampleNote')}
            </p>
          </div>
          <Button onClick={closeAround}>{words.text('exampleClose')}</Button>
        </div>
        <div className="min-h-0 flex-1">
          <Panel model={model} intents={all} />
        </div>
      </div>
    </dialog>
  );
};
