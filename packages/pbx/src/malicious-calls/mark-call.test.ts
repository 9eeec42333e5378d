import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TestPbx } from '../test-support/test-pbx.ts'

const ACME = { id: 'acme', extensions: ['10', '11'], numbers: { '+4922155500': '10' } }

test('CLI-06: *39 marks the last traced call to the extension, and says so', async () => {
  const pbx = new TestPbx([ACME])
  pbx.traced.add('acme-10')
  await pbx.dialAndListen('acme', '10', '*39')
  assert.deepEqual([[...pbx.traced], pbx.announced], [[], ['de/done']])
})

test('CLI-06: without a traced call, or where no order allows it, nothing is marked, and who dialled it hears so', async () => {
  const pbx = new TestPbx([ACME])
  const caller = await pbx.dialAndListen('acme', '11', '*39')
  assert.deepEqual([caller.final, pbx.announced], [403, ['de/not-possible']])
})

test('CLI-06: a call between two customers, which no carrier sees, is told with the number of who calls though he hides', async () => {
  const pbx = new TestPbx([ACME, { id: 'bolt', extensions: ['20'], numbers: { '+4922166600': '20' } }])
  pbx.numberShown = (tenant, _extension, _request, choice) => (choice?.hidden === false ? [...tenant.numbers.keys()][0] : undefined)
  await pbx.dial('acme', '10', '022166600')
  assert.deepEqual(pbx.cameInside, ['+4922155500 as anonymous to +4922166600'])
})
