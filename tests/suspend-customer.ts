/** Suspends a customer as the end of a trial does, of which there is no request: in the product's own database. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunningProduct } from '@klinke/testbed'
import { Client } from 'pg'

/** What PostgreSQL calls the folder in which it was started. */
const WORKING_DIRECTORY = '/proc/self/cwd'

export async function suspendCustomer(product: RunningProduct, tenantId: string): Promise<void> {
  const home = join(product.dataDirectory, 'postgres')
  const cluster = join(home, 'cluster')
  const [, , , port, socket = ''] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  const client = new Client({
    ...{ host: socket === WORKING_DIRECTORY ? cluster : socket || '127.0.0.1', port: Number(port) },
    ...{ user: 'postgres', password: readFileSync(join(home, 'password'), 'utf8').trim(), database: 'klinke' },
  })
  await client.connect()
  try {
    await client.query('UPDATE klinke.tenant SET suspended_at = now() WHERE id = $1', [tenantId])
  } finally {
    await client.end()
  }
}
