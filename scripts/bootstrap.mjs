// First step of every npm script. Plain JavaScript for Node >= 20: it brings node_modules up to date with
// the lock file, finds the pinned Node 26, and hands over to the TypeScript behind the command.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const REQUIRED_MAJOR = 26
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const marker = join(root, 'node_modules', '.klinke-installed')

// At a thousand calls a second the default young generation (16 MiB) is collected ten times a second, mid-call, and half-dead
// calls are copied each time. A larger one is collected less often; it costs resident memory, so it is not larger still.
// V8 marks a large heap with four threads beside the one that does the signalling. Where they share its core they leave it a fifth of it, for a quarter of
// a second at 300 MB; one thread leaves it half.
const SERVER_FLAGS = ['--max-semi-space-size=32', '--v8-pool-size=1']

const COMMANDS = {
  start: ['apps/server/src/main.ts'],
  klinke: ['apps/server/src/cli/klinke.ts'],
  test: ['scripts/test.ts'],
  'test:unit': ['scripts/test.ts', '--unit'],
  check: ['scripts/check.ts'],
  bench: ['bench/run.ts'],
  portal: ['node_modules/vite/bin/vite.js', 'apps/portal'],
  'portal:api': ['scripts/portal-api.ts'],
  'portal:build': ['scripts/build-portal.ts'],
}

function fail(message) {
  console.error(`klinke: ${message}`)
  process.exit(1)
}

function installDependencies() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return
  console.error('klinke: installing dependencies (once) …')
  // Not "npm ci": it insists on a lock entry for each optional package of every other platform. The lock is honoured all the same.
  const result = spawnSync('npm', ['install', '--no-save', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (result.status !== 0)
    fail('"npm install" failed; its message above says why. Check the network connection to the npm registry and run the command again.')
  mkdirSync(dirname(marker), { recursive: true })
  writeFileSync(marker, wanted)
}

function pinnedNode() {
  const packaged = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(packaged)) return packaged
  if (Number(process.versions.node.split('.')[0]) >= REQUIRED_MAJOR) return process.execPath
  return fail(
    `Klinke needs Node ${REQUIRED_MAJOR}. It brings its own on Linux x64 and arm64, but not for ${process.platform} ${process.arch}, ` +
      `and the installed Node is ${process.versions.node}. Install Node ${REQUIRED_MAJOR} or newer and run the command again.`,
  )
}

const [command = '', ...rest] = process.argv.slice(2)
const target = COMMANDS[command]
if (!target) fail(`unknown command "${command}". Known: ${Object.keys(COMMANDS).join(', ')}.`)
installDependencies()
if (command === 'start') spawnSync(pinnedNode(), [join(root, 'scripts/build-portal.ts')], { cwd: root, stdio: ['ignore', 2, 2] })
const [script, ...fixed] = target
const flags = ['--disable-warning=ExperimentalWarning', ...(command === 'start' ? SERVER_FLAGS : [])]
const child = spawn(pinnedNode(), [...flags, join(root, script), ...fixed, ...rest], {
  cwd: root,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 128 : (code ?? 1)))
