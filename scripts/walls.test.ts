import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { findWallBreaches } from './walls.ts'

function house(files: Readonly<Record<string, string>>): { root: string } & Disposable {
  const root = mkdtempSync(join(tmpdir(), 'walls-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true }) }
}

const manifest = JSON.stringify({
  name: '@klinke/sip',
  dependencies: { '@klinke/foundation': '*', '@klinke/platform': '*' },
  devDependencies: { '@klinke/testbed': '*' },
})

const rows: readonly (readonly [what: string, file: string, source: string, breaches: number])[] = [
  ['a named dependency', 'a.ts', `import { x } from '@klinke/foundation'`, 0],
  ['an unnamed package', 'a.ts', `import { x } from '@klinke/net'`, 1],
  ['a deep import', 'a.ts', `import { x } from '@klinke/foundation/src/x.ts'`, 1],
  ['the door of what only threads load', 'a.ts', `import { x } from '@klinke/platform/paper'`, 0],
  ['a socket in a pure package', 'a.ts', `import dgram from 'node:dgram'`, 1],
  ['a dev dependency in a test', 'a.test.ts', `import { x } from '@klinke/testbed'`, 0],
  ['a dev dependency in the product', 'a.ts', `import { x } from '@klinke/testbed'`, 1],
  ["another package's test support in a test", 'a.test.ts', `import { x } from '@klinke/foundation/test-support'`, 0],
  ["another package's test support in the product", 'a.ts', `import { x } from '@klinke/foundation/test-support'`, 1],
  ['a path out of the package', 'a.ts', `import { x } from '../../net/src/x.ts'`, 1],
  ['an import over several lines', 'a.ts', `import {\n  x,\n} from '@klinke/net'`, 1],
  ['a dynamic import', 'a.ts', `await import('@klinke/net')`, 1],
]

for (const [what, file, source, breaches] of rows) {
  test(`${what}: ${breaches === 0 ? 'allowed' : 'refused'}`, () => {
    using built = house({ 'packages/sip/package.json': manifest, [`packages/sip/src/${file}`]: source })
    assert.equal(findWallBreaches(built.root).length, breaches)
  })
}
