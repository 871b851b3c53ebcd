import { bounds, type Review } from '../../core/item.ts';
import type { Person } from '../../core/person.ts';
import { seen } from '../../core/seen.ts';
import type { Dom } from '../dom.ts';
import type { Page } from '../reader.ts';
import type { Header } from './header.ts';
import { personFrom, personOf } from './people.ts';
import { allOutside, elsewhere, firstOutside, timeIn, written } from './scope.ts';

export interface Reviewing {
  /** Asked, and not answered yet. */
  readonly reviewers?: readonly Person[];
  readonly reviews?: readonly Review[];
}

type Verdict = Review['verdict'];

/**
 * Requested reviewers and given reviews. The sidebar has one row a person or team with a sign for the answer; the
 * timeline has each review with its time and commit.
 */
export const readReviewing = (page: Page, header: Header, author: Person | undefined): Reviewing => {
  const { dom } = page;
  const given = reviewsInTimeline(page, header).filter(({ by }) => by.handle !== author?.handle);
  const form = firstOutside(
    dom,
    'form[data-reviewers-team-size-check-url], form[id^="pull-request-reviewers-form"], form[action$="/review-requests"]',
    header.container,
    elsewhere,
  );
  if (form === undefined) return given.length === 0 ? {} : { reviews: given };

  const reviewers: Person[] = [];
  const reviews = [...given];
  for (const row of reviewerRows(page, form)) {
    const answered = row.verdict === undefined && given.some(({ by }) => by.handle === row.person.handle);
    if (row.waits || (row.verdict === undefined && !answered)) reviewers.push(row.person);
    if (row.verdict !== undefined && !reviews.some((review) => isBy(review, row.person, row.verdict))) {
      reviews.push({ by: row.person, verdict: row.verdict });
    }
  }
  return { reviewers: reviewers.slice(0, bounds.people), reviews: reviews.slice(0, bounds.reviews) };
};

const isBy = (review: Review, person: Person, verdict: Verdict | undefined): boolean =>
  review.by.handle === person.handle && review.verdict === verdict;

interface Row {
  readonly person: Person;
  readonly waits: boolean;
  /** Absent: no sign that is known. */
  readonly verdict?: Verdict;
}

const menus = 'details, details-menu, [role="menu"]';
const entries = '[data-assignee-name], .js-reviewer-team, a[href*="/teams/"]';

const reviewerRows = (page: Page, form: Element): readonly Row[] => {
  const { dom, address } = page;
  const shown = allOutside(dom, entries, form, menus);
  const rows = new Map<string, Row>();
  for (const entry of shown) {
    const row = rowAround(page, entry, form, shown);
    // Somebody whom GitHub only proposes to ask.
    if (dom.first('.js-suggested-reviewer, [name="suggested_reviewer_id"]', row) !== undefined) continue;
    const link = dom.matches(entry, 'a[href]')
      ? entry
      : (dom.first('a.assignee[href]', entry) ?? dom.first('a[href]', entry) ?? entry);
    const named = dom.attribute(entry, 'data-assignee-name');
    const person = personOf(dom, link, address) ?? (named === undefined ? undefined : personFrom(named, named));
    if (person?.handle === undefined || rows.has(person.handle)) continue;
    const waits = isWaiting(page, row);
    const verdict = waits ? undefined : verdictIn(page, row);
    rows.set(person.handle, seen<Row>({ person, waits, verdict }));
  }
  return [...rows.values()];
};

/** The widest element around an entry that holds no other entry: its row, with the sign in it. */
const rowAround = ({ dom }: Page, entry: Element, form: Element, all: readonly Element[]): Element => {
  let row = entry;
  for (let parent = dom.parent(row); parent !== undefined && parent !== form; parent = dom.parent(row)) {
    const outer = parent;
    const others = all.filter((other) => !dom.contains(entry, other) && !dom.contains(other, entry));
    if (others.some((other) => dom.contains(outer, other))) break;
    row = outer;
  }
  return row;
};

