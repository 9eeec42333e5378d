/** `npm run check`: format and lint, types, type-aware rules, package walls, migrations of protected tables, the types of the API in the portal. Runs all and fails if any failed. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { findBlindMigrations } from './blind-migrations.ts'
import { missingGermanWords, stalePortalApi } from './portal-api.ts'
import { findWallBreaches } from './walls.ts'

const root = join(import.meta.dirname, '..')
const bin = (name: string): string => join(root, 'node_modules', '.bin', name)

const steps: readonly (readonly [title: string, command: string, ...args: string[]])[] = [
  ['format and lint', bin('biome'), 'check', '--error-on-warnings', '.'],
  ['types', bin('tsc'), '--noEmit', '-p', '.'],
  ['types of the portal', bin('tsc'), '--noEmit', '-p', 'apps/portal'],
  ['types of its service worker', bin('tsc'), '--noEmit', '-p', 'apps/portal/src/service-worker'],
  ['types of pages in tests', bin('tsc'), '--noEmit', '-p', 'packages/testbed/browser'],
  ['type-aware lint', bin('oxlint'), '--type-aware', '--quiet', 'packages', 'apps', 'scripts'],
]

let failures = 0
for (const [title, command, ...args] of steps) {
  console.log(`— ${title}`)
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  if (result.status !== 0) failures++
}
console.log('— package walls')
for (const breach of findWallBreaches(root)) {
  console.error(breach)
  failures++
}
console.log('— migrations of protected tables')
for (const blind of findBlindMigrations(root)) {
  console.error(blind)
  failures++
}
console.log('— types of the API in the portal')
for (const name of await stalePortalApi()) {
  console.error(`apps/portal/src/api/operations/${name} is not what the server's routes say: run "npm run portal:api" and commit it`)
  failures++
}
console.log('— German words of the API')
for (const missing of await missingGermanWords()) {
  console.error(`${missing}: see apps/server/src/api-words`)
  failures++
}
console.log(failures === 0 ? 'check: all good' : `check: ${failures} failed`)
process.exitCode = failures === 0 ? 0 : 1
