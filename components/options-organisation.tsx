import { type Policy, type PolicyKey, policyKeys } from '../lib/core/policy.ts';
import { type Display, useDisplay } from './display.tsx';
import type { OptionsPartProps } from './options-model.ts';
import { Part } from './options-part.tsx';
import { plain } from './plain.ts';
import type { MessageId } from './words.ts';

/** What the organisation decided, each of it in words (P6). */
export const OrganisationPart = ({ model: { policy } }: OptionsPartProps) => {
  const display = useDisplay();
  const { words } = display;
  const decided = policyKeys.filter((key) => policy.decided.includes(key) || policy.unreadable.includes(key));
  return (
    <Part
      id="organisation"
      title={words.text('optionsOrganisation')}
      note={words.text(decided.length === 0 ? 'optionsOrganisationNothing' : 'optionsOrganisationNote')}
    >
      {decided.length > 0 && (
        <dl className="flex flex-col divide-y divide-line">
          {decided.map((key) => (
            <div key={key} className="grid gap-x-4 py-1.5 sm:grid-cols-[5fr_7fr]">
              <dt className="text-muted">{words.text(keyWords[key])}</dt>
              <dd className="min-w-0 break-words">
                {valueWords(display, policy, key)}
                {policy.unreadable.includes(key) && (
                  <span className="block text-12 text-risk">{words.text('policyUnreadable')}</span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Part>
  );
};

const keyWords = {
  blockedSites: 'policyBlockedSites',
  allowedSites: 'policyAllowedSites',
  blockedPlaces: 'policyBlockedPlaces',
  sessionReads: 'policySessionReads',
  tokens: 'policyTokens',
  sharing: 'policySharing',
  exports: 'menuExport',
  retentionDays: 'policyRetention',
  welcomePage: 'policyWelcome',
} as const satisfies Readonly<Record<PolicyKey, MessageId>>;

const valueWords = (display: Display, policy: Policy, key: PolicyKey): string => {
  const { words } = display;
  switch (key) {
    case 'blockedSites':
      return listed(display, policy.blockedSites, 'policyEverySite');
    case 'allowedSites':
      return listed(display, policy.allowedSites ?? [], 'policyEverySite');
    case 'blockedPlaces':
      return listed(display, policy.blockedPlaces, 'policyEveryPlace');
    case 'sessionReads':
    case 'tokens':
    case 'sharing':
    case 'exports':
      return words.text(policy[key] ? 'policyAllowed' : 'policyForbidden');
    case 'retentionDays':
      return policy.retentionDays === undefined
        ? words.text('policyNone')
        : words.count('policyDays', policy.retentionDays);
    case 'welcomePage':
      return words.text(policy.welcomePage ? 'policyWelcomeOpens' : 'policyWelcomeStays');
  }
};

/** As many as one reads through; an administrator may list thousands. */
const shown = 40;

const listed = ({ words }: Display, patterns: readonly string[], every: MessageIdOfEvery): string => {
  if (patterns.length === 0) return words.text('policyNone');
  const names = patterns.slice(0, shown).map((pattern) => (pattern === '*' ? words.text(every) : plain(pattern, 120)));
  const rest = patterns.length - shown;
  return new Intl.ListFormat(words.locale, { type: 'unit' }).format(
    rest > 0 ? [...names, words.count('chainEndsMore', rest)] : names,
  );
};

type MessageIdOfEvery = 'policyEverySite' | 'policyEveryPlace';
