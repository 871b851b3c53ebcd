import { type KeyboardEvent, type ReactNode, type Ref, useId, useState } from 'react';

interface ComboboxProps<Option> {
  readonly label: string;
  readonly placeholder?: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly options: readonly Option[];
  readonly idOf: (option: Option) => string;
  readonly draw: (option: Option) => ReactNode;
  readonly onPick: (option: Option) => void;
  /** Enter without an option chosen. */
  readonly onEnter: () => void;
  /** Said below; also the field's description. */
  readonly note?: string | undefined;
  readonly invalid?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** The list is as wide as the nearest positioned part around, not as the field. */
  readonly wide?: boolean;
}

/**
 * A field with suggestions, by the ARIA pattern (editable combobox, list autocomplete): the focus stays in the
 * field, arrows move the mark in the list, Enter takes it, Escape closes the list and, pressed again, empties the field.
 */
export const Combobox = <Option,>(props: ComboboxProps<Option>) => {
  const {
    label,
    placeholder,
    text,
    onText,
    options,
    idOf,
    draw,
    onPick,
    onEnter,
    note,
    invalid = false,
    inputRef,
    wide = false,
  } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const shown = open && options.length > 0;
  const marked = shown ? options[at] : undefined;
  const optionId = (option: Option): string => `${id}-${idOf(option)}`;

  const close = (): void => {
    setOpen(false);
    setAt(-1);
  };
  const pick = (option: Option): void => {
    close();
    onPick(option);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        setOpen(true);
        if (options.length > 0) setAt(next(at, event.key === 'ArrowDown' ? 1 : -1, options.length));
        return;
      }
      case 'Enter':
        event.preventDefault();
        if (marked === undefined) onEnter();
        else pick(marked);
        return;
      case 'Escape':
        if (shown) close();
        else if (text !== '') onText('');
        else return;
        event.preventDefault();
        event.stopPropagation();
    }
  };

  return (
    <div className={wide ? '' : 'relative'}>
      <input
        ref={inputRef}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(marked === undefined ? {} : { 'aria-activedescendant': optionId(marked) })}
        {...(note === undefined ? {} : { 'aria-describedby': `${id}-note` })}
        aria-invalid={invalid}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        maxLength={2000}
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          onText(event.target.value);
          setOpen(true);
          setAt(-1);
        }}
        onFocus={() => setOpen(true)}
        onBlur={close}
        onKeyDown={onKeyDown}
        className={`h-8 w-full rounded-1 border bg-surface px-2 text-13 text-ink ${invalid ? 'border-blocked' : 'border-edge'}`}
      />
      <div
        role="listbox"
        id={`${id}-list`}
        aria-label={label}
        hidden={!shown}
        className="absolute inset-x-0 top-full z-10 mt-1 max-h-64 overflow-y-auto rounded-2 border border-line bg-surface p-1 shadow-float"
      >
        {shown &&
          options.map((option) => (
            // The keyboard is the field's (aria-activedescendant): an option itself never has the focus.
            // biome-ignore lint/a11y/useFocusableInteractive: see above
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <div
              role="option"
              key={idOf(option)}
              id={optionId(option)}
              aria-selected={option === marked}
              ref={option === marked ? intoView : undefined}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(option)}
              className="cursor-pointer rounded-1 px-2 py-1 text-13 hover:bg-raised aria-selected:bg-tint"
            >
              {draw(option)}
            </div>
          ))}
      </div>
      {note !== undefined && (
        <p id={`${id}-note`} role="status" className={`mt-1 text-12 ${invalid ? 'text-blocked' : 'text-muted'}`}>
          {note}
        </p>
      )}
    </div>
  );
};

const next = (at: number, step: 1 | -1, length: number): number => {
  if (at === -1) return step === 1 ? 0 : length - 1;
  return (at + step + length) % length;
};

const intoView = (option: HTMLElement | null): void => option?.scrollIntoView?.({ block: 'nearest' });
