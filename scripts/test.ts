/**
 * `npm test`: unit tests in one process, then the tests that need servers, real peers or much time
 * (`*.integration.test.ts`), each file in a process of its own. `--unit` stops after the first part; any
 * other word runs only the files whose path contains it.
 */
import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeFirstData } from '@klinke/testbed'
import { providePortal } from './build-portal.ts'
import { providePeers } from './peers.ts'
import { runFiles } from './run-files.ts'
import { runOrder } from './run-order.ts'
import { makeTestFolder } from './test-folder.ts'
import { withoutAutogroups } from './without-autogroups.ts'

const root = join(import.meta.dirname, '..')
const unitOnly = process.argv.includes('--unit')
const filters = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))

const all = globSync('{packages,apps}/*/{src,tests}/**/*.test.ts', { cwd: root })
  .concat(globSync('{scripts,tests}/**/*.test.ts', { cwd: root }))
  .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)))
  .sort()
const integration = all.filter((file) => file.endsWith('.integration.test.ts'))
const unit = all.filter((file) => !file.endsWith('.integration.test.ts'))

/** A part that hangs ends as a failure, not never. */
const RUN_LIMIT_MS = 40 * 60_000
/** The longest compute for 15 s; on a machine with much else to do that becomes more than a minute. */
const UNIT_TEST_LIMIT_MS = 300_000
const INTEGRATION_TEST_LIMIT_MS = 240_000
const QUIET = '--disable-warning=ExperimentalWarning'

function runUnit(): boolean {
  if (unit.length === 0) return true
  console.log(`— unit: ${unit.length} files`)
  const options = [QUIET, '--test', '--test-isolation=none', `--test-timeout=${UNIT_TEST_LIMIT_MS}`]
  return spawnSync(process.execPath, [...options, ...unit], { cwd: root, stdio: 'inherit', timeout: RUN_LIMIT_MS }).status === 0
}

/** What all files begin with is made once: the portal, a migrated database, the data of a first start, and compiled sources. */
async function runIntegration(): Promise<boolean> {
  if (integration.length === 0) return true
  console.log(`— integration: ${integration.length} files`)
  process.env.TEST_CLUSTERS_OF_KLINKE = join(folder.path, 'clusters')
  mkdirSync(process.env.TEST_CLUSTERS_OF_KLINKE)
  await providePortal(console.log)
  if (integration.length > 1) Object.assign(process.env, await makeFirstData(root, folder.path))
  return runFiles(runOrder(integration), {
    root,
    execArgv: [QUIET, '--test-force-exit', `--test-timeout=${INTEGRATION_TEST_LIMIT_MS}`],
    signal: AbortSignal.timeout(RUN_LIMIT_MS),
  })
}

using folder = makeTestFolder()
using _ = unitOnly ? undefined : withoutAutogroups()
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules/.cache/klinke-compiled')
if (!unitOnly) providePeers(['sipp', 'sipsak', 'baresip', 'ffmpeg', 'chromium', 'xmllint', 'unzip', 'dovecot', 'hbci4j-core.jar'])
const unitPassed = runUnit()
const integrationPassed = unitOnly || (await runIntegration())
process.exitCode = unitPassed && integrationPassed ? 0 : 1
