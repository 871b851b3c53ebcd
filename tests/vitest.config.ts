import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig(async () => ({
  plugins: [await WxtVitest()],
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**'],
    // Readers run without a global document: a window is made and passed in, so a stray `document` fails.
    environment: 'node',
    testTimeout: 30_000,
  },
}));
