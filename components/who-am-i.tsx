import { type Account, accountId, displayName } from '../lib/core/person.ts';
import type { WhoAmI } from '../lib/core/view.ts';
import { Button } from './button.tsx';
import { useDisplay } from './display.tsx';
import { PersonField } from './person-field.tsx';
import { plain } from './plain.ts';

interface WhoAmIAskProps {
  readonly ask: WhoAmI;
  readonly onMe: (account: Account) => void;
}

const offered = 5;

/** "Which of these are you on …?": one click, or a name typed. Two people of one name are told apart by their account. */
export const WhoAmIAsk = ({ ask, onMe }: WhoAmIAskProps) => {
  const { words, tool } = useDisplay();
  const { tool: id, site, people, namesakes } = ask;
  const where = tool(id)?.name ?? id;
  const [first] = people;
  const question = ((): string => {
    if (first === undefined) return words.text('whoAmINobody', { tool: where });
    if (namesakes) return words.text('whoAmINamesakes', { name: plain(displayName(first), 60), tool: where });
    return words.text('whoAmI', { tool: where });
  })();
  return (
    <section aria-label={question} className="rounded-2 border border-line bg-raised p-3">
      <h2 className="text-13 font-medium">{question}</h2>
      {site !== id && <p className="text-12 text-muted">{plain(site, 80)}</p>}
      {people.length > 0 && (
        <div className="mt-2 flex flex-wrap gap-1.5">
          {people.slice(0, offered).map((person) => (
            <Button key={accountId(person)} onClick={() => onMe(person)} className="max-w-full">
              <bdi className="truncate">{nameAmong(person, people)}</bdi>
            </Button>
          ))}
        </div>
      )}
      <div className="mt-2">
        <PersonField
          label={words.text('whoAmIName', { tool: where })}
          site={{ tool: id, site }}
          known={people}
          onPick={onMe}
        />
      </div>
    </section>
  );
};

/** A name; with its account where another one here is called the same. */
const nameAmong = (person: Account, all: readonly Account[]): string => {
  const name = plain(displayName(person), 60);
  const namesakes = all.filter((other) => plain(displayName(other), 60) === name).length;
  return namesakes > 1 && person.handle !== undefined ? `${name} (${plain(person.handle, 40)})` : name;
};
