import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const ROOT = join(import.meta.dirname, '../../../..')
/** A schema's own rule with a message in plain text: `.refine(…, 'must be …')`, `.regex(…, 'must be …')`, `error: 'must be …'`. */
const ONE_LANGUAGE = /(?:\.(?:refine|regex)\([^\n]*,\s*|\berror: |\bmessage: )['`](?:must|is|does|has|may) [^\n]*/g

test('what a schema of the API says of a field it says in German too: by inBoth', () => {
  const files = globSync('packages/{accounts,pbx,platform,trunks}/src/**/*.ts', { cwd: ROOT }).filter((file) => !/\btest\b/.test(file))
  assert.ok(files.length > 300, `only ${files.length} sources were found`)
  const found = files.flatMap((file) =>
    (readFileSync(join(ROOT, file), 'utf8').match(ONE_LANGUAGE) ?? []).map((line) => `${file}: ${line}`),
  )
  assert.deepEqual(found, [])
})
