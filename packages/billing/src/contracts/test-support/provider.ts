import { tmpdir } from 'node:os'
import { insertTenant, profileOf } from '@klinke/accounts'
import { seededRandom, silentLogger } from '@klinke/foundation'
import { FolderBlobStore, insertLogin, type Mail } from '@klinke/platform'
import { type TestCluster, testApi, testSecrets } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { openBilling } from '../../billing.ts'
import type { BillingGround } from '../../room.ts'
import { noonMs } from './written-contract.ts'

/** On whose noon a test begins. */
export const TODAY = '2026-11-22'
const LIMITS = { perKey: { burst: 1e6, perSecond: 1e6 }, wrongKeysPerAddress: { burst: 10, perSecond: 1 } }

/** The rooms of billing with their routes and jobs, a clock to be moved, and a mail server that can be away. */
export async function openProvider(cluster: TestCluster, more: Partial<Pick<BillingGround, 'provisioning' | 'mail'>> = {}) {
  const opened = await cluster.database()
  const { database } = opened
  const clock = new VirtualClock(noonMs(TODAY))
  const mails: Mail[] = []
  let isMailAway = false
  let failed = 0
  const send = async (mail: Mail): Promise<void> => {
    if (isMailAway) {
      failed += 1
      throw new Error('the mail server is away')
    }
    mails.push(mail)
  }
  const outside = { secrets: testSecrets(), blobs: new FolderBlobStore(tmpdir()), mail: { send }, portalUrl: 'https://portal.example' }
  const usage = { after: async () => ({ usage: [], cursor: undefined }) }
  const billing = openBilling({ usage, database, clock, random: seededRandom(1), logger: silentLogger, ...outside, ...more })
  const api = await testApi(database, billing.routes, billing.problems, LIMITS, { clock })
  const running = billing.begin()
  const customer = async (name: string): Promise<string> => {
    const tenant = { name, sipDomain: `${name}.example`, areaCode: '221', profile: profileOf(undefined) }
    const { id } = await database.withOperator((tx) => insertTenant(tx, tenant))
    const principal = { kind: 'tenant', tenantId: id } as const
    await database.withOperator((tx) => insertLogin(tx, { email: `${name}@example.org`, name, language: 'de', principal }))
    return id
  }
  return {
    ...{ database, clock, mails, customer },
    operator: await api.client({ kind: 'operator' }),
    as: (tenantId: string) => api.client({ kind: 'tenant', tenantId }),
    /** Mails that the server has not taken. */
    failedMails: () => failed,
    mailIsAway: (isAway: boolean) => {
      isMailAway = isAway
    },
    [Symbol.asyncDispose]: async () => {
      for (const room of running) await room.close(undefined)
      await api[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
    },
  }
}

export type Provider = Awaited<ReturnType<typeof openProvider>>
