import * as z from 'zod/mini';
import { changeSchema } from '../core/change-schema.ts';
import { signalIds } from '../core/finding.ts';
import { bounds } from '../core/item.ts';
import { observationSchema } from '../core/observation-schema.ts';
import { signalReaches, switches } from '../core/settings.ts';
import {
  agesSchema,
  asideRowSchema,
  asideSchema,
  placeAnswerSchema,
  placeSchema,
  scopeSchema,
  siteRefSchema,
  thresholdsSchema,
  weekSchema,
} from '../core/settings-schema.ts';
import { accountSchema, keySchema, listOf, personSchema, text } from '../core/value-schema.ts';

/**
 * Every message between the parts of the extension (`messages.ts`) as its receiver checks it: who may send it, and what
 * it holds. Unknown keys are refused.
 */

const maxAddress = 8_000;
/** Items that one message may name. */
export const maxKeys = 200;
/** Rows that are set aside at once. */
const maxAtOnce = 500;

const address = text(maxAddress);
const operation = z.string().check(z.minLength(8), z.maxLength(64));
const fileName = text(64);

/** From a page's script: it may observe, ask about what it sees, and propose changes to the item of its own address. */
export const fromPages = {
  'page.seen': z.strictObject({
    address,
    observations: listOf(observationSchema, bounds.listed + 1),
    marks: listOf(keySchema, bounds.listed),
    drift: z.exactOptional(listOf(text(bounds.word), 20)),
    me: z.exactOptional(personSchema),
    isPublic: z.boolean(),
    paused: z.boolean(),
  }),
  'page.cards': z.strictObject({ address, keys: listOf(keySchema, maxKeys), isPublic: z.boolean() }),
  'page.propose': z.strictObject({ operation, change: changeSchema }),
  'draft.like': z.strictObject({
    title: text(bounds.title),
    body: z.exactOptional(text(bounds.description)),
    isPublic: z.boolean(),
  }),
  /** Handled before anything is looked at: the browser opens the panel only straight from the click. */
  'panel.open': z.strictObject({ key: z.exactOptional(keySchema) }),
};

/** From the extension's own pages. */
export const fromPanels = {
  'item.similar': z.strictObject({ key: keySchema }),
  'change.write': z.strictObject({ operation, change: changeSchema }),
  'change.undo': z.strictObject({ operation, change: text(64) }),
  'me.add': z.strictObject({ account: accountSchema }),
  'me.remove': z.strictObject({ account: accountSchema }),
  /** The file stands in the extension's private file system, under this name: it may be too large for a message. */
  'file.restore': z.strictObject({ name: fileName }),
  'file.add': z.strictObject({ name: fileName, operation }),
  'switch.set': z.strictObject({ name: z.enum(switches), on: z.boolean() }),
  'place.answer': z.strictObject({ place: placeSchema, answer: z.nullable(placeAnswerSchema) }),
  'site.switch': z.strictObject({ site: siteRefSchema, on: z.boolean() }),
  'site.add': z.strictObject({ site: siteRefSchema }),
  'site.remove': z.strictObject({ site: siteRefSchema }),
  'week.set': z.strictObject({ week: weekSchema }),
  'ages.set': z.strictObject({ ages: agesSchema }),
  'thresholds.set': z.strictObject({ thresholds: thresholdsSchema }),
  'signal.set': z.strictObject({ signal: z.enum(signalIds), reach: z.enum(signalReaches) }),
  'findings.looked': z.strictObject({}),
  'aside.set': z.strictObject({ asides: listOf(asideSchema, maxAtOnce) }),
  'aside.lift': z.strictObject({ rows: listOf(asideRowSchema, maxAtOnce) }),
  'forget.do': z.strictObject({ scope: scopeSchema }),
};
