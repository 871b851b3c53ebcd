import type { Clock } from './record.ts';

const base = 36;
const timeDigits = 9;
const countDigits = 4;
const maxCount = base ** countDigits - 1;
const maxTime = base ** timeDigits - 1;
const shape = /^[0-9a-z]{13}$/u;

/** A clock further ahead of ours than this is a broken one: its time is never taken over. */
export const maxAhead = 24 * 60 * 60 * 1000;

export const isClock = (text: string): boolean => shape.test(text);

const digits = (value: number, width: number): string => value.toString(base).padStart(width, '0');

const clockAt = (ms: number, count: number): Clock => digits(ms, timeDigits) + digits(count, countDigits);

/** Milliseconds: the wall time in a clock, which may run ahead of the writer's own by the time it adopted. */
export const timeOf = (clock: Clock): number => Number.parseInt(clock.slice(0, timeDigits), base);

const countOf = (clock: Clock): number => Number.parseInt(clock.slice(timeDigits), base);

export const latest = (a: Clock, b: Clock): Clock => (a < b ? b : a);

/** Sorts before every clock that a device writes. */
export const clockStart: Clock = clockAt(0, 0);

/** The next clock of a device: later than its last one, and not before now (milliseconds), even if the wall clock was set back. */
export const tick = (last: Clock, now: number): Clock => {
  const wall = clockAt(Math.min(Math.max(0, Math.trunc(now)), maxTime), 0);
  if (wall > last) return wall;
  const count = countOf(last);
  return count < maxCount ? clockAt(timeOf(last), count + 1) : clockAt(timeOf(last) + 1, 0);
};

/** True for a clock that a sound device could have written by now (milliseconds). */
export const isPlausible = (clock: Clock, now: number): boolean => timeOf(clock) <= now + maxAhead;

/** Takes a remote clock into account, so that what is written next is later than what was seen. */
export const adopt = (last: Clock, remote: Clock, now: number): Clock =>
  isPlausible(remote, now) ? latest(last, remote) : last;
