/** The first step of every command, which an older Node of the machine runs: it finds the pinned Node, or says what is missing. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'

const LOCK = '{}'
/** Makes the running Node look like an older one. */
const OLDER = `data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '20.19.0' })`

/** A checkout whose packages are installed. `files` are programs by their path. */
function bootstrap(files: Readonly<Record<string, string>>, command: string): { readonly status: number | null; readonly said: string } {
  const root = mkdtempSync(join(tmpdir(), 'klinke-bootstrap-'))
  try {
    mkdirSync(join(root, 'scripts'))
    copyFileSync(join(import.meta.dirname, 'bootstrap.mjs'), join(root, 'scripts/bootstrap.mjs'))
    writeFileSync(join(root, 'package-lock.json'), LOCK)
    mkdirSync(join(root, 'node_modules'))
    writeFileSync(join(root, 'node_modules/.klinke-installed'), createHash('sha256').update(LOCK).digest('hex'))
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
      chmodSync(join(root, path), 0o755)
    }
    const run = spawnSync(process.execPath, ['--import', OLDER, join(root, 'scripts/bootstrap.mjs'), command], {
      encoding: 'utf8',
      timeout: 20_000,
    })
    return { status: run.status, said: run.stdout + run.stderr }
  } finally {
    rmSync(root, { recursive: true })
  }
}

test('a Node that is too old, on a platform for which none is brought along, is a clear error', () => {
  const { status, said } = bootstrap({}, 'check')
  assert.equal(status, 1)
  assert.match(said, /^klinke: Klinke needs Node 26\..*the installed Node is 20\.19\.0\. Install Node 26 or newer/)
})

test('the Node that is brought along runs the command, and its exit status is the command’s', () => {
  const node = `node_modules/node-${process.platform}-${process.arch}/bin/node`
  const { status, said } = bootstrap({ [node]: '#!/bin/sh\necho "pinned $@"\nexit 7\n' }, 'check')
  assert.equal(status, 7)
  assert.match(said, /^pinned .*scripts\/check\.ts/)
})

test('a command that there is not is refused with those there are', () => {
  const { status, said } = bootstrap({}, 'chekc')
  assert.equal(status, 1)
  assert.match(said, /unknown command "chekc"\. Known: start, klinke, test/)
})
