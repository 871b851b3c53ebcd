import * as z from 'zod/mini';
import { pairWords, roles } from './annotation.ts';
import { daySchema, keySchema, statedAccountSchema, text } from './value-schema.ts';

/** Well above what is accepted: a text that is too long is refused with its reason (`writesOf`), a huge one at the door. */
const maxText = 5_000;

const ends = { blocker: keySchema, blocked: keySchema };
const pair = z.tuple([keySchema, keySchema]);

/** One intent of a person, as it arrives in a message. */
export const changeSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('name-role'),
    item: keySchema,
    role: z.enum(roles),
    who: z.nullable(statedAccountSchema),
    accepted: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('add-dependency'),
    ...ends,
    hard: z.exactOptional(z.boolean()),
    reason: z.exactOptional(text(maxText)),
    needed: z.exactOptional(daySchema),
    promised: z.exactOptional(daySchema),
  }),
  z.strictObject({ type: z.literal('deny-dependency'), ...ends }),
  z.strictObject({ type: z.literal('withdraw-dependency'), ...ends }),
  z.strictObject({
    type: z.literal('settle-pair'),
    items: pair,
    said: z.enum(pairWords),
    main: z.exactOptional(keySchema),
    sureness: z.exactOptional(z.number().check(z.gte(0), z.lte(1))),
  }),
  z.strictObject({ type: z.literal('withdraw-pair'), items: pair }),
]);
