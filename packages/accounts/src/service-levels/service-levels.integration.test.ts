/** Availability, maintenance and the status of the exchange, with a virtual clock, PostgreSQL and a mail server that receives. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { insertLogin, type MailSender, platformMigrations, smtpMailSender } from '@klinke/platform'
import { type TestAnswer, type TestCluster, testApi, testCluster, testMailServer } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { sql } from 'kysely'
import { accountsMigrations } from '../migrations.ts'
import { DEFAULT_PROFILE } from '../tenants/rules.ts'
import { insertTenant } from '../tenants/store.ts'
import { availabilityRoutes } from './availability-routes.ts'
import type { Component } from './component.ts'
import { incidentRoutes } from './incident-routes.ts'
import { maintenanceRoutes } from './maintenance-routes.ts'
import { noteProbe, noteRest } from './measure-store.ts'
import { outageRoutes } from './outage-routes.ts'
import { outagesIn } from './outage-store.ts'
import { serviceLevelProblems } from './problems.ts'
import type { ServiceLevelProfile } from './service-level-profile.ts'
import { publicStatus } from './status.ts'
import { tellRound } from './tell-maintenance.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

/** A Monday, noon in Germany. */
const NOW_MS = Date.parse('2026-11-23T11:00:00Z')
const MINUTE_MS = 60_000
const TRUNKS: ServiceLevelProfile = {
  availability: [{ side: 'all', percent: 99.9 }],
  maintenance: [{ days: ['sunday'], from: '00:00', to: '06:00' }, { notice: { workingDays: 5 } }],
}

async function exchange() {
  const opened = await cluster.database()
  const { database } = opened
  const clock = new VirtualClock(NOW_MS)
  const facts = { contractBegan: () => Promise.resolve(Temporal.PlainDate.from('2025-05-01')) }
  const routes = [
    maintenanceRoutes({ database, clock }),
    incidentRoutes({ database, clock }),
    outageRoutes({ database, clock }),
    availabilityRoutes({ database, clock, facts }),
  ]
  const api = await testApi(database, routes, [serviceLevelProblems])
  const make = async (name: string, serviceLevel?: ServiceLevelProfile): Promise<string> => {
    const profile = { ...DEFAULT_PROFILE, ...(serviceLevel && { serviceLevel }) }
    const made = await database.withOperator((tx) => insertTenant(tx, { name, sipDomain: `${name}.example`, areaCode: null, profile }))
    return made.id
  }
  const promised = await make('muster', TRUNKS)
  const other = await make('fremd')
  return {
    ...{ database, clock, promised, other },
    operator: await api.client({ kind: 'operator' }),
    // Each makes a login, whom mails go to: a German one.
    customer: await api.signedIn({ kind: 'tenant', tenantId: promised }),
    stranger: await api.signedIn({ kind: 'tenant', tenantId: other }),
    probe: (component: Component, good: boolean) =>
      database.withOperator((tx) => noteProbe(tx, component, { atMs: clock.epochMs(), good, detail: good ? '' : 'timeout' })),
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
    },
  }
}
type Exchange = Awaited<ReturnType<typeof exchange>>

/** Every two minutes for so long. */
async function probed({ clock, probe }: Exchange, component: Component, good: boolean, minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 2) {
    await probe(component, good)
    await clock.advance(2 * MINUTE_MS)
  }
}

function problem(answer: TestAnswer): readonly unknown[] {
  return [answer.status, String(answer.body.type).replace('urn:klinke:problem:', '')]
}

const WINDOW = {
  title: { de: 'Neue Software', en: 'New software' },
  from: '2026-12-02T10:00:00+01:00',
  until: '2026-12-02T12:00:00+01:00',
  components: ['signalling', 'calls'],
}

