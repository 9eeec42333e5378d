import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { isAlive } from '../database/embedded/postmaster.ts'
import { CLUSTER_PREFIX, removeAbandonedClusters } from './abandoned-clusters.ts'

test('the cluster of a killed test is stopped and removed by the next one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'klinke-doomed-'))
  const child = spawn(process.execPath, [join(import.meta.dirname, 'doomed-owner.ts'), join(folder, 'postgres')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  const server = Number(said.toString())
  child.kill('SIGKILL')
  await once(child, 'exit')
  const abandoned = join(tmpdir(), `${CLUSTER_PREFIX}${child.pid}-test`)
  renameSync(folder, abandoned)
  await removeAbandonedClusters()
  assert.deepEqual([isAlive(server), existsSync(abandoned)], [false, false])
})
