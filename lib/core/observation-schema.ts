import * as z from 'zod/mini';
import { bounds, linkGroups } from './item.ts';
import { daySchema, instantSchema, keySchema, listOf, personSchema, text, word } from './value-schema.ts';

export const linkKindSchema = z.enum([
  'blocks',
  'blocked-by',
  'duplicates',
  'duplicated-by',
  'relates',
  'part-of',
  'has-part',
  'implements',
  'implemented-by',
  'mentions',
]);

export const linkGroupSchema = z.enum(linkGroups);

/** What a link says besides its ends; a stored sighting has the same. */
export const linkShape = {
  word: z.exactOptional(text(bounds.word)),
  by: z.exactOptional(personSchema),
  hard: z.exactOptional(z.boolean()),
  needed: z.exactOptional(daySchema),
  promised: z.exactOptional(daySchema),
};

const linkSchema = z.strictObject({ kind: linkKindSchema, key: keySchema, ...linkShape });

const linksSchema = z.exactOptional(listOf(linkSchema, bounds.links));

const maxCommit = 64;
const maxBranch = 255;
const maxProject = 300;
const maxDigest = 128;

const reviewSchema = z.strictObject({
  by: personSchema,
  verdict: z.enum(['approved', 'changes-requested', 'commented', 'dismissed']),
  commit: z.exactOptional(word(maxCommit)),
  at: z.exactOptional(instantSchema),
});

const prioritySchema = z.strictObject({
  word: word(bounds.word),
  rank: z.exactOptional(z.enum(['urgent', 'high', 'normal', 'low'])),
});

const peopleSchema = listOf(personSchema, bounds.people);

/** Every fact but links, as pages give them. */
export const factShape = {
  kind: z.enum(['issue', 'pull-request', 'task', 'discussion']),
  title: text(bounds.title),
  state: z.enum(['open', 'in-progress', 'done', 'dropped', 'unknown']),
  word: text(bounds.word),
  assignees: peopleSchema,
  author: personSchema,
  reviewers: peopleSchema,
  reviews: listOf(reviewSchema, bounds.reviews),
  priority: z.nullable(prioritySchema),
  labels: listOf(text(bounds.label), bounds.labels),
  due: z.nullable(daySchema),
  created: instantSchema,
  updated: instantSchema,
  closed: z.nullable(instantSchema),
  branch: text(maxBranch),
  commit: text(maxCommit),
  projects: listOf(text(maxProject), bounds.labels),
  description: text(bounds.description),
  digest: text(maxDigest),
  agent: text(bounds.name),
};

const factsSchema = z.strictObject({
  kind: z.exactOptional(factShape.kind),
  title: z.exactOptional(factShape.title),
  state: z.exactOptional(factShape.state),
  word: z.exactOptional(factShape.word),
  assignees: z.exactOptional(factShape.assignees),
  author: z.exactOptional(factShape.author),
  reviewers: z.exactOptional(factShape.reviewers),
  reviews: z.exactOptional(factShape.reviews),
  priority: z.exactOptional(factShape.priority),
  labels: z.exactOptional(factShape.labels),
  due: z.exactOptional(factShape.due),
  created: z.exactOptional(factShape.created),
  updated: z.exactOptional(factShape.updated),
  closed: z.exactOptional(factShape.closed),
  branch: z.exactOptional(factShape.branch),
  commit: z.exactOptional(factShape.commit),
  projects: z.exactOptional(factShape.projects),
  links: z.exactOptional(
    z.strictObject({
      relations: linksSchema,
      hierarchy: linksSchema,
      development: linksSchema,
      code: linksSchema,
      text: linksSchema,
      mentions: linksSchema,
    }),
  ),
  description: z.exactOptional(factShape.description),
  digest: z.exactOptional(factShape.digest),
  agent: z.exactOptional(factShape.agent),
});

const maxAliases = 8;

/** What a page said about one item, with the bounds that readers keep: what is larger did not come from a reader. */
export const observationSchema = z.strictObject({
  key: keySchema,
  facts: factsSchema,
  from: z.enum(['item', 'list']),
  aliases: z.exactOptional(listOf(keySchema, maxAliases)),
  partial: z.exactOptional(listOf(linkGroupSchema, linkGroups.length)),
});