test('SLA-01: an hour in which carriers are away makes an availability of 99.99 %, ten hours miss what was promised', async () => {
  await using running = await exchange()
  const { customer, stranger, operator, database } = running
  await probed(running, 'upstream', true, 10)
  await probed(running, 'upstream', false, 60)
  await probed(running, 'upstream', true, 10)
  const own = await customer('GET', '/availability')
  assert.equal(own.status, 200, String(own.body.detail))
  assert.partialDeepStrictEqual(own.body, {
    ...{ from: '2026-01-01', until: '2026-12-31' },
    sides: [{ side: 'all', target: 99.9, percent: 99.99, outageMinutes: 60, excludedMinutes: 0, yearMinutes: 525_600, isMet: true }],
  })
  assert.deepEqual((await operator('GET', '/availability/missed')).body.items, [])
  await probed(running, 'upstream', false, 9 * 60)
  await probed(running, 'upstream', true, 2)
  const missed = await operator('GET', '/availability/missed')
  assert.partialDeepStrictEqual(missed.body.items, [{ name: 'muster', sides: [{ percent: 99.89, outageMinutes: 600, isMet: false }] }])
  const walked: unknown[] = []
  for (let cursor: unknown = ''; cursor !== null; ) {
    const { body } = await operator('GET', `/availability/missed?limit=1${cursor === '' ? '' : `&cursor=${String(cursor)}`}`)
    walked.push(...(body.items ?? []))
    cursor = body.nextCursor
  }
  assert.deepEqual(walked, missed.body.items, 'customer by customer it is the same')
  assert.deepEqual((await stranger('GET', '/availability')).body.sides, [], 'nothing was promised')
  assert.deepEqual(
    (await customer('GET', '/availability?on=2025-06-01')).body.from,
    '2025-05-01',
    'the first year begins with the contract',
  )
  assert.equal((await customer('GET', '/availability/missed')).status, 403)
  const rows = await database.withOperator((tx) => outagesIn(tx, ['upstream'], { fromMs: 0, untilMs: NOW_MS * 2 }))
  assert.equal(rows.length, 2, 'a row for each outage, none for a probe')
})

test('SLA-01: while the exchange itself is down nobody probes, and that counts from the last good probe on', async () => {
  await using running = await exchange()
  const { customer, clock, probe } = running
  await probe('signalling', true)
  await clock.advance(90 * MINUTE_MS)
  await probe('signalling', true)
  assert.partialDeepStrictEqual((await customer('GET', '/availability')).body.sides, [{ outageMinutes: 90, percent: 99.98 }])
})

test('SLA-03: maintenance with too short notice is refused with the earliest time, unless the operator insists; then it counts', async () => {
  await using running = await exchange()
  const { operator, customer } = running
  const early = { ...WINDOW, from: '2026-11-25T10:00:00+01:00', until: '2026-11-25T12:00:00+01:00' }
  const refused = await operator('POST', '/maintenance-windows', early)
  assert.deepEqual(problem(refused), [409, 'maintenance-notice-too-short'])
  // Two hours fit into the night from Saturday to Sunday, which comes before five working days are over.
  assert.match(String(refused.body.detail), /muster .*2026-11-29, 00:00/)
  assert.deepEqual(
    problem(await operator('POST', '/maintenance-windows', { ...early, from: '2026-11-20T10:00:00Z', until: '2026-11-20T11:00:00Z' })),
    [422, 'maintenance-in-the-past'],
  )
  assert.equal((await operator('POST', '/maintenance-windows', { ...early, until: early.from })).status, 400)
  assert.equal((await customer('POST', '/maintenance-windows', early)).status, 403)
  assert.equal((await operator('POST', '/maintenance-windows', { ...early, insist: true })).status, 201)
  await outageOf(running, early.from)
  assert.partialDeepStrictEqual((await customer('GET', '/availability')).body.sides, [{ outageMinutes: 60, excludedMinutes: 0 }])
})

