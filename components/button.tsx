import type { ButtonHTMLAttributes } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { useTabIndex } from './roving.tsx';

const base =
  'inline-flex items-center justify-center gap-1 rounded-1 text-12 font-medium whitespace-nowrap select-none disabled:opacity-60 aria-disabled:opacity-60';

const looks = {
  primary: 'bg-accent text-on-accent hover:brightness-110 active:brightness-95',
  plain: 'border border-edge/60 bg-surface text-ink hover:bg-raised active:bg-pressed',
  quiet: '-mx-1 text-accent hover:bg-tint active:bg-pressed',
} as const;

const sizes = { usual: 'h-7 px-2.5', small: 'h-6 px-2' } as const;

interface Keyed {
  /** The letter that presses it while its row has the focus. */
  readonly letter?: string;
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> &
  Keyed & { readonly look?: keyof typeof looks; readonly size?: keyof typeof sizes };

export const Button = ({
  look = 'plain',
  size = look === 'quiet' ? 'small' : 'usual',
  letter,
  className = '',
  ...rest
}: ButtonProps) => (
  <button
    type="button"
    tabIndex={useTabIndex()}
    className={`${base} ${sizes[size]} ${looks[look]} ${className}`}
    {...keyed(letter)}
    {...rest}
  />
);

type IconButtonProps = ButtonHTMLAttributes<HTMLButtonElement> &
  Keyed & { readonly icon: IconName; readonly label: string };

/** A sign alone; its label is its name and its tip. */
export const IconButton = ({ icon, label, letter, className = '', ...rest }: IconButtonProps) => (
  <button
    type="button"
    tabIndex={useTabIndex()}
    aria-label={label}
    title={letter === undefined ? label : `${label} (${letter})`}
    className={`inline-flex size-6 items-center justify-center rounded-1 text-muted hover:bg-pressed hover:text-ink ${className}`}
    {...keyed(letter)}
    {...rest}
  >
    <Icon name={icon} />
  </button>
);

const keyed = (letter: string | undefined) =>
  letter === undefined ? {} : { 'data-letter': letter, 'aria-keyshortcuts': letter };
