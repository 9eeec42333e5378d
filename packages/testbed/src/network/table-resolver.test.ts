import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TableResolver } from './table-resolver.ts'

const resolver = new TableResolver({ 'sip.example': ['192.0.2.1', '192.0.2.2'] })

const rows: readonly (readonly [uri: string, targets: readonly string[]])[] = [
  ['sip:10@192.0.2.9', ['UDP 192.0.2.9 5060']],
  ['<sip:10@192.0.2.9:5070;transport=tcp>', ['TCP 192.0.2.9 5070']],
  ['sips:10@sip.example', ['TLS 192.0.2.1 5061', 'TLS 192.0.2.2 5061']],
  ['sip:[2001:db8::1]:5080', ['UDP 2001:db8::1 5080']],
  ['sip:10@nowhere.example', []],
]

for (const [uri, expected] of rows) {
  test(`${uri} stands for ${expected.join(', ') || 'nothing'}`, async () => {
    const targets = await resolver.resolve(uri)
    assert.deepEqual(
      targets.map(({ protocol, remote }) => `${protocol} ${remote.address} ${remote.port}`),
      expected,
    )
  })
}