test('SLA-03: maintenance that was announced in time is left out of account', async () => {
  await using running = await exchange()
  const { operator, customer } = running
  assert.equal((await operator('POST', '/maintenance-windows', WINDOW)).status, 201)
  await outageOf(running, WINDOW.from)
  assert.partialDeepStrictEqual((await customer('GET', '/availability')).body.sides, [
    { outageMinutes: 0, excludedMinutes: 60, percent: 100 },
  ])
})

/** An hour without signalling from then on. */
async function outageOf(running: Exchange, from: string): Promise<void> {
  await running.clock.advance(Date.parse(from) - running.clock.epochMs())
  await probed(running, 'signalling', false, 60)
  await running.probe('signalling', true)
}

test('SLA-03: customers are told by mail in their language, once, of what is announced, changed and called off; a mail server that is away delays it', async () => {
  await using running = await exchange()
  const { operator, customer, stranger, database, clock, promised } = running
  await using server = await testMailServer()
  const portal = 'https://portal.example'
  const parts = { database, portal, clock, logger: silentLogger }
  const mail = smtpMailSender(server.url, 'klinke@example.org')
  const made = await operator('POST', '/maintenance-windows', { ...WINDOW, customers: [promised] })
  assert.equal(made.status, 201, String(made.body.detail))
  await tellRound({ ...parts, mail: { send: () => Promise.reject(new Error('away')) } })
  assert.equal(server.taken.length, 0)
  await clock.advance(MINUTE_MS)
  await tellRound({ ...parts, mail })
  await tellRound({ ...parts, mail })
  assert.equal(server.taken.length, 1, 'only who is concerned, and once')
  const told = decoded(await server.next())
  assert.match(told, /Wartung: Neue Software/)
  assert.match(told, /Von 02\.12\.2026, 10:00 Uhr bis 02\.12\.2026, 12:00 Uhr/)
  assert.match(told, /https:\/\/portal\.example\/status/)
  const path = `/maintenance-windows/${String(made.body.id)}`
  const changed = await operator('PATCH', path, { until: '2026-12-02T13:00:00+01:00' })
  assert.equal(changed.status, 200, String(changed.body.detail))
  await tellRound({ ...parts, mail })
  assert.match(decoded(await server.next()), /die angekündigte Wartung ist geändert/)
  assert.equal((await operator('POST', `${path}/cancel`)).status, 200)
  await tellRound({ ...parts, mail })
  assert.match(decoded(await server.next()), /findet nicht statt/)
  assert.deepEqual(problem(await operator('POST', `${path}/cancel`)), [409, 'maintenance-over'])
  assert.equal((await customer('GET', '/maintenance-windows')).body.items?.length, 1)
  assert.equal((await stranger('GET', '/maintenance-windows')).body.items?.length, 0, 'others learn nothing of it')
  assert.equal(server.taken.length, 0)
})

test('SLA-03: who is not concerned any more after a change is told so, and who was never told hears nothing when it is called off', async () => {
  await using running = await exchange()
  const { operator, database, clock, promised, other } = running
  await using server = await testMailServer()
  const parts = {
    database,
    portal: 'https://portal.example',
    clock,
    logger: silentLogger,
    mail: smtpMailSender(server.url, 'klinke@example.org'),
  }
  const told = async (): Promise<readonly string[]> => {
    await tellRound(parts)
    return server.taken
      .splice(0)
      .map((mail) => /Subject: .*?(Wartung abgesagt|Wartung_abgesagt|Wartung)/.exec(mail)?.[1] ?? mail)
      .toSorted()
  }
  const made = await operator('POST', '/maintenance-windows', { ...WINDOW, customers: [promised] })
  assert.deepEqual(await told(), ['Wartung'])
  const path = `/maintenance-windows/${String(made.body.id)}`
  await clock.advance(MINUTE_MS)
  assert.equal((await operator('PATCH', path, { customers: [other] })).status, 200)
  assert.equal((await told()).length, 2, 'one hears that it is off, one of it')
  await clock.advance(MINUTE_MS)
  assert.equal((await operator('POST', `${path}/cancel`)).status, 200)
  assert.equal((await told()).length, 1, 'the first one knows already')
})

