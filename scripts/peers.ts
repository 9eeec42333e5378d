/**
 * The programs that tests call through and that are not written here, from Debian packages: installed when
 * that is possible, named when it is not. Their tests skip themselves visibly where they are missing.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { DEBIAN_PACKAGES, isInstalled, type PeerProgram } from '@klinke/testbed'

const UPDATE_LIMIT_MS = 120_000
const INSTALL_LIMIT_MS = 300_000

/** Brings the programs onto this machine if it may, and says in one line each what is still missing. */
export function providePeers(programs: readonly PeerProgram[]): void {
  const wanted = programs.filter((program) => !isInstalled(program))
  if (wanted.length > 0 && mayInstall()) install(wanted)
  for (const program of programs.filter((wantedProgram) => !isInstalled(wantedProgram))) {
    console.log(`MISSING: ${program} (Debian package ${DEBIAN_PACKAGES[program]}); the tests that need it are skipped`)
  }
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

function install(programs: readonly PeerProgram[]): void {
  const packages = programs.map((program) => DEBIAN_PACKAGES[program])
  console.log(`— installing test peers: ${packages.join(', ')}`)
  aptGet(UPDATE_LIMIT_MS, 'update', '-q')
  aptGet(INSTALL_LIMIT_MS, 'install', '-y', '-q', '--no-install-recommends', ...packages)
}

function aptGet(limitMs: number, ...args: readonly string[]): void {
  const result = spawnSync('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: 'utf8',
    timeout: limitMs,
  })
  if (result.status === 0) return
  const lastLines = `${result.stdout}${result.stderr}`.trim().split('\n').slice(-5).join('\n')
  console.log(`apt-get ${args[0] ?? ''} did not work (${result.error?.message ?? `status ${result.status}`}):\n${lastLines}`)
}
