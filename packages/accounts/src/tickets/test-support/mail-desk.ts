/** A ticket desk that sends to a mail server that really receives, and reads from a Maildir; the clock is a virtual one. */
import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { silentLogger } from '@klinke/foundation'
import { FolderBlobStore, insertLogin, openMailSource, type ReadMail, readMail, smtpMailSender } from '@klinke/platform'
import { type TestCluster, testApi, testMailServer } from '@klinke/platform/test-support'
import { TemporaryFolder, VirtualClock } from '@klinke/testbed'
import { DEFAULT_PROFILE } from '../../tenants/rules.ts'
import { insertTenant } from '../../tenants/store.ts'
import { ticketProblems } from '../problems.ts'
import { ticketRoutes } from '../routes.ts'
import { ticketRound } from '../ticket-rounds.ts'

/** A Monday, 09:00 in Germany. */
const NOW_MS = Date.parse('2030-02-04T08:00:00Z')
const DESK = { portalUrl: 'https://portal.example', messageDomain: 'example.org' }
export const ANNA = 'anna@muster.example'
export const FAULT = {
  ...{ kind: 'fault', severity: 'outage', subject: 'Keine Gespräche', text: 'Nichts geht.', contactMail: ANNA },
  report: { affected: 'alle', since: '2030-02-04T08:30:00+01:00', checked: ['power'] },
}

export async function mailDesk(cluster: TestCluster) {
  const opened = await cluster.database()
  const { database } = opened
  const clock = new VirtualClock(NOW_MS)
  const server = await testMailServer()
  const folder = new TemporaryFolder('tickets')
  mkdirSync(folder.file('new'))
  const blobs = new FolderBlobStore(folder.file('blobs'))
  const tenantId = await database.withOperator(async (tx) => {
    const profile = { ...DEFAULT_PROFILE, repair: { hours: 8 } }
    const tenant = await insertTenant(tx, { name: 'Muster GmbH', sipDomain: 'muster.example', areaCode: '221', profile })
    const other = await insertTenant(tx, { name: 'Fremd', sipDomain: 'fremd.example', areaCode: '221', profile: DEFAULT_PROFILE })
    const login = { name: 'Test', language: 'de' } as const
    await insertLogin(tx, { ...login, email: ANNA, principal: { kind: 'tenant', tenantId: tenant.id } })
    await insertLogin(tx, { ...login, email: 'bert@fremd.example', principal: { kind: 'tenant', tenantId: other.id } })
    await insertLogin(tx, { ...login, email: 'betrieb@example.org', principal: { kind: 'operator' } })
    return tenant.id
  })
  const api = await testApi(database, [ticketRoutes({ database, clock, blobs, desk: DESK })], [ticketProblems])
  const address = 'stoerung@example.org'
  const disk = { isFull: false }
  const files: Pick<FolderBlobStore, 'put' | 'remove'> = {
    put: (...kept) => (disk.isFull ? Promise.reject(new Error('disk full')) : blobs.put(...kept)),
    remove: (key) => blobs.remove(key),
  }
  const parts = { database, clock, blobs: files, desk: DESK, logger: silentLogger, address }
  let delivered = 0
  let last = ''
  const sent = { url: server.url }
  return {
    ...{ clock, tenantId, sent, address, disk },
    operator: await api.client({ kind: 'operator' }),
    customer: await api.client({ kind: 'tenant', tenantId }),
    /** Mail comes. */
    comes: (from: string, subject: string, text: string, ...headers: readonly string[]) => {
      delivered++
      const head = [`From: ${from}`, `Subject: ${subject}`, `Message-ID: <${delivered}@customer.example>`, ...headers]
      last = `${head.join('\r\n')}\r\n\r\n${text}\r\n`
      writeFileSync(folder.file(`new/${String(delivered).padStart(4, '0')}`), last)
    },
    /** The last one once more. */
    again: () => writeFileSync(folder.file('new/again'), last),
    /** What goes out in one round, by recipient. */
    round: async (): Promise<readonly Taken[]> => {
      const source = openMailSource(pathToFileURL(folder.path).href)
      await ticketRound({ ...parts, source, sender: smtpMailSender(sent.url, 'klinke@example.org') })
      return Promise.all(server.taken.splice(0).map(taken))
    },
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
      folder[Symbol.dispose]()
    },
  }
}

export interface Taken extends ReadMail {
  readonly to: string
  readonly raw: string
}

async function taken(raw: string): Promise<Taken> {
  const mail = await readMail(Buffer.from(raw))
  assert.ok(mail)
  return { ...mail, raw, to: /^To: (.*?)\r?$/m.exec(raw)?.[1] ?? '' }
}