test('an address that is refused: the others are told once, it is tried later and later, and nobody behind it is kept from hearing', async () => {
  await using running = await exchange()
  const { operator, database, clock, promised } = running
  const login = { name: 'Test', language: 'de', principal: { kind: 'tenant', tenantId: promised } } as const
  await database.withOperator((tx) => insertLogin(tx, { ...login, email: 'aaa-tot@muster.example' }))
  const [sent, tried]: [string[], string[]] = [[], []]
  const mail: MailSender = {
    send: async ({ to }) => {
      if (to.startsWith('aaa-tot')) {
        tried.push(to)
        throw new Error('550 no such user')
      }
      sent.push(to)
    },
  }
  const parts = { database, portal: 'https://portal.example', clock, logger: silentLogger, mail }
  for (let count = 0; count < 3; count++)
    assert.equal((await operator('POST', '/maintenance-windows', { ...WINDOW, customers: [promised] })).status, 201)
  assert.equal((await operator('POST', '/maintenance-windows', WINDOW)).status, 201)
  for (let minute = 0; minute < 10; minute++) {
    await tellRound(parts)
    await clock.advance(MINUTE_MS)
  }
  // Four announcements to the customer, one of them to the other one as well.
  assert.equal(sent.length, 5)
  // At once, after one minute, after two and after four more.
  assert.equal(tried.length, 4 * 4)
  await clock.advance(Date.parse(WINDOW.until) - clock.epochMs())
  await tellRound(parts)
  await clock.advance(MINUTE_MS * 60)
  await tellRound(parts)
  assert.deepEqual([sent.length, tried.length], [5, 5 * 4], 'given up when the window is over')
})

/** Quoted-printable lines put together again. */
function decoded(mail: string): string {
  const octets = mail
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(octets, 'latin1').toString()
}

test('the public status tells the state, ninety days, faults and maintenance of all, and nothing of a customer', async () => {
  await using running = await exchange()
  const { operator, database, clock, promised } = running
  await probed(running, 'signalling', true, 10)
  await probed(running, 'signalling', false, 30)
  assert.equal((await operator('POST', '/maintenance-windows', { ...WINDOW, customers: [promised] })).status, 201)
  assert.equal((await operator('POST', '/maintenance-windows', { ...WINDOW, title: { de: 'Für alle', en: 'For everyone' } })).status, 201)
  const incident = {
    title: { de: 'Ausfall', en: 'Outage' },
    components: ['signalling'],
    text: { de: 'Wir suchen.', en: 'We are looking.' },
  }
  const made = await operator('POST', '/incidents', incident)
  assert.equal(made.status, 201, String(made.body.detail))
  const news = { text: { de: 'Behoben.', en: 'Mended.' }, isOver: true }
  assert.equal((await operator('POST', `/incidents/${String(made.body.id)}/news`, news)).status, 201)
  const status = await database.withOperator((tx) => publicStatus(tx, clock.epochMs()))
  const signalling = status.components.find(({ component }) => component === 'signalling')
  assert.equal(signalling?.state, 'down')
  assert.equal(signalling?.days.length, 90)
  assert.deepEqual(signalling?.days.slice(-2), [
    { day: '2026-11-22', outageMinutes: null, kind: 'not-measured' },
    { day: '2026-11-23', outageMinutes: 30, kind: 'measured' },
  ])
  assert.equal(status.components.find(({ component }) => component === 'media')?.state, 'not-measured')
  assert.deepEqual(
    status.maintenance.map(({ title }) => title.de),
    ['Für alle'],
  )
  assert.deepEqual(
    status.incidents[0]?.news.map(({ text }) => text.en),
    ['Mended.', 'We are looking.'],
  )
})

