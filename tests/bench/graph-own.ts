import { answerBounds, answerCycles, answerWaves } from '../../lib/core/net/answers.ts';
import type { NetEdit } from '../../lib/core/net/edit.ts';
import { isReady } from '../../lib/core/net/item.ts';
import { type Net, netOf } from '../../lib/core/net/net.ts';
import { packNet, unpackNet } from '../../lib/core/net/pack.ts';
import { wholeNet } from '../../lib/core/net/whole.ts';
import { nobody } from '../../lib/core/person.ts';
import { defaultSettings } from '../../lib/core/settings.ts';
import { worldOf } from '../../lib/core/world.ts';
import { find } from '../../lib/signals/find.ts';
import { signals } from '../../lib/signals/index.ts';
import { generateMonth, generateWork, type WorkEvent, type WorkSize, workDayBegan, workToday } from '../work.ts';
import { median, share } from './figures.ts';
import { type GraphAnswers, hand, heldMegabytes, repeated, stopwatch } from './graph-child.ts';

/** Runs in a process of its own, with the size of the work as its argument. */
const measure = (size: WorkSize): void => {
  const { times, left, month } = measureWhole(size);
  const heap_mb = heldMegabytes();
  const answers = answersOf(left.net);
  const edits = left.judge(month);
  hand({
    figures: {
      ...times,
      edit_ms: median(edits),
      edit_p95_ms: share(edits, 0.95),
      edits: edits.length,
      heap_mb,
      findings: left.findings.length,
    },
    answers,
  });
};

/** Everything that only this needs is gone when it is done. */
const measureWhole = (size: WorkSize) => {
  const work = generateWork(size);
  const month = generateMonth(work, { days: Math.ceil(500_000 / size.items), seed: size.seed });
  const packed = packNet(netOf(wholeNet(work)));
  const unpacking = repeated(() => {
    const lap = stopwatch();
    const edit = unpackNet(packed);
    return { times: { unpack_ms: lap() }, left: edit };
  });
  // As the extension has it when it starts.
  const edit = unpacking.left;
  if (edit === undefined) throw new Error('Packed and not unpacked');
  const { times, left } = repeated(() => whole(edit));
  return { times: { ...unpacking.times, ...times }, left, month: month.slice(0, 500) };
};

const whole = (edit: NetEdit) => {
  const [all, lap] = [stopwatch(), stopwatch()];
  const own = wholeNet(edit);
  const build_ms = lap();
  const components = answerCycles(own.byKey.values());
  const cycles_ms = lap();
  answerWaves(own.byKey.values(), components);
  const order_ms = lap();
  answerBounds(own.byKey.values(), components);
  const dates_ms = lap();
  const net = netOf(own);
  const { world, findings } = judged(net);
  const signals_ms = lap();
  const judge = (month: readonly WorkEvent[]): readonly number[] =>
    month.map((event) => {
      const took = stopwatch();
      find(signals, world, { about: net.apply(event.edit) });
      return took();
    });
  return {
    times: { build_ms, cycles_ms, order_ms, dates_ms, signals_ms, whole_ms: all() },
    left: { net, findings, judge },
  };
};

const judged = (net: Net) => {
  const world = worldOf(net, {
    me: nobody,
    today: workToday,
    dayBegan: workDayBegan,
    settings: defaultSettings,
  });
  return { world, findings: find(signals, world).findings };
};

const answersOf = (net: Net): GraphAnswers => {
  const items = [...net.items()];
  return {
    cycles: new Set(items.flatMap(({ cycle }) => cycle ?? [])).size,
    members: items
      .filter(({ cycle }) => cycle !== undefined)
      .map(({ key }) => key)
      .sort(),
    ready: items.filter(isReady).length,
    latest: new Map(
      items.flatMap(({ key, cycle, bound }) => (cycle !== undefined || bound === undefined ? [] : [[key, bound.day]])),
    ),
  };
};

measure(JSON.parse(process.argv[2] ?? ''));
