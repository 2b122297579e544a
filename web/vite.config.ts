import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const service = `http://127.0.0.1:${process.env['PORT'] ?? '8000'}`

export default defineConfig({
  plugins: [react()],
  worker: { format: 'es' },
  // The scanner does not follow workers: without this, what only a worker imports is found late and reloads the page.
  optimizeDeps: { entries: ['index.html', '../packages/*/src/**/*.worker.ts'] },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    proxy: { '/services': service, '/health': service, '/ready': service, '/docs': service },
  },
  build: { target: 'es2023', modulePreload: { polyfill: false } },
})