test('SLA-01: the operator strikes an outage or corrects its times with a reason; availability and status page follow, what was measured stays', async () => {
  await using running = await exchange()
  const { customer, operator, stranger, database, clock } = running
  await probed(running, 'signalling', true, 10)
  await probed(running, 'signalling', false, 60)
  const newest = async () => (await operator('GET', '/service-outages')).body.items?.[0]
  const path = `/service-outages/${String((await newest())?.id)}/corrections`
  assert.deepEqual(problem(await operator('POST', path, { reason: 'x', struck: true })), [409, 'outage-lasts'])
  await probed(running, 'signalling', true, 10)
  const minutes = async () =>
    ((await customer('GET', '/availability')).body.sides as readonly { readonly outageMinutes: number }[])[0]?.outageMinutes
  const today = async () => {
    const status = await database.withOperator((tx) => publicStatus(tx, clock.epochMs()))
    return status.components.find(({ component }) => component === 'signalling')?.days.at(-1)
  }
  assert.deepEqual([await minutes(), (await today())?.outageMinutes], [60, 60])
  const measured = await newest()
  const began = Date.parse(String(measured?.beganAt))
  const at = (minute: number): string => new Date(began + minute * MINUTE_MS).toISOString()
  assert.deepEqual(problem(await operator('POST', path, { reason: 'x', struck: false, endedAt: at(-1) })), [422, 'outage-times-wrong'])
  assert.deepEqual(problem(await operator('POST', path, { reason: 'x', struck: false, endedAt: at(600) })), [422, 'outage-times-wrong'])
  assert.equal((await operator('POST', path, { reason: ' ', struck: true })).status, 400)
  assert.equal((await stranger('POST', path, { reason: 'x', struck: true })).status, 403)
  const corrected = await operator('POST', path, { reason: 'Ab da ging es wieder', struck: false, endedAt: at(15) })
  assert.equal(corrected.status, 201, String(corrected.body.detail))
  assert.deepEqual([await minutes(), (await today())?.outageMinutes], [15, 15])
  assert.equal((await operator('POST', path, { reason: 'Die Messung selbst war kaputt', struck: true })).status, 201)
  assert.deepEqual([await minutes(), (await today())?.outageMinutes], [0, 0])
  assert.equal((await operator('POST', path, { reason: 'Doch nicht', struck: false })).status, 201)
  assert.equal(await minutes(), 15, 'with the times that were said before')
  const shown = await newest()
  const said = ((shown?.corrections ?? []) as readonly { readonly reason: string }[]).map(({ reason }) => reason)
  assert.deepEqual([shown?.endedAt, said], [measured?.endedAt, ['Doch nicht', 'Die Messung selbst war kaputt', 'Ab da ging es wieder']])
  const { rows } = await database.withOperator((tx) =>
    sql<{ count: string }>`SELECT count(*) FROM audit_log WHERE subject = 'service_outage_correction'`.execute(tx.tables()),
  )
  assert.equal(Number(rows[0]?.count), 3)
})

test('SLA-01: a day in which nobody meant to measure has no service hours on the status page, one that was measured for some minutes has', async () => {
  await using running = await exchange()
  const { database, clock, probe } = running
  await probe('upstream', true)
  await clock.advance(4 * MINUTE_MS)
  await database.withOperator((tx) => noteRest(tx, 'upstream', clock.epochMs()))
  await clock.advance(3 * 1_440 * MINUTE_MS - 4 * MINUTE_MS)
  await probe('upstream', true)
  await clock.advance(1_440 * MINUTE_MS)
  await probe('upstream', true)
  const { components } = await database.withOperator((tx) => publicStatus(tx, clock.epochMs()))
  const days = components.find(({ component }) => component === 'upstream')?.days.slice(-6)
  assert.deepEqual(
    days?.map(({ kind, outageMinutes }) => [kind, outageMinutes]),
    [
      ['not-measured', null],
      ['measured', 0],
      ['no-service', null],
      ['no-service', null],
      ['measured', 720],
      ['measured', 720],
    ],
  )
})
