import assert from 'node:assert/strict'
import { test } from 'node:test'
import { below, seededRandom } from '@klinke/foundation'
import { answerStun } from './stun.ts'

const TRANSACTION = 'b7e7a701bc34d686fa87dfae'
const request = Buffer.from(`000100002112a442${TRANSACTION}`, 'hex')

test('a binding request is answered with the mapped address of RFC 5769 §2.2 and §2.3', () => {
  const v4 = Buffer.from(answerStun(request, { address: '192.0.2.1', port: 32853 }) ?? [])
  assert.equal(v4.toString('hex'), `0101000c2112a442${TRANSACTION}002000080001a147e112a643`)
  const v6 = Buffer.from(answerStun(request, { address: '2001:db8:1234:5678:11:2233:4455:6677', port: 32853 }) ?? [])
  assert.equal(v6.toString('hex'), `010100182112a442${TRANSACTION}002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9`)
})

test('responses, other methods, a wrong cookie or length get no answer', () => {
  const from = { address: '192.0.2.1', port: 5060 }
  for (const hex of [`010100002112a442${TRANSACTION}`, `0001000021120000${TRANSACTION}`, `000100082112a442${TRANSACTION}`, '0001']) {
    assert.equal(answerStun(Buffer.from(hex, 'hex'), from), undefined, hex)
  }
})

test('no datagram makes it throw', () => {
  const random = seededRandom(5)
  for (let round = 0; round < 5000; round++) {
    const datagram = Buffer.from(request)
    datagram[below(random, datagram.length)] = below(random, 256)
    const cut = datagram.subarray(0, 1 + below(random, datagram.length))
    answerStun(cut, { address: round % 2 ? 'fe80::1%eth0' : '198.51.100.7', port: below(random, 65536) })
  }
})
