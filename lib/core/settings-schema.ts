import * as z from 'zod/mini';
import { asideParts, maxAsideReason, maxAsides } from './aside.ts';
import { maxAges, maxThresholds } from './settings.ts';
import { accountSchema, daySchema, listOf, siteSchema, text, timeSchema, toolSchema, word } from './value-schema.ts';

/** Settings as they come from a file or from the options page. */

const maxRow = 700;
const maxPart = 200;

export const siteRefSchema = z.strictObject({ tool: toolSchema, site: siteSchema });

const placeShape = { tool: toolSchema, site: siteSchema, name: word(300) };
export const placeSchema = z.strictObject(placeShape);

export const placeAnswerSchema = z.enum(['yes', 'no', 'later']);

export const knownPlaceSchema = z.strictObject({
  ...placeShape,
  sign: z.exactOptional(z.enum(['assigned', 'asked', 'author'])),
  answer: z.exactOptional(placeAnswerSchema),
  answeredAt: z.exactOptional(timeSchema),
});

const isRising = (days: readonly number[]): boolean => days.every((day, at) => at === 0 || day > (days[at - 1] ?? 0));

export const weekSchema = z.strictObject({
  days: z
    .array(z.int().check(z.minimum(1), z.maximum(7)))
    .check(z.minLength(1), z.maxLength(7), z.refine(isRising, 'not in order')),
  holidays: listOf(daySchema, 400),
});

export const agesSchema = z.strictObject({
  kept: z.int().check(z.minimum(1), z.maximum(maxAges.kept)),
  fresh: z.int().check(z.minimum(1), z.maximum(maxAges.fresh)),
});

export const thresholdsSchema = z.strictObject({
  stalled: z.int().check(z.minimum(1), z.maximum(maxThresholds.stalled)),
  review: z.int().check(z.minimum(1), z.maximum(maxThresholds.review)),
  load: z.int().check(z.minimum(1), z.maximum(maxThresholds.load)),
  bottleneck: z.int().check(z.minimum(1), z.maximum(maxThresholds.bottleneck)),
  recent: z.int().check(z.minimum(1), z.maximum(maxThresholds.recent)),
});

export const asideRowSchema = word(maxRow);

export const asideSchema = z.strictObject({
  row: asideRowSchema,
  at: timeSchema,
  until: z.exactOptional(daySchema),
  reason: z.exactOptional(text(maxAsideReason)),
  was: z.partialRecord(z.enum(asideParts), text(maxPart)),
});

export const asidesSchema = listOf(asideSchema, maxAsides);

export const scopeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('everything') }),
  z.strictObject({ type: z.literal('site'), site: siteRefSchema }),
  z.strictObject({ type: z.literal('place'), place: placeSchema }),
  z.strictObject({ type: z.literal('person'), person: accountSchema }),
]);
