import { readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** A fast shutdown that takes longer becomes an immediate one; the next start recovers from the log. */
const STOP_LIMIT_MS = 20_000
const POLL_MS = 20

/** What `postmaster.pid` says about the server that runs, or ran last, on a cluster. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** Folder of its Unix socket; empty when it has none. */
  readonly socketFolder: string
  /** `ready` once it accepts connections. */
  readonly status: string
}

/** The server running on `cluster`; undefined when none is, even if a killed one left its file behind. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const file = readPostmasterFile(cluster)
  return file && isPostgres(file.pid, cluster) ? file : undefined
}

/**
 * Removes the file of a killed server whose process id now belongs to another program: PostgreSQL would refuse to
 * start. A file whose process is gone is left to PostgreSQL, which knows more checks.
 */
export function dropForeignPidFile(cluster: string): void {
  const file = readPostmasterFile(cluster)
  if (file && isAlive(file.pid) && !isPostgres(file.pid, cluster)) rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

/** Ends a server by fast shutdown, by immediate shutdown if that hangs, and waits until its process is gone. */
export async function endProcess(pid: number): Promise<void> {
  signal(pid, 'SIGINT')
  const hurryMs = performance.now() + STOP_LIMIT_MS
  let hurried = false
  while (isAlive(pid)) {
    if (!hurried && performance.now() > hurryMs) {
      hurried = true
      signal(pid, 'SIGQUIT')
    }
    await delay(POLL_MS)
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended between the look and the signal, which is what was wanted.
  }
}

/** Lines of the file: pid, data directory, start time, port, socket directory, address, shared memory key, status. */
export function readPostmasterFile(cluster: string): Postmaster | undefined {
  const text = readOrUndefined(join(cluster, 'postmaster.pid'))
  if (text === undefined) return undefined
  const lines = text.split('\n')
  const pid = Number.parseInt(lines[0] ?? '', 10)
  if (!(pid > 0)) return undefined
  return { pid, port: Number.parseInt(lines[3] ?? '', 10) || 0, socketFolder: (lines[4] ?? '').trim(), status: (lines[7] ?? '').trim() }
}

/** A process id may have been given to another program since: on Linux the process must stand in the cluster. */
function isPostgres(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster
  } catch {
    return false
  }
}

/** False for a process that is gone, or that has ended and waits for a parent that never asks (a container without init). */
export function isAlive(pid: number): boolean {
  if (process.platform === 'linux') {
    const stat = readOrUndefined(`/proc/${pid}/stat`)
    return stat !== undefined && !/^\d+ \(.*\) Z/.test(stat)
  }
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function readOrUndefined(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
