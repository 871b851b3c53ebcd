import { useDisplay } from './display.tsx';
import { ReadOnlyNotice, type ReadOnlyReason } from './notices.tsx';
import { Decided } from './options-part.tsx';

interface ReadOnlyProps {
  readonly why: ReadOnlyReason;
  readonly mayExport: boolean;
  readonly onExport: () => void;
}

/** P5, P6: what is stored can only be read. Where the organisation forbids exports, none is offered. */
export const ReadOnly = ({ why, mayExport, onExport }: ReadOnlyProps) => {
  const { words } = useDisplay();
  return (
    <div className="flex flex-col gap-2 pt-6">
      <ReadOnlyNotice why={why} {...(mayExport ? { onExport } : {})} />
      {!mayExport && <Decided>{words.text('optionsNoExports')}</Decided>}
    </div>
  );
};
