/** The own database of a running product: for what becomes of data by itself in time, of which there is no request. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunningProduct } from '@klinke/testbed'
import { Client } from 'pg'

/** What PostgreSQL calls the folder in which it was started. */
const WORKING_DIRECTORY = '/proc/self/cwd'

export async function inDatabaseOf<T>(product: RunningProduct, work: (client: Client) => Promise<T>): Promise<T> {
  const home = join(product.dataDirectory, 'postgres')
  const cluster = join(home, 'cluster')
  const [, , , port, socket = ''] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  const client = new Client({
    ...{ host: socket === WORKING_DIRECTORY ? cluster : socket || '127.0.0.1', port: Number(port) },
    ...{ user: 'postgres', password: readFileSync(join(home, 'password'), 'utf8').trim(), database: 'klinke' },
  })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
