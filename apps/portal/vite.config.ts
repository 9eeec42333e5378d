import { join } from 'node:path'
import { defineConfig } from 'vite'

/** Where `npm run portal` finds a running Klinke while somebody works on the portal. */
const SERVER = process.env.KLINKE_URL ?? 'http://127.0.0.1:8080'
/** Stands in the built page; the server puts a fresh one there with each answer (apps/server/src/portal). */
const NONCE = '__CSP_NONCE__'

export default defineConfig({
  root: import.meta.dirname,
  html: { cspNonce: NONCE },
  build: {
    target: 'es2024',
    // The server's policy forbids data: scripts and fonts; small pictures may be inline.
    assetsInlineLimit: (file) => /\.(svg|png)$/.test(file),
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Libraries mark modules for servers that render React; here there is none.
      onLog: (level, log, handle) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log)
      },
      input: {
        portal: join(import.meta.dirname, 'index.html'),
        'service-worker': join(import.meta.dirname, 'src/service-worker/service-worker.ts'),
      },
      output: {
        // Changes seldom: browsers keep it over new versions of the portal, and no chunk is too large to be read in one go.
        codeSplitting: { groups: [{ name: 'react', test: /[\\/]node_modules[\\/](?:react|react-dom|scheduler)[\\/]/ }] },
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { proxy: { '/api': { target: SERVER, ws: true }, '/sip': { target: SERVER, ws: true }, '/health': SERVER } },
})
