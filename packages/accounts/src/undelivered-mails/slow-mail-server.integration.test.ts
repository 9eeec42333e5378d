/** A mail server that takes connections and says nothing holds no connection of the database, and what a crash left taken goes out once more with the same Message-ID. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { Database, insertLogin, type Mail, type MailSender, platformMigrations, smtpMailSender } from '@klinke/platform'
import { silentMailServer, type TestCluster, testCluster, testMailServer } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { sql } from 'kysely'
import { accountsMigrations } from '../migrations.ts'
import { queuePrivacyMail } from '../privacy/mail-queue.ts'
import { sendPrivacyMails } from '../privacy/privacy-mailer.ts'
import { cancelWindow, insertNotices, insertWindow } from '../service-levels/maintenance-store.ts'
import { tellRound } from '../service-levels/tell-maintenance.ts'
import { DEFAULT_PROFILE } from '../tenants/rules.ts'
import { insertTenant } from '../tenants/store.ts'
import { openTicket } from '../tickets/open-ticket.ts'
import { ticketRound } from '../tickets/ticket-rounds.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const NOW_MS = Date.parse('2030-02-04T08:00:00Z')
const LEASE_MS = 600_000
const ANNA = 'anna@muster.example'
const DESK = { portalUrl: 'https://portal.example', messageDomain: 'example.org' }

/** A customer, and a server whose database gives one connection at a time. */
async function house() {
  const opened = await cluster.database()
  const clock = new VirtualClock(NOW_MS)
  const again = () => new Database({ connection: opened.owner, clock, logger: silentLogger, maxConnections: 1 })
  const database = again()
  const tenantId = await database.withOperator(async (tx) => {
    const { id } = await insertTenant(tx, { name: 'Muster', sipDomain: 'muster.example', areaCode: '221', profile: DEFAULT_PROFILE })
    await insertLogin(tx, { email: ANNA, name: 'Anna', language: 'de', principal: { kind: 'tenant', tenantId: id } })
    return id
  })
  return {
    ...{ database, again, clock, tenantId, at: new Date(NOW_MS) },
    [Symbol.asyncDispose]: async () => {
      await database.close()
      await opened[Symbol.asyncDispose]()
    },
  }
}

type House = Awaited<ReturnType<typeof house>>

const window = {
  ...{
    title: { de: 'Wartung', en: 'Maintenance' },
    text: { de: '', en: '' },
    components: ['calls'] as const,
    customers: null,
    urgent: false,
  },
  ...{ from: new Date(NOW_MS + 86_400_000), until: new Date(NOW_MS + 90_000_000) },
} as const

const announce = ({ database, at }: House) =>
  database.withOperator(async (tx) => {
    const stored = await insertWindow(tx, window, { at, madeBy: 'test' })
    await insertNotices(tx, stored, 'announced', at)
    return stored
  })

const tell = ({ database, clock }: House, mail: MailSender) =>
  tellRound({ database, mail, portal: 'https://portal.example', clock, logger: silentLogger })

const senderOf = ({ url }: { readonly url: string }): MailSender => smtpMailSender(url, 'Klinke <klinke@example.org>')

/** What each room queues, and sends. */
const ROOMS = {
  tickets: {
    queue: ({ database, tenantId, at }: House) =>
      database.withOperator((tx) =>
        openTicket(tx, DESK, {
          ...{
            tenantId,
            kind: 'question',
            severity: 'impaired',
            severityConfirmedBy: null,
            subject: 'Frage',
            text: 'Wie?',
            report: {},
            side: 'customer',
          },
          ...{ contactMail: ANNA, openedBy: 'Anna', openedAt: at, via: 'portal', language: 'de' },
        }),
      ),
    send: ({ database, clock }: House, sender: MailSender) => {
      const blobs = { put: () => Promise.reject(new Error('no file')), remove: () => Promise.resolve() }
      return ticketRound({ database, clock, logger: silentLogger, blobs, desk: DESK, source: undefined, sender, address: undefined })
    },
  },
  privacy: {
    queue: ({ database, tenantId, at }: House) =>
      database.withOperator((tx) =>
        queuePrivacyMail(tx, { tenantId, requestId: null, recipient: ANNA, subject: 'Neuer Unterauftragnehmer', text: 'Neu.', at }),
      ),
    send: ({ database, clock }: House, mail: MailSender) =>
      sendPrivacyMails({ database, clock, logger: silentLogger, blobs: { read: () => Promise.resolve(undefined) }, mail }),
  },
  maintenance: { queue: announce, send: tell },
} as const

const count = (rows: { readonly rows: readonly { readonly n: number }[] }): number | undefined => rows.rows[0]?.n

for (const [room, { queue, send }] of Object.entries(ROOMS))
  test(`SLA-04: while the mail server hangs, the mail of ${room} holds no connection of the database`, async () => {
    await using at = await house()
    await queue(at)
    let sending: Promise<void>
    {
      await using slow = await silentMailServer()
      sending = send(at, senderOf(slow))
      await slow.asked
      const n = await at.database.withOperator(async (tx) => count(await sql<{ n: number }>`SELECT 1 AS n`.execute(tx.tables())))
      assert.equal(n, 1, 'with its only connection the database answers')
    }
    await sending
    await using server = await testMailServer()
    await at.clock.advance(60_000)
    await send(at, senderOf(server))
    assert.equal(server.taken.length, 1)
    await at.clock.advance(86_400_000)
    await send(at, senderOf(server))
    assert.equal(server.taken.length, 1, 'once')
  })

for (const [room, { queue, send }] of Object.entries(ROOMS))
  test(`SLA-04: what a crash left taken by ${room} goes out when its lease is over, known by its Message-ID`, async () => {
    await using at = await house()
    await queue(at)
    await using server = await testMailServer()
    // The mail server has taken it, and the process dies before it has noted that.
    const doomed = at.again()
    const mail = senderOf(server)
    await send(
      { ...at, database: doomed },
      {
        send: async (letter) => {
          await mail.send(letter)
          await doomed.close()
        },
      },
    ).catch(() => undefined)
    assert.equal(server.taken.length, 1)
    await at.clock.advance(LEASE_MS - 1)
    await send(at, senderOf(server))
    assert.equal(server.taken.length, 1, 'somebody else has it')
    await at.clock.advance(1)
    await send(at, senderOf(server))
    const ids = server.taken.map((raw) => /^Message-ID:\s+(.*)\r$/im.exec(raw)?.[1])
    assert.equal(ids.length, 2)
    assert.match(ids[0] ?? '', /^<.+@example\.org>$/)
    assert.equal(ids[0], ids[1])
  })

test('SLA-04: a maintenance that is cancelled while its mail is on the way is told to be off', async () => {
  await using at = await house()
  const { database, clock } = at
  const { id, customers } = await announce(at)
  const sent: string[] = []
  const mail = {
    send: async ({ subject }: Mail) => {
      if (sent.length === 0)
        await database.withOperator(async (tx) => {
          await cancelWindow(tx, id, new Date(clock.epochMs()))
          await insertNotices(tx, { id, customers }, 'cancelled', new Date(clock.epochMs()))
        })
      sent.push(subject)
    },
  }
  await tell(at, mail)
  assert.equal(sent.length, 2)
  assert.notEqual(sent[0], sent[1])
  await tell(at, mail)
  assert.equal(sent.length, 2)
})
