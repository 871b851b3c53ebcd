import type { Finding, Likes } from './finding.ts';
import type { ItemKey } from './key.ts';
import { type Like, maxLikes, type TwinReason } from './twin.ts';

/** What a finding of likeness says, told of an item and what it is like. */
export const sayingLikes = (
  item: ItemKey,
  likes: Likes,
): Pick<Finding, 'items' | 'says' | 'evidence' | 'next' | 'likes'> => {
  const [first, ...others] = likes;
  return {
    items: [item, ...likes.map(({ key }) => key)],
    says: {
      id: first.relation === 'same-work' ? 'twin-same-work' : 'twin-duplicate',
      args: { first: { item: first.key }, count: { count: likes.length } },
    },
    evidence: [item, ...likes.map(({ key }) => key)].map((key) => ({ item: key, fact: 'title' as const })),
    next: [settling(item, first), ...others.map((like) => settling(item, like))],
    likes,
  };
};

const settling = (item: ItemKey, like: Like): Finding['next'][number] => ({ type: 'settle', item, like });

/** The same finding, of some of what it speaks of, for some of its reasons. Undefined: of nothing. Others are as they are. */
export const withLikes = <Kind extends Finding>(
  finding: Kind,
  isTold: (like: Like) => boolean,
  isSaid: (reason: TwinReason) => boolean = () => true,
): Kind | undefined => {
  if (finding.likes === undefined) return finding;
  const [first, ...others] = finding.likes.flatMap((like) => {
    if (!isTold(like)) return [];
    return like.reasons.every(isSaid) ? [like] : [{ ...like, reasons: like.reasons.filter(isSaid) }];
  });
  if (first === undefined) return undefined;
  const left = [first, ...others] as const;
  if (left.length === finding.likes.length && left.every((like, at) => like === finding.likes?.[at])) return finding;
  return { ...finding, ...sayingLikes(finding.items[0], left) };
};

/** What an item is like by all that was found: by what was found of it, and by what was found of others. The surest first. */
export const likesOf = (findings: readonly Finding[], item: ItemKey): readonly Like[] =>
  findings
    .flatMap(({ items: [of], likes = [] }) =>
      of === item ? likes : likes.flatMap((like) => (like.key === item ? [{ ...like, key: of }] : [])),
    )
    .sort((a, b) => b.sureness - a.sureness || (a.key < b.key ? -1 : 1))
    .slice(0, maxLikes);

/** W1: of what was found about an item and others, what is told at that item, and as told of it; what is no likeness is. */
export const toldAt = <Kind extends Finding>(findings: readonly Kind[], item: ItemKey): readonly Kind[] => {
  const told = new Set(likesOf(findings, item).map(({ key }) => key));
  return findings.flatMap((finding) => {
    const [of] = finding.items;
    const cut = withLikes(finding, ({ key }) => (of === item ? told.has(key) : key === item && told.has(of)));
    if (cut?.likes === undefined || of === item) return cut ?? [];
    return { ...cut, ...sayingLikes(item, [{ ...cut.likes[0], key: of }]) };
  });
};