const isWaiting = ({ dom }: Page, row: Element): boolean => {
  const pending = '[id^="awaiting-review-"], .octicon-dot-fill, .octicon-primitive-dot';
  return dom.first(pending, row) !== undefined || /\bawaiting\b/iu.test(signWords(dom, row));
};

const verdictIn = ({ dom }: Page, row: Element): Verdict | undefined =>
  verdictFromIcon(iconsIn(dom, row, '.reviewers-status-icon')) ?? verdictFromWords(signWords(dom, row));

const iconsIn = (dom: Dom, row: Element, around: string): ReadonlySet<string> => {
  const found = [...dom.all(around, row), ...dom.all(`${around} svg`, row)];
  return new Set(found.flatMap((element) => (dom.attribute(element, 'class') ?? '').split(/\s+/u)));
};

/** By the icon, else by the colour of its badge. */
const verdictFromIcon = (classes: ReadonlySet<string>): Verdict | undefined => {
  const has = (...names: readonly string[]): boolean => names.some((name) => classes.has(name));
  if (has('octicon-check', 'color-fg-success', 'color-bg-success-emphasis', 'bg-green', 'text-green'))
    return 'approved';
  if (has('octicon-file-diff', 'octicon-request-changes', 'octicon-x')) return 'changes-requested';
  if (has('color-fg-danger', 'color-bg-danger-emphasis', 'bg-red', 'text-red')) return 'changes-requested';
  return has('octicon-comment', 'octicon-eye') ? 'commented' : undefined;
};

const signWords = (dom: Dom, row: Element): string =>
  [
    ...dom.all('tool-tip, [role="tooltip"]', row).map((tip) => dom.text(tip, 200)),
    ...dom.all('[aria-label]', row).map((sign) => dom.attribute(sign, 'aria-label')?.slice(0, 200) ?? ''),
  ].join('. ');

const verdictFromWords = (words: string): Verdict | undefined => {
  if (/\bpreviously\b|\bdismissed\b/iu.test(words)) return 'dismissed';
  if (/\brequested changes\b/iu.test(words)) return 'changes-requested';
  if (/\bapproved\b/iu.test(words)) return 'approved';
  return /\bleft review comments\b|\breviewed\b|\bcommented\b/iu.test(words) ? 'commented' : undefined;
};

const reviewsInTimeline = (page: Page, { container }: Header): readonly Review[] => {
  const { dom, address } = page;
  return allOutside(dom, '[id^="pullrequestreview-"]', container, written)
    .filter((element) => /^pullrequestreview-\d+$/u.test(dom.attribute(element, 'id') ?? ''))
    .slice(0, bounds.reviews)
    .flatMap((element): readonly Review[] => {
      const link = firstOutside(dom, 'a.author', element, written);
      const by = link === undefined ? undefined : personOf(dom, link, address);
      const said = dom.first('.TimelineItem-body', element) ?? element;
      const verdict = verdictOfReview(page, element, said);
      if (by === undefined || verdict === undefined) return [];
      const commit = reviewedCommit(page, element);
      const at = timeIn(dom, said);
      return [seen<Review>({ by, verdict, commit, at })];
    });
};

const verdictOfReview = ({ dom }: Page, element: Element, said: Element): Verdict | undefined => {
  const words = dom.text(said, 300);
  if (/\bpreviously\b|\bdismissed\b/iu.test(words)) return 'dismissed';
  return verdictFromIcon(iconsIn(dom, element, '.TimelineItem-badge')) ?? verdictFromWords(words);
};

/** "View reviewed changes" leads to the commit that was reviewed. */
const reviewedCommit = ({ dom }: Page, element: Element): string | undefined => {
  for (const link of allOutside(dom, 'a[href*="/files/"], a[href*="/changes/"]', element, written)) {
    const commit = /\/pull\/\d+\/(?:files|changes)\/([\da-f]{40})(?:$|[?#])/u.exec(
      dom.attribute(link, 'href') ?? '',
    )?.[1];
    if (commit !== undefined) return commit;
  }
  return undefined;
};
