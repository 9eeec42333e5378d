import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseMessage, printMessage, requestFault, responseFault } from '../../src/index.ts'
import { bytesOf, CAPABILITIES, messageOf } from './fixture.ts'

/**
 * What becomes of each message: `ok`, or where it is stopped and how. `parser` is parseMessage, `user agent` is
 * requestFault or responseFault. README.md says what the RFCs want beyond that.
 */
type Outcome = 'ok' | `parser ${number}` | 'parser drop' | `user agent ${number}` | 'user agent drop'

const RFC4475: Readonly<Record<string, Outcome>> = {
  // 3.1.1 valid
  wsinv: 'ok',
  intmeth: 'user agent 501',
  esc01: 'ok',
  escnull: 'ok',
  esc02: 'user agent 501',
  lwsdisp: 'ok',
  longreq: 'ok',
  dblreq: 'ok',
  semiuri: 'ok',
  transports: 'ok',
  mpart01: 'ok',
  unreason: 'ok',
  noreason: 'ok',
  // 3.1.2 invalid
  badinv01: 'user agent 400',
  clerr: 'parser 400',
  ncl: 'parser 400',
  scalar02: 'parser 400',
  scalarlg: 'parser drop',
  quotbal: 'user agent 400',
  ltgtruri: 'parser 400',
  lwsruri: 'parser 400',
  lwsstart: 'parser 400',
  trws: 'parser 400',
  escruri: 'user agent 400',
  baddate: 'ok',
  regbadct: 'user agent 400',
  badaspec: 'user agent 400',
  baddn: 'user agent 400',
  badvers: 'parser 505',
  mismatch01: 'parser 400',
  mismatch02: 'parser 501',
  bigcode: 'parser drop',
  // 3.2 transaction layer
  badbranch: 'user agent 400',
  // 3.3 application layer
  insuf: 'parser 400',
  unkscm: 'user agent 416',
  novelsc: 'user agent 416',
  unksm2: 'user agent 400',
  bext01: 'user agent 420',
  invut: 'user agent 415',
  regaut01: 'ok',
  multi01: 'parser 400',
  mcl01: 'parser 400',
  bcast: 'user agent drop',
  zeromf: 'ok',
  cparam01: 'ok',
  cparam02: 'ok',
  regescrt: 'ok',
  sdp01: 'user agent 406',
  // 3.4 backward compatibility
  inv2543: 'ok',
}

const RFC5118: Readonly<Record<string, Outcome>> = {
  'ipv6-good': 'ok',
  'ipv6-bad': 'user agent 400',
  'port-ambiguous': 'ok',
  'port-unambiguous': 'ok',
  'via-received-param-with-delim': 'ok',
  'via-received-param-no-delim': 'ok',
  'ipv6-in-sdp': 'ok',
  'mult-ip-in-header': 'ok',
  'mult-ip-in-sdp': 'ok',
  'ipv4-mapped-ipv6': 'ok',
  'ipv6-bug-abnf-3-colons': 'ok',
  'ipv6-correct-abnf-2-colons': 'ok',
}

function outcome(message: Uint8Array): Outcome {
  const result = parseMessage(message)
  if (!result.ok) return result.error.verdict === 'drop' ? 'parser drop' : `parser ${result.error.status}`
  if (result.value.kind === 'response') return responseFault(result.value) === undefined ? 'ok' : 'user agent drop'
  const fault = requestFault(result.value, CAPABILITIES)
  return fault === undefined ? 'ok' : `user agent ${fault.status}`
}

for (const [rfc, table] of [['rfc4475', RFC4475], ['rfc5118', RFC5118]] as const) {
  test(`${rfc}: every message of the archive has its outcome`, () => {
    const names = readdirSync(join(import.meta.dirname, rfc)).map((file) => file.replace(/\.dat$/, ''))
    const outcomes = Object.fromEntries(names.map((name) => [name, outcome(bytesOf(rfc, name))]))
    assert.deepEqual(outcomes, { ...table })
  })

  test(`${rfc}: a message that is understood prints as a message that is understood alike`, () => {
    for (const [name, expected] of Object.entries(table)) {
      if (expected.startsWith('parser')) continue
      const once = printMessage(messageOf(rfc, name))
      const again = parseMessage(once)
      assert.ok(again.ok, name)
      assert.deepEqual(printMessage(again.value), once, name)
      assert.deepEqual(outcome(once), expected, name)
      assert.deepEqual(again.value.body, Buffer.from(messageOf(rfc, name).body), name)
    }
  })
}
