import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { maxAsideReason } from '../lib/core/aside.ts';
import { Button } from './button.tsx';
import { ChoiceEntry, ChoiceMenu, type OpenMenu } from './choice-menu.tsx';
import { type Display, useDisplay } from './display.tsx';
import { type DismissReason, dismissReasons } from './findings-model.ts';
import { Icon } from './icon.tsx';
import { plain } from './plain.ts';
import type { MessageId } from './words.ts';

const reasonWords = {
  'no-problem': 'dismissNoProblem',
  accepted: 'dismissAccepted',
  wrong: 'dismissWrong',
} as const satisfies Readonly<Record<DismissReason, MessageId>>;

/** Why something was dismissed: one of the reasons offered, or what somebody wrote. */
export const dismissedBecause = ({ words }: Pick<Display, 'words'>, reason: string): string => {
  const offered = dismissReasons.find((one) => one === reason);
  return offered === undefined ? plain(reason, maxAsideReason) : words.text(reasonWords[offered]);
};

interface DismissProps {
  /** Its word stands on it, not a sign alone. */
  readonly worded?: boolean;
  readonly disabled?: boolean;
  /** The row goes away with it. */
  readonly leaves?: boolean;
  readonly onDismiss: (reason: string) => void;
}

/** "Dismiss", and why (Q4): it stays away until what it speaks of is gone and comes again. */
export const Dismiss = ({ worded = false, disabled = false, leaves = false, onDismiss }: DismissProps) => {
  const { words } = useDisplay();
  const label = words.text('dismiss');
  return (
    <ChoiceMenu
      label={label}
      letter="d"
      face={worded ? label : <Icon name="withdraw" className="text-muted" />}
      look={worded ? 'plain' : 'quiet'}
      disabled={disabled}
      leaves={leaves}
    >
      {(menu) => <Reasons menu={menu} onDismiss={onDismiss} />}
    </ChoiceMenu>
  );
};

interface ReasonsProps {
  readonly menu: OpenMenu;
  readonly onDismiss: (reason: string) => void;
}

const Reasons = ({ menu, onDismiss }: ReasonsProps) => {
  const { words } = useDisplay();
  const choose = (reason: string): void => menu.onChosen(() => onDismiss(reason));
  return (
    <>
      <ul>
        {dismissReasons.map((reason) => (
          <ChoiceEntry key={reason} onPress={() => choose(reason)}>
            {words.text(reasonWords[reason])}
          </ChoiceEntry>
        ))}
        {menu.isTyping ? (
          <li>
            <OwnWords onChoose={choose} />
          </li>
        ) : (
          <ChoiceEntry onPress={menu.onType}>{words.text('dismissOwn')}</ChoiceEntry>
        )}
      </ul>
      <p className="border-t border-line px-2 pt-1 text-12 text-muted">{words.text('dismissNote')}</p>
    </>
  );
};

const OwnWords = ({ onChoose }: { readonly onChoose: (reason: string) => void }) => {
  const { words } = useDisplay();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  const reason = plain(text, maxAsideReason);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason !== '') onChoose(reason);
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-1 px-2 py-1">
      <label htmlFor={id}>{words.text('dismissOwnLabel')}</label>
      <span className="flex items-center gap-1">
        <input
          ref={input}
          id={id}
          type="text"
          dir="auto"
          autoComplete="off"
          maxLength={maxAsideReason}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="h-7 min-w-0 flex-1 rounded-1 border border-edge bg-surface px-1.5 text-13 text-ink"
        />
        <Button type="submit" disabled={reason === ''}>
          {words.text('dismiss')}
        </Button>
      </span>
    </form>
  );
};
