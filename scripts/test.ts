/**
 * `npm test`: unit tests in one process, then the tests that need servers, real peers or much time
 * (`*.integration.test.ts`), each file in a process of its own. `--unit` stops after the first part; any
 * other word runs only the files whose path contains it.
 */
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { providePeers } from './peers.ts'

const root = join(import.meta.dirname, '..')
const unitOnly = process.argv.includes('--unit')
const filters = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))

const all = globSync('{packages,apps}/*/{src,tests}/**/*.test.ts', { cwd: root })
  .concat(globSync('{scripts,tests}/**/*.test.ts', { cwd: root }))
  .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)))
  .sort()
const integration = all.filter((file) => file.endsWith('.integration.test.ts'))
const unit = all.filter((file) => !file.endsWith('.integration.test.ts'))

/** Test files at a time: most of their time they listen to telephones. */
const SIDE_BY_SIDE = 2
/** A part that hangs ends as a failure, not never. */
const RUN_LIMIT_MS = 40 * 60_000

function run(title: string, files: readonly string[], options: readonly string[]): boolean {
  if (files.length === 0) return true
  console.log(`— ${title}: ${files.length} files`)
  const result = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', '--test', ...options, ...files], {
    cwd: root,
    stdio: 'inherit',
    timeout: RUN_LIMIT_MS,
  })
  return result.status === 0
}

if (!unitOnly) providePeers(['sipp', 'sipsak', 'baresip', 'ffmpeg', 'chromium'])
const unitPassed = run('unit', unit, ['--test-isolation=none', '--test-timeout=60000'])
const integrationPassed =
  unitOnly || run('integration', integration, [`--test-concurrency=${SIDE_BY_SIDE}`, '--test-timeout=120000', '--test-force-exit'])
process.exitCode = unitPassed && integrationPassed ? 0 : 1
