import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { WorkSize } from '../work.ts';
import type { GraphAnswers, Measured } from './graph-child.ts';
import { machine } from './machine.ts';

/**
 * The net of generated work, and the same questions asked of graphology: time on one core, medians, each in a process of
 * its own. What the two say is compared; where they differ, the exit code is 1.
 */
export const benchGraph = async (size: WorkSize) => {
  const folder = mkdtempSync(join(tmpdir(), 'crosstie-bench-'));
  try {
    const own = await measure('graph-own', folder, size);
    const peer = await measure('graph-peer', folder, size);
    const differs = differences(own.answers, peer.answers);
    if (differs.length > 0) process.exitCode = 1;
    return {
      ...own.figures,
      peer: { name: 'graphology', ...peer.figures },
      answers: summary(own.answers),
      differs,
      ...size,
      machine: machine(),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Bundled as the extension's code is: what runs TypeScript here names each function as it is made, which takes time. */
const measure = async (name: string, folder: string, size: WorkSize): Promise<Measured> => {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL(`./${name}.ts`, import.meta.url)),
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  const child = fork(join(folder, `${name}.mjs`), [JSON.stringify(size)], {
    execArgv: ['--expose-gc'],
    // Maps arrive as maps.
    serialization: 'advanced',
  });
  return new Promise((done, fail) => {
    child.on('message', (measured: Measured) => done(measured));
    child.on('error', fail);
    child.on('exit', (code) => fail(new Error(`${name} ended with ${code} and told nothing`)));
  });
};

const summary = ({ cycles, members, ready, latest }: GraphAnswers) => ({
  cycles,
  in_cycles: members.length,
  ready,
  dated: latest.size,
});

/** In words; empty where both say the same. */
const differences = (own: GraphAnswers, peer: GraphAnswers): readonly string[] => {
  const days = [...new Set([...own.latest.keys(), ...peer.latest.keys()])].filter(
    (key) => own.latest.get(key) !== peer.latest.get(key),
  );
  const [day] = days;
  return [
    ...(own.cycles === peer.cycles ? [] : [`cycles: ${own.cycles}, peer ${peer.cycles}`]),
    ...(own.members.join('\n') === peer.members.join('\n') ? [] : ['other members of cycles']),
    ...(own.ready === peer.ready ? [] : [`ready: ${own.ready}, peer ${peer.ready}`]),
    ...(day === undefined
      ? []
      : [`${days.length} latest days, of ${day}: ${own.latest.get(day)}, peer ${peer.latest.get(day)}`]),
  ];
};
