/** Who is named to whom as connected (COLP, TRK-10): part of customer-trunks.integration.test.ts, which brings the product and its trunk. */
import { test } from 'node:test'
import {
  authenticatedInvite,
  expectRequest,
  expectResponse,
  newRequest,
  pause,
  type RunningProduct,
  requestInDialog,
  respond,
  respondInDialog,
  Sipp,
  sdp,
  sippScenario,
} from '@klinke/testbed'
import { carrierPort, created } from './call-settings-support.ts'
import { firstAccount, numberIn, pbxCalled, pbxCalls, type SoldTrunk } from './customer-trunks-desk.ts'
import { dialled, noLiveCalls, phone, TONES } from './support.ts'

interface Lane {
  readonly skip: string | false
  /** Asked in each test: they are started before the first one. */
  readonly product: () => RunningProduct
  readonly trunk: () => SoldTrunk
  /** First number of its block. */
  readonly block: string
}

/** Numbers that begin so go over the carrier of the test alone. */
const ONLY_HERE = '+4940888'
const FOREIGN = '+493099999999'

/** Registers the tests. */
export function connectedNumbers(lane: Lane): void {
  const { skip } = lane
  const own = numberIn(lane.block, 3)
  for (const [what, named, shown] of [
    ['a number of its customer', own, own],
    ["somebody else's number", FOREIGN, numberIn(lane.block, 4)],
  ] as const)
    test(`TRK-10, COLP: a PBX that answers and names ${what} is named to the carrier as ${shown}`, { skip }, () =>
      fromPbx(lane, named, shown),
    )
  test('TRK-10, COLP: a carrier names who has answered, and the PBX that calls is told in the form that it reads', { skip }, () =>
    toPbx(lane),
  )
  test('RFC 4916: a carrier that understands it is told by UPDATE whom a caller was transferred to', { skip }, () => transferred(lane))
}

const UNDERSTANDS = ['Allow: INVITE, ACK, BYE, CANCEL, UPDATE', 'Supported: from-change']

/** A carrier that calls in and reads who has answered; then `meanwhile`, and it hangs up. */
function asks(asserted: string, ...meanwhile: readonly string[]): string {
  return sippScenario(
    'carrier',
    newRequest('INVITE', 'sip:[peer]@[domain]', 1, { headers: UNDERSTANDS, sdp: sdp() }),
    expectResponse(100, { optional: true }),
    expectResponse(180, { optional: true }),
    expectResponse(200, { beginsDialog: true, contains: `P-Asserted-Identity: .sip:.${asserted.slice(1)}@` }),
    requestInDialog('ACK', 1),
    ...meanwhile,
    pause(200),
    requestInDialog('BYE', 2),
    expectResponse(200),
  )
}

/** Answers, and says by which number. */
function answers(asserted: string): string {
  return sippScenario(
    'answer',
    expectRequest('INVITE'),
    respond('180 Ringing'),
    respond('200 OK', { headers: [`P-Asserted-Identity: <sip:${asserted}@[local_ip]>`], sdp: sdp() }),
    expectRequest('ACK'),
    expectRequest('BYE'),
    respondInDialog('200 OK'),
  )
}

async function fromPbx({ product, trunk, block }: Lane, named: string, shown: string): Promise<void> {
  await using pbx = await pbxCalled(product(), { account: firstAccount(trunk()), scenario: answers(named) })
  await using carrier = await Sipp.start({
    ...{ scenario: asks(shown), remote: product().sip(), localPort: await carrierPort(product()) },
    variables: { user: '+49301234567', peer: numberIn(block, 4), domain: '127.0.0.1' },
  })
  await carrier.succeeded(30_000)
  await pbx.succeeded(30_000)
  await noLiveCalls(product())
}

async function toPbx({ product, trunk }: Lane): Promise<void> {
  const localPort = await carrierPort(product())
  const carriers = (await (await product().request('GET', '/carriers?limit=200')).json()) as {
    items: { id: string; port: number | null }[]
  }
  const carrierIds = carriers.items.filter(({ port }) => port === localPort).map(({ id }) => id)
  await created(product(), '/carrier-rules', { prefix: ONLY_HERE, effect: 'only', carrierIds })
  await using carrier = await Sipp.start({
    scenario: answers(`${ONLY_HERE}99`),
    remote: product().sip(),
    localPort,
    variables: { user: 'c', peer: 'c', domain: 'c' },
  })
  const scenario = sippScenario(
    'pbx',
    authenticatedInvite({ sdp: sdp() }),
    expectResponse(180, { optional: true }),
    expectResponse(200, { beginsDialog: true, contains: `P-Asserted-Identity: .sip:.${ONLY_HERE.slice(1)}99@` }),
    requestInDialog('ACK', 2),
    pause(200),
    requestInDialog('BYE', 3),
    expectResponse(200),
  )
  await using pbx = await pbxCalls(product(), { account: firstAccount(trunk()), peer: `${ONLY_HERE}1`, scenario })
  await pbx.succeeded(30_000)
  await carrier.succeeded(30_000)
  await noLiveCalls(product())
}

async function transferred({ product }: Lane): Promise<void> {
  const [annas = '', beas = ''] = product().demo.numbers
  await using anna = await phone(product(), '10', { tone: TONES.anna })
  await using bea = await phone(product(), '11', { tone: TONES.bea })
  const update = [expectRequest('UPDATE', { contains: `P-Asserted-Identity: .sip:.${beas.slice(1)}@` }), respondInDialog('200 OK')]
  await using carrier = await Sipp.start({
    ...{ scenario: asks(annas, ...update), remote: product().sip(), localPort: await carrierPort(product()) },
    variables: { user: '+49301234567', peer: annas, domain: '127.0.0.1' },
  })
  await anna.rings()
  await anna.accept()
  await anna.established()
  await anna.transfer(dialled(product(), '11'))
  await bea.rings()
  await bea.accept()
  await carrier.succeeded(30_000)
  await Promise.all([anna.ended(), bea.ended()])
  await noLiveCalls(product())
}
