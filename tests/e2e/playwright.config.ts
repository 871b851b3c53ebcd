import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: './setup.ts',
  fullyParallel: true,
  workers: 2,
  // A test that passes at the second try is a test that fails.
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'line',
  projects: [
    { name: 'all', testIgnore: 'hosts.spec.ts', teardown: 'hosts' },
    // Runs after the others, whatever became of them: which hosts did the whole run contact?
    { name: 'hosts', testMatch: 'hosts.spec.ts' },
  ],
});
