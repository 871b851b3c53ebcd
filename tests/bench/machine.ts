import { cpus, loadavg, totalmem } from 'node:os';

/** What the figures were measured on. The load tells how busy the machine was with other things. */
export const machine = (browser?: string) => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memory_gb: Math.round(totalmem() / 2 ** 30),
  load: loadavg().map((load) => Number(load.toFixed(1))),
  node: process.version,
  ...(browser === undefined ? {} : { browser }),
});
