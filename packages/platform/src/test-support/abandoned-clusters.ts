import { readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endProcess, isAlive, runningPostmaster } from '../database/embedded/postmaster.ts'

/** Test clusters carry the process id of their test, so that a later test can clean up behind one that was killed. */
export const CLUSTER_PREFIX = 'klinke-postgres-'

const NAME = new RegExp(`^${CLUSTER_PREFIX}(\\d+)-`)

/** Stops and removes the test clusters whose test is gone. */
export async function removeAbandonedClusters(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = NAME.exec(name)?.[1]
    if (pid === undefined || isAlive(Number(pid))) continue
    const folder = join(tmpdir(), name)
    const server = runningPostmaster(join(folder, 'postgres', 'cluster'))
    if (server) await endProcess(server.pid)
    rmSync(folder, { recursive: true, force: true })
  }
}
