import assert from 'node:assert/strict'
import { DEFAULT_PROFILE, insertTenant, type TenantProfile } from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import { insertLogin, type MailSender, readMail, smtpMailSender } from '@klinke/platform'
import { type TestCluster, testApi, testMailServer } from '@klinke/platform/test-support'
import { eventually, VirtualClock } from '@klinke/testbed'
import { sql } from 'kysely'
import { takeInvoices } from '../../payments/open-items/invoices.ts'
import { listItems, postOpenItem } from '../../payments/open-items/store.ts'
import { addAccountRoutes } from '../account-routes.ts'
import { creditRounds } from '../credit-rounds.ts'
import { prepaidProblems } from '../problems.ts'
import { balanceOf, move, openAccount } from '../store.ts'
import { addWarningRoutes } from '../warning-routes.ts'

const NOON = Date.parse('2026-11-03T11:00:00Z')

interface OfficeMail {
  /** The mail server refuses every address. */
  readonly refuses?: boolean
  /** Absent: over the mail server. */
  readonly mail?: MailSender
}

/** A customer with a German and an English administrator, a mail server, and locks that are only noted. */
export async function office(
  cluster: TestCluster,
  payments: NonNullable<TenantProfile['payments']> = {},
  { refuses = false, mail }: OfficeMail = {},
) {
  const opened = await cluster.database()
  const { database } = opened
  const clock = new VirtualClock(NOON)
  const server = await testMailServer(refuses)
  const profile = { ...DEFAULT_PROFILE, payments, guard: { lockNoticeHours: 48 } }
  const tenantId = await database.withOperator(async (tx) => {
    const { id } = await insertTenant(tx, { name: 'acme', sipDomain: 'acme.example', areaCode: '221', profile })
    for (const language of ['de', 'en'] as const)
      await insertLogin(tx, { email: `${language}@acme.example`, name: language, language, principal: { kind: 'tenant', tenantId: id } })
    await openAccount(tx, id, '2026-01-01')
    return id
  })
  const locked: { readonly reason: string; readonly from: Date | undefined }[] = []
  const locks = {
    announce: (_tenant: string, { from, reason }: { from: Date; reason: string }) => Promise.resolve(void locked.push({ reason, from })),
    lift: () => Promise.resolve(void locked.push({ reason: 'lifted', from: undefined })),
    lockedFrom: () => Promise.resolve(locked.at(-1)?.from),
  }
  const parts = {
    database,
    clock,
    logger: silentLogger,
    portalUrl: 'https://telefon.example',
    gatewayOf: () => undefined,
    creditLocks: locks,
  }
  const api = await testApi(
    database,
    [(routes) => addAccountRoutes(routes, parts), (routes) => addWarningRoutes(routes, parts)],
    [prepaidProblems],
  )
  const rounds = creditRounds({ ...parts, mail: mail ?? smtpMailSender(server.url, 'klinke@provider.example'), locks })
  let moves = 0
  const watch = () =>
    database.withOperator(async (tx) => {
      const { rows } = await sql<{ low_since: Date | null; owing_since: Date | null; lock_announced_at: Date | null }>`
        SELECT low_since, owing_since, lock_announced_at FROM prepaid_watch`.execute(tx.tables())
      return rows[0]
    })
  const passes = (what: string, isSo: () => Promise<boolean> | boolean, stepMs = 5_000) =>
    eventually(what, async () => {
      await clock.advance(stepMs)
      return isSo()
    })
  return {
    ...{ database, clock, server, tenantId, locked, watch, passes },
    customer: await api.client({ kind: 'tenant', tenantId }),
    balance: () => database.withOperator((tx) => balanceOf(tx, tenantId)),
    open: async () => (await database.withOperator((tx) => listItems(tx, { tenantId }))).map(({ openMicros }) => openMicros),
    moved: (kind: 'top-up' | 'call', amountMicros: bigint) =>
      database.withOperator((tx) => move(tx, { tenantId, kind, amountMicros, source: `${kind}:${moves++}`, by: 'test' })),
    owes: (amountMicros: bigint, { number = 'RE-2026-000001', issuedOn = '2026-11-03', dueOn = '2026-11-05' } = {}) =>
      database.withOperator(async (tx) => {
        const dates = { issuedOn, dueOn, announcedOn: null }
        const id = await postOpenItem(tx, { tenantId, kind: 'invoice', number, amountMicros, currency: 'EUR', ...dates })
        await takeInvoices(tx)
        return id
      }),
    mails: async (count: number) => {
      await passes('the mails', () => server.taken.length >= count)
      return Promise.all(server.taken.splice(0).map(async (raw) => (await readMail(Buffer.from(raw))) ?? assert.fail(raw)))
    },
    [Symbol.asyncDispose]: async () => {
      await rounds.close(undefined)
      await api[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
    },
  }
}
