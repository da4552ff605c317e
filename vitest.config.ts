import { defineConfig } from 'vitest/config'

const conditions = ['@stet/source']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Most of the time of the long tests is waiting for processes.
    maxWorkers: 2,
    projects: [
      // The checker keeps no state that one test file could leave to another: its modules are loaded once.
      { extends: true, test: { name: 'core', include: ['packages/core/src/**/*.test.ts'], isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['packages/*/src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/dist/**', 'packages/core/**'],
        },
      },
    ],
  },
})
