import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_TRANSPORT_LIMITS } from '../limits.ts'
import { SourceTable } from './source-table.ts'

const LIMITS = {
  ...DEFAULT_TRANSPORT_LIMITS,
  messagesPerSecondPerSource: 10,
  messageBurstPerSource: 5,
  maxSources: 3,
  maxUdpFlowsPerSource: 2,
}

const passed = (table: SourceTable<string>, address: string): number =>
  Array.from({ length: 20 }, () => table.at(address, 0).mayPass(0)).filter(Boolean).length

test('each IPv4 address has its own allowance, the addresses of one IPv6 network share theirs', () => {
  const table = new SourceTable<string>(LIMITS, () => false)
  assert.deepEqual([passed(table, '192.0.2.1'), passed(table, '192.0.2.2')], [5, 5])
  assert.deepEqual([passed(table, '2001:db8::1'), passed(table, '2001:db8::2'), passed(table, '2001:db8:0:1::1')], [5, 0, 5])
})

test('an exempt source is never held up, in messages or in time', () => {
  const table = new SourceTable<string>(LIMITS, (address) => address === '192.0.2.9')
  assert.equal(passed(table, '192.0.2.9'), 20)
  assert.equal(table.at('192.0.2.9', 0).pauseMs(1000, 0), 0)
  assert.equal(table.at('192.0.2.1', 0).pauseMs(15, 0), 1000)
})

test('more sources or ports than the limit forget the first ones', () => {
  const table = new SourceTable<string>(LIMITS, () => false)
  for (let host = 1; host <= 50; host++) table.at(`192.0.2.${host}`, 0)
  assert.equal(table.size, 3)
  const source = table.at('192.0.2.50', 0)
  for (let port = 1; port <= 50; port++) source.set(port, `flow ${port}`)
  assert.deepEqual(
    [1, 2, 48, 49, 50].map((port) => source.get(port)),
    ['flow 1', undefined, undefined, 'flow 49', 'flow 50'],
  )
})
