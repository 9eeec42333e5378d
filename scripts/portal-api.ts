/**
 * `npm run portal:api`: writes the types of the REST API for the portal, from the OpenAPI document that the server's schemas make.
 * `npm run check` calls `stalePortalApi` and fails when they are not what the server has now.
 */
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { API_PREFIX, missingGerman } from '@klinke/platform'
import { germanWords } from '../apps/server/src/api-words/index.ts'
import { describeApi } from '../apps/server/src/compose/api-description.ts'
import { type OpenApi, operationFiles } from './portal-api/operations.ts'

const folder = join(import.meta.dirname, '../apps/portal/src/api/operations')

/** Names of the files that are not as the server's routes are now. */
export async function stalePortalApi(): Promise<readonly string[]> {
  const wanted = operationFiles((await describeApi()) as OpenApi)
  const differing = [...wanted].filter(([name, text]) => contentOf(name) !== text).map(([name]) => name)
  return [...differing, ...globSync('*.ts', { cwd: folder }).filter((name) => !wanted.has(name))]
}

/** Operations whose description has no German words. */
export async function missingGermanWords(): Promise<readonly string[]> {
  return missingGerman(await describeApi(), API_PREFIX, germanWords)
}

function contentOf(name: string): string | undefined {
  const path = join(folder, name)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

async function write(): Promise<void> {
  const wanted = operationFiles((await describeApi()) as OpenApi)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of wanted) writeFileSync(join(folder, name), text)
  console.log(`${wanted.size} files written to apps/portal/src/api/operations`)
}

if (import.meta.main) await write()
