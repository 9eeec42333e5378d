/** Callers who are not of the house, over real sockets: challenged, then no longer answered; whoever calls for help from there is heard. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  authenticatedInvite,
  Baresip,
  CALLED,
  eventually,
  expectResponse,
  hearsTone,
  missingPeers,
  newRequest,
  RunningProduct,
  Sipp,
  sameTransaction,
  sdp,
  sippScenario,
} from '@klinke/testbed'
import { dialled, root, sippCaller, TONES } from './support.ts'

const skip = missingPeers('baresip', 'sipp')
/** What the simulated control centre plays. */
const CONTROL_CENTRE = { frequencyHz: 1020, levelDbm0: -10 }
/** `DEFAULT_SOURCE_LIMITS` of admission. */
const UNANSWERED_CHALLENGES = 100
const FREE_MISTAKES = 5
/** How long a source has to wait after each mistake beyond those. */
const SILENCES_MS = [1_000, 2_000, 4_000] as const
/** Clocks of two processes. */
const TOLERANCE_MS = 20
let product: RunningProduct

before(async () => {
  product = await RunningProduct.start({ root })
})
after(() => product?.[Symbol.asyncDispose]())

/** An INVITE without credentials gets its 401. */
const STRANGER = sippScenario('stranger', newRequest('INVITE', CALLED, 1, { sdp: sdp() }), expectResponse(401), sameTransaction('ACK', 1))
/** The challenge is answered with a wrong password, and comes again. */
const GUESSER = sippScenario('guesser', authenticatedInvite({ sdp: sdp() }), expectResponse(401), sameTransaction('ACK', 2))

function stranger(calls: number): Promise<Sipp> {
  const variables = { user: 'stranger', peer: '11', domain: product.demo.sip.domain }
  return Sipp.start({ scenario: STRANGER, remote: product.sip(), calls, callsPerSecond: 100, variables })
}

/** One who repeats its INVITE because nothing comes. */
async function unanswered(): Promise<Sipp> {
  const ignored = await stranger(1)
  await eventually('a repeated INVITE', () => ignored.result().retransmissions > 0)
  return ignored
}

/** A phone with the right password that has not registered. */
function unregisteredPhone(): Promise<Baresip> {
  const { username, password } = product.extension('12')
  const { domain } = product.demo.sip
  return Baresip.start({ username, password, domain, server: product.sip(), registers: false, tone: TONES.anna })
}

/** Calls 112, and hears the control centre. */
async function callsForHelp(caller: Baresip): Promise<void> {
  await caller.dial(dialled(product, '112'))
  await caller.established()
  await hearsTone('who calls for help', caller, CONTROL_CENTRE, 600)
  await caller.hangUp()
  await caller.ended()
}

test('who leaves a hundred challenges unanswered gets no more; a phone at the same address calls 112 all the same', { skip }, async () => {
  await using phone = await unregisteredPhone()
  await using strangers = await stranger(UNANSWERED_CHALLENGES)
  assert.equal((await strangers.succeeded(20_000)).successfulCalls, UNANSWERED_CHALLENGES)
  await using ignored = await unanswered()
  await callsForHelp(phone)
  // Whoever proved itself there speaks for the address again.
  await ignored.succeeded(20_000)
})

test('each wrong password makes the silence twice as long; a phone at the same address calls 112 in it', { skip }, async () => {
  await using phone = await unregisteredPhone()
  const { domain } = product.demo.sip
  await using guesser = await Sipp.start({
    ...{ scenario: GUESSER, remote: product.sip(), calls: FREE_MISTAKES + SILENCES_MS.length + 1, concurrentCalls: 1 },
    variables: { user: product.extension('11').username, peer: '10', domain },
    arguments: ['-au', product.extension('11').username, '-ap', 'wrong', '-auth_uri', `10@${domain}`],
  })
  const { errors } = await guesser.succeeded(30_000)
  await using ignored = await unanswered()
  const silencesMs = silencesIn(errors)
  assert.ok(
    silencesMs.slice(0, FREE_MISTAKES).every((ms) => ms < SILENCES_MS[0]),
    `${silencesMs}`,
  )
  for (const [i, leastMs] of SILENCES_MS.entries()) {
    assert.ok((silencesMs[FREE_MISTAKES + i] ?? 0) >= leastMs - TOLERANCE_MS, `${silencesMs}`)
  }
  await callsForHelp(phone)
  await ignored.succeeded(20_000)
})

/** Between the answer to each wrong password and the next challenge, in milliseconds, from sipp's log. */
function silencesIn(log: string): readonly number[] {
  const received = /^-+ (\S+ \S+)\nUDP message received[^\n]*\n\nSIP\/2\.0 401 [\s\S]*?CSeq: (\d)/gm
  const challenges = Array.from(log.matchAll(received), ([, time = '', cseq]) => ({ atMs: Date.parse(time), cseq }))
  return challenges.flatMap(({ atMs, cseq }, i) => {
    const next = challenges[i + 1]
    return cseq === '2' && next?.cseq === '1' ? [next.atMs - atMs] : []
  })
}

test('RFC 3261 §10.3: who registers for somebody else gets 403, whatever its password', { skip }, async () => {
  const to = 'sip:11@[domain]'
  const scenario = sippScenario(
    'impostor',
    newRequest('REGISTER', 'sip:[domain]', 1, { to }),
    expectResponse(401, { challenge: true }),
    newRequest('REGISTER', 'sip:[domain]', 2, { to, headers: ['[authentication]'] }),
    expectResponse(403),
  )
  await using impostor = await sippCaller(product, { extension: '12', scenario, signedUri: product.demo.sip.domain })
  await impostor.succeeded(20_000)
})
