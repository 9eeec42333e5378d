/** `npm run check`: format and lint, types, type-aware rules, package walls. Runs all and fails if any failed. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { findWallBreaches } from './walls.ts'

const root = join(import.meta.dirname, '..')
const bin = (name: string): string => join(root, 'node_modules', '.bin', name)

const steps: readonly (readonly [title: string, command: string, ...args: string[]])[] = [
  ['format and lint', bin('biome'), 'check', '--error-on-warnings', '.'],
  ['types', bin('tsc'), '--noEmit', '-p', '.'],
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
console.log(failures === 0 ? 'check: all good' : `check: ${failures} failed`)
process.exitCode = failures === 0 ? 0 : 1
