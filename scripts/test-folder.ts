import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm'
/** A whole run holds less than 2 GiB at a time, and some of its tests fill what they are given. */
const ENOUGH_BYTES = 6 * 1024 ** 3
const NAME = /^klinke-test-run-(\d+)-/
/** Owners may come in, nobody else may write: PostgreSQL runs as a user of its own. */
const OPEN = 0o755

/**
 * Makes the folder of a test run, for all that its tests lay down, and names it to them as TMPDIR. In memory where there is room: copying data folders and
 * databases is most of what a disk does in a run, and took a third of all processor time. What runs that were killed have left goes.
 */
export function makeTestFolder(): Disposable & { readonly path: string } {
  const home = isUsable(MEMORY) ? MEMORY : tmpdir()
  for (const name of readdirSync(home)) {
    const [, pid] = NAME.exec(name) ?? []
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(home, name), { recursive: true, force: true })
  }
  const path = mkdtempSync(join(home, `klinke-test-run-${process.pid}-`))
  chmodSync(path, OPEN)
  process.env.TMPDIR = path
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) }
}

/** Containers often have a small one, or one from which nothing can be run. */
function isUsable(folder: string): boolean {
  try {
    const mounted = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .findLast((line) => line.split(' ')[1] === folder)
    const { bavail, bsize } = statfsSync(folder)
    return mounted !== undefined && !/\bnoexec\b/.test(mounted) && bavail * bsize >= ENOUGH_BYTES
  } catch {
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
