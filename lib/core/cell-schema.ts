import * as z from 'zod/mini';
import { latest } from './clock.ts';
import type { Cell, Clock } from './record.ts';
import { clockSchema, jsonSchema, nameSchema, word } from './value-schema.ts';

const maxFields = 40;
const maxDevices = 10_000;
const maxParts = 4;
const maxPart = 300;
const maxId = 64;

const few = (max: number) => (record: object) => Object.keys(record).length <= max;

export const naturalKeySchema = z
  .tuple([z.string().check(z.regex(/^[a-z][a-z-]{0,19}$/u))], word(maxPart))
  .check(z.refine((k) => k.length > 1 && k.length <= maxParts + 1, 'a record is about something'));

const seenSchema = z.record(nameSchema, clockSchema).check(z.refine(few(maxDevices), 'too many devices'));

export const fieldSchema = z.tuple([clockSchema, jsonSchema, seenSchema]);

const bodySchema = z.strictObject({
  v: z.literal(1),
  k: naturalKeySchema,
  f: z.record(nameSchema, fieldSchema).check(
    z.refine(few(maxFields), 'too many fields'),
    z.refine((f) => Object.keys(f).length > 0, 'no field'),
  ),
});

const latestIn = ({ f }: Cell['body']): Clock =>
  Object.values(f)
    .map(([clock]) => clock)
    .reduce(latest, '');

/** The only thing that travels between people. Fields that this version does not know are kept as they are. */
export const cellSchema = z
  .strictObject({
    space: word(maxId),
    rec: word(maxId),
    author: word(maxId),
    device: nameSchema,
    lm: clockSchema,
    body: bodySchema,
  })
  .check(z.refine(({ lm, body }) => lm === latestIn(body as Cell['body']), 'not the latest clock of its fields'));
