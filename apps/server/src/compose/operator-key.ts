import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createApiKey, type Database, hasOperatorKey } from '@klinke/platform'

/**
 * The first key of an installation without the demo: nobody could use the API otherwise. Written to
 * `<data>/operator-key`, readable by its owner only. `undefined` when the operator has a key already, else the path.
 */
export async function provideOperatorKey(database: Database, dataDir: string): Promise<string | undefined> {
  if (await hasOperatorKey(database)) return undefined
  const { key } = await createApiKey(database, 'first', { kind: 'operator' })
  const path = join(dataDir, 'operator-key')
  await writeFile(path, `${key}\n`, { mode: 0o600 })
  return path
}
