import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  plugins: [react()],
  test: {
    reporters: ['default', './tests/reporters/closing-line.ts'],
    projects: [{ extends: true, test: { name: 'unit', isolate: false, include: ['{packages/*,service,web}/src/**/*.test.ts'] } }],
  },
})
