import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { VirtualClock } from '@klinke/testbed'
import { LocalAddresses } from '../address/local-addresses.ts'
import { DEFAULT_TRANSPORT_LIMITS } from '../limits.ts'
import { SourceTable } from '../source/source-table.ts'
import { TransportCore } from '../transport-core.ts'
import type { UdpFlow } from '../udp/udp-flow.ts'
import { ConnectionTable } from './connection-table.ts'

const KNOWN = '192.0.2.1'
const ALSO_KNOWN = '192.0.2.2'
const STRANGER = '198.51.100.1'

/** Six places and two in reserve, one in reserve for our own; a stranger may have one of them. */
function table(): ConnectionTable {
  const clock = new VirtualClock()
  const own = { maxConnections: 6, reservedConnections: 2, reservedOwnConnections: 1, maxConnectionsPerSource: 1 }
  const limits = { ...DEFAULT_TRANSPORT_LIMITS, ...own }
  const exempt = (address: string) => address.startsWith('192.0.2.')
  const sources = new SourceTable<UdpFlow>(limits, exempt)
  return new ConnectionTable(
    new TransportCore({ clock, logger: silentLogger, limits, sources, exempt, localAddresses: new LocalAddresses(clock) }),
  )
}

const taken = (connections: ConnectionTable, address: string, times: number): number =>
  Array.from({ length: times }, () => connections.takePlace(address)).filter((release) => release !== undefined).length

test('a known peer has four times the connections of a stranger, and no more', () => {
  const connections = table()
  assert.deepEqual([taken(connections, STRANGER, 5), taken(connections, KNOWN, 9)], [1, 4])
})

test('the reserve is for known peers that have few connections', () => {
  const connections = table()
  assert.deepEqual([taken(connections, KNOWN, 4), taken(connections, ALSO_KNOWN, 4)], [4, 2])
  assert.equal(taken(connections, ALSO_KNOWN, 1), 0)
  assert.equal(taken(connections, STRANGER, 1), 0)
  assert.deepEqual([taken(connections, '192.0.2.3', 3), taken(connections, '192.0.2.4', 1), taken(connections, '192.0.2.5', 1)], [1, 1, 0])
})

test('where others have taken all places we still open connections of our own', () => {
  const connections = table()
  for (let host = 1; host <= 8; host++) assert.equal(taken(connections, `192.0.2.${host}`, 1), 1)
  assert.equal(taken(connections, '192.0.2.9', 1), 0)
  const release = connections.takeOwnPlace(KNOWN)
  assert.ok(release)
  assert.equal(connections.takeOwnPlace(ALSO_KNOWN), undefined)
  release()
  release()
  assert.ok(connections.takeOwnPlace(ALSO_KNOWN))
})
