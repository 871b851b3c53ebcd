import * as z from 'zod/mini';
import { cellSchema, fieldSchema, naturalKeySchema } from '../../core/cell-schema.ts';
import { changeSchema } from '../../core/change-schema.ts';
import { bounds, linkGroups } from '../../core/item.ts';
import { factShape, linkKindSchema, linkShape } from '../../core/observation-schema.ts';
import {
  agesSchema,
  asidesSchema,
  knownPlaceSchema,
  siteRefSchema,
  thresholdsSchema,
  weekSchema,
} from '../../core/settings-schema.ts';
import type { FactChange } from '../../core/snapshot.ts';
import {
  accountSchema,
  clockSchema,
  jsonSchema,
  keySchema,
  listOf,
  nameSchema,
  siteSchema,
  text,
  timeSchema,
  toolSchema,
  word,
} from '../../core/value-schema.ts';
import type { TableName } from './format.ts';

const maxId = 100;
const id = word(maxId);
const seq = z.int().check(z.minimum(1));
const counter = z.int().check(z.minimum(0));

const known = <Value extends z.ZodMiniType>(value: Value) =>
  z.exactOptional(
    z.strictObject({ value, at: timeSchema, since: z.exactOptional(timeSchema), from: z.enum(['item', 'list']) }),
  );

const knownFactsSchema = z.strictObject({
  kind: known(factShape.kind),
  title: known(factShape.title),
  state: known(factShape.state),
  word: known(factShape.word),
  assignees: known(factShape.assignees),
  author: known(factShape.author),
  reviewers: known(factShape.reviewers),
  reviews: known(factShape.reviews),
  priority: known(factShape.priority),
  labels: known(factShape.labels),
  due: known(factShape.due),
  created: known(factShape.created),
  updated: known(factShape.updated),
  closed: known(factShape.closed),
  branch: known(factShape.branch),
  commit: known(factShape.commit),
  projects: known(factShape.projects),
  description: known(factShape.description),
  digest: known(factShape.digest),
  agent: known(factShape.agent),
});

const itemShape = {
  key: keySchema,
  facts: knownFactsSchema,
  firstSeen: timeSchema,
  lastSeen: timeSchema,
  drift: z.exactOptional(z.strictObject({ at: timeSchema, missing: listOf(text(bounds.word), 40) })),
};

const groupSchema = z.exactOptional(
  z.strictObject({
    at: timeSchema,
    links: listOf(
      z.strictObject({ kind: linkKindSchema, to: keySchema, ...linkShape, since: timeSchema, at: timeSchema }),
      bounds.links,
    ),
  }),
);

const changeable: readonly string[] = [...Object.keys(factShape), ...linkGroups.map((group) => `links.${group}`)];

const changedField = z.custom<FactChange['field']>(
  (field) => typeof field === 'string' && changeable.includes(field),
  'not a fact',
);

const maxSettings = 10_000;

const settingSchema = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('device'), value: nameSchema }),
  z.strictObject({ name: z.literal('clock'), value: clockSchema }),
  z.strictObject({
    name: z.literal('space'),
    value: z.strictObject({ id, key: z.string().check(z.regex(/^[0-9a-f]{64}$/u)) }),
  }),
  z.strictObject({ name: z.literal('counts'), value: z.record(toolSchema, counter) }),
  z.strictObject({ name: z.literal('me'), value: z.strictObject({ accounts: listOf(accountSchema, 200) }) }),
  z.strictObject({ name: z.literal('sites'), value: listOf(siteRefSchema, maxSettings) }),
  z.strictObject({ name: z.literal('places'), value: listOf(knownPlaceSchema, maxSettings) }),
  z.strictObject({ name: z.literal('switches'), value: z.record(word(400), jsonSchema) }),
  z.strictObject({ name: z.literal('week'), value: weekSchema }),
  z.strictObject({ name: z.literal('ages'), value: agesSchema }),
  z.strictObject({ name: z.literal('thresholds'), value: thresholdsSchema }),
  z.strictObject({ name: z.literal('asides'), value: asidesSchema }),
]);

/** One row of each table of a file. Unknown names are refused, and so is everything beyond the bounds of pages. */
export const rowSchemas = {
  items: z.strictObject({
    ...itemShape,
    opened: z.exactOptional(timeSchema),
    logged: z.exactOptional(counter),
  }),
  links: z.strictObject({
    from: keySchema,
    groups: z.strictObject({
      relations: groupSchema,
      hierarchy: groupSchema,
      development: groupSchema,
      code: groupSchema,
      text: groupSchema,
      mentions: groupSchema,
    }),
  }),
  changes: z.strictObject({
    seq,
    key: keySchema,
    field: changedField,
    before: jsonSchema,
    after: jsonSchema,
    at: timeSchema,
  }),
  aliases: z.strictObject({ alias: keySchema, key: keySchema, was: z.exactOptional(timeSchema) }),
  people: z.strictObject({
    id: word(600),
    tool: toolSchema,
    site: siteSchema,
    handle: z.exactOptional(word(bounds.handle)),
    name: z.exactOptional(word(bounds.name)),
    kind: z.exactOptional(z.enum(['team', 'agent'])),
    count: counter,
  }),
  cells: cellSchema,
  history: z.strictObject({
    seq,
    change: id,
    undoes: z.exactOptional(id),
    rec: id,
    k: naturalKeySchema,
    field: nameSchema,
    before: jsonSchema,
    after: jsonSchema,
    own: z.exactOptional(z.strictObject({ was: z.nullable(fieldSchema), became: z.nullable(fieldSchema) })),
    at: timeSchema,
    author: id,
    device: nameSchema,
  }),
  operations: z.strictObject({
    seq,
    id,
    at: timeSchema,
    did: z.enum(['change', 'undo', 'file']),
    change: z.exactOptional(changeSchema),
    undoes: z.exactOptional(id),
    brought: z.exactOptional(z.array(cellSchema)),
    replaced: z.exactOptional(z.array(cellSchema)),
  }),
  told: z.strictObject({ key: keySchema, operation: id, withdrawn: z.boolean(), item: z.strictObject(itemShape) }),
  settings: settingSchema,
} satisfies { readonly [Table in TableName]: z.ZodMiniType };
