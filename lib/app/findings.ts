import type { Evidence, Finding } from '../core/finding.ts';
import { standing } from '../core/finding-aside.ts';
import type {
  EvidenceView,
  FindingRow,
  FindingsFilter,
  FindingsView,
  Gap,
  KeptFinding,
} from '../core/findings-view.ts';
import { briefOf } from '../core/item-view.ts';
import { type ItemKey, placeId, splitKey } from '../core/key.ts';
import { toldAt } from '../core/likes.ts';
import { accountId } from '../core/person.ts';
import type { Snapshot } from '../core/snapshot.ts';
import type { Sighting } from '../core/view.ts';
import type { Eyes, Needs } from './needs.ts';
import { asideOf, isMine, type Sieve, shownAmong, sieveOf } from './shown-findings.ts';
import { eyesNow } from './who-am-i.ts';

/** So many rows are given at most; all are counted. */
const maxRows = 200;
const maxAsideRows = 100;

/** What needs a look, most pressing first, with how much was looked at and what could not be judged (K3). */
export const findingsView = async (needs: Needs, filter: FindingsFilter): Promise<FindingsView> => {
  const { knowledge } = needs;
  const { sieve, eyes } = await sieveNow(needs);
  const { asides } = sieve.settings;
  const [standingNow, answers, coverage] = await Promise.all([
    knowledge.findings(),
    knowledge.keptAnswers(),
    knowledge.coverage(),
  ]);
  const shown = shownAmong(standingNow, sieve);
  const kept = byId(standingNow);
  const isAway = (finding: KeptFinding): boolean => standing(kept(finding), asideOf(finding, asides), eyes.today).away;
  const [away, here] = [shown.filter(isAway), shown.filter((finding) => !isAway(finding))];
  const fitting = here.filter(fits(filter, sieve));
  const rows = fitting.slice(0, maxRows);
  const asideRows = away.slice(0, maxAsideRows);
  const keys = [...[...rows, ...asideRows].flatMap(itemsIn), ...answers.gaps.flatMap(({ some }) => some)];
  const snapshot = await knowledge.readItems([...new Set(keys)], eyes);
  const row = rowIn(snapshot, sieve, eyes, answers.looked, kept);
  return {
    filter,
    rows: rows.map(row),
    aside: asideRows.flatMap((finding) => {
      const aside = asideOf(finding, asides);
      return aside === undefined ? [] : [{ row: row(finding), aside }];
    }),
    total: fitting.length,
    counts: { mine: here.filter((finding) => isMine(finding, eyes.me)).length, all: here.length },
    gaps: answers.gaps.map(
      ({ field, count, some }): Gap => ({ field, count, some: some.map((key) => briefOf(snapshot, key)) }),
    ),
    judged: Object.values(coverage.items).reduce((sum, count) => sum + count, 0),
  };
};

/** What needs a look about one item: nothing that is set aside. */
export const findingsOfItem = async (needs: Needs, key: ItemKey): Promise<readonly FindingRow[]> => {
  const { knowledge } = needs;
  const { sieve, eyes } = await sieveNow(needs);
  const all = await knowledge.findingsOn([key]);
  const kept = byId(all);
  const shown = shownAmong(all, sieve).filter(
    (finding) => !standing(kept(finding), asideOf(finding, sieve.settings.asides), eyes.today).away,
  );
  const found = toldAt(shown, key);
  if (found.length === 0) return [];
  const snapshot = await knowledge.readItems([...new Set(found.flatMap(itemsIn))], eyes);
  return found.map(rowIn(snapshot, sieve, eyes, Number.POSITIVE_INFINITY, kept));
};

/** Findings as they are kept, whatever of them is told. */
const byId = (findings: readonly KeptFinding[]): ((told: KeptFinding) => KeptFinding) => {
  const known = new Map(findings.map((finding) => [finding.id, finding]));
  return (told) => known.get(told.id) ?? told;
};

const sieveNow = async (needs: Needs): Promise<{ readonly sieve: Sieve; readonly eyes: Eyes }> => {
  const { knowledge, tools, clock } = needs;
  const [settings, policy] = await Promise.all([knowledge.settings(), needs.policy()]);
  const eyes = await eyesNow({ knowledge, clock }, settings.me);
  return { sieve: sieveOf({ settings, policy, me: eyes.me, tools }), eyes };
};

const fits =
  ({ mine, signal, tool, place, person }: FindingsFilter, sieve: Sieve) =>
  (finding: KeptFinding): boolean =>
    (!mine || isMine(finding, sieve.me)) &&
    (signal === undefined || finding.signal === signal) &&
    (tool === undefined || finding.items.some((key) => splitKey(key).tool === tool)) &&
    (place === undefined || finding.items.some((key) => placeId(sieve.tools.place(key)) === place)) &&
    (person === undefined || finding.concerns.some((account) => accountId(account) === person));

/** So many of the items of one finding are named. */
const maxNamed = 12;

/** The items that are named where it is shown. */
const itemsIn = ({ items, says, evidence, next }: Finding): readonly ItemKey[] => [
  ...new Set([
    ...items.slice(0, maxNamed),
    ...Object.values(says.args).flatMap((argument) => ('item' in argument ? [argument.item] : [])),
    ...evidence.slice(0, maxNamed).flatMap(({ item, on }) => (on === undefined ? [item] : [item, on])),
    ...next.flatMap((step) => (step.type === 'cut' ? [step.blocker, step.blocked] : [step.item])),
  ]),
];

const rowIn =
  (
    snapshot: Snapshot,
    { settings, me, tools }: Sieve,
    { today }: Eyes,
    looked: number,
    kept: (told: KeptFinding) => KeptFinding,
  ) =>
  (finding: KeptFinding): FindingRow => {
    const whole = kept(finding);
    const { back } = standing(whole, asideOf(finding, settings.asides), today);
    const keys = itemsIn(finding);
    return {
      finding,
      ...(whole === finding ? {} : { kept: whole }),
      items: new Map(keys.map((key) => [key, briefOf(snapshot, key)])),
      evidence: finding.evidence.slice(0, maxNamed).map((one) => evidenceIn(snapshot, one)),
      isNew: finding.since > looked,
      mine: isMine(finding, me),
      places: [
        ...new Map(
          finding.items.slice(0, maxNamed).map((key) => [placeId(tools.place(key)), tools.place(key)]),
        ).values(),
      ],
      ...(back === undefined ? {} : { back }),
    };
  };

const evidenceIn = (snapshot: Snapshot, { item, fact, on }: Evidence): EvidenceView => {
  const seen = on === undefined ? factSeen(snapshot, item, fact) : waitSeen(snapshot, item, on);
  return {
    item: briefOf(snapshot, item),
    fact,
    ...(on === undefined ? {} : { on: briefOf(snapshot, on) }),
    ...(seen === undefined ? {} : { seen }),
  };
};

const factSeen = ({ items }: Snapshot, key: ItemKey, fact: Evidence['fact']): Sighting | undefined => {
  if (fact === 'waits' || fact === 'owner') return undefined;
  const known = items.get(key)?.facts[fact];
  return known === undefined ? undefined : { at: known.at, from: known.from };
};

/** The latest page that said that one waits on the other. */
const waitSeen = ({ links }: Snapshot, item: ItemKey, on: ItemKey): Sighting | undefined => {
  const times = links
    .filter(({ from, to }) => (from === item && to === on) || (from === on && to === item))
    .map(({ at }) => at);
  return times.length === 0 ? undefined : { at: Math.max(...times), from: 'item' };
};
