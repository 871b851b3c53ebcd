import * as z from 'zod/mini';
import { isClock } from './clock.ts';
import { bounds } from './item.ts';
import { type ItemKey, isItemKey } from './key.ts';
import type { Json } from './record.ts';

/** Text of at most so many characters. */
export const text = (max: number) => z.string().check(z.maxLength(max));

/** Text of at least one character. */
export const word = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

export const listOf = <Element extends z.ZodMiniType>(element: Element, max: number) =>
  z.array(element).check(z.maxLength(max));

export const keySchema = z.custom<ItemKey>((value) => typeof value === 'string' && isItemKey(value), 'not an item key');

export const daySchema = z.string().check(z.refine((day) => isDay(day), 'not a day'));

const dayShape = /^(\d{4})-(\d{2})-(\d{2})$/u;

const isDay = (text: string): boolean => {
  if (!dayShape.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

const instantShape = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/u;

export const instantSchema = z
  .string()
  .check(z.refine((text) => instantShape.test(text) && isDay(text.slice(0, 10)), 'not an instant'));

/** Milliseconds; the latest that a date can hold. */
export const timeSchema = z.number().check(z.minimum(0), z.maximum(8.64e15));

export const clockSchema = z.string().check(z.refine(isClock, 'not a clock'));

const personShape = {
  handle: z.exactOptional(word(bounds.handle)),
  name: z.exactOptional(word(bounds.name)),
  kind: z.exactOptional(z.enum(['team', 'agent'])),
};

const isNamed = ({ handle, name }: { handle?: string; name?: string }): boolean =>
  handle !== undefined || name !== undefined;

export const personSchema = z.strictObject(personShape).check(z.refine(isNamed, 'nobody'));

export const toolSchema = z.string().check(z.regex(/^[a-z]{1,40}$/u));

const maxSite = 300;
/** A host with its port and, on self-hosted tools, its context path. */
export const siteSchema = z.string().check(z.regex(/^[^\s/?#@\\]+(?:\/[^\s?#@\\]*)?$/u), z.maxLength(maxSite));

/** An account, or one that names nobody: a statement of that is refused later, by value, with its reason (`writesOf`). */
export const statedAccountSchema = z.strictObject({ tool: toolSchema, site: siteSchema, ...personShape });

export const accountSchema = statedAccountSchema.check(z.refine(isNamed, 'nobody'));

/** Names that would reach an object's prototype when a record is taken apart by name. */
const reserved: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export const nameSchema = z.string().check(
  z.regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/u),
  z.refine((name) => !reserved.has(name), 'reserved name'),
);

const maxJsonDepth = 6;
const maxJsonText = 10_000;
const maxJsonParts = 400;

const isJson = (value: unknown, depth: number): value is Json => {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return value.length <= maxJsonText;
  if (typeof value !== 'object' || depth === 0) return false;
  if (Array.isArray(value)) return value.length <= maxJsonParts && value.every((part) => isJson(part, depth - 1));
  const names = Object.keys(value);
  return (
    names.length <= maxJsonParts &&
    names.every((name) => name.length <= maxKeyText && !reserved.has(name)) &&
    Object.values(value).every((part) => isJson(part, depth - 1))
  );
};

const maxKeyText = 100;

/** Any value that a field may hold, bounded; also one that this version does not know, which is kept as it is. */
export const jsonSchema = z.custom<Json>((value) => isJson(value, maxJsonDepth), 'not a plain value');
