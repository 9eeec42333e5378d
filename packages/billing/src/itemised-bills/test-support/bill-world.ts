import { silentLogger } from '@klinke/foundation'
import { inArea, type Principal } from '@klinke/platform'
import { type TestCluster, testApi } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { Catalogue } from '../../catalogue/catalogue.ts'
import { SMALLEST_PROFILE } from '../../catalogue/example-of-api.ts'
import { readProfile } from '../../catalogue/read-profile.ts'
import { insertVersion } from '../../catalogue/store.ts'
import { monthOf } from '../../invoices/period.ts'
import { invoiceProblems } from '../../invoices/problems.ts'
import { insertRun, setRunState } from '../../invoices/runs/run-store.ts'
import { advanceRun } from '../../invoices/runs/run-worker.ts'
import { insertRecipient, putIssuer } from '../../invoices/settings-store.ts'
import { defaultTerms } from '../../invoices/sources.ts'
import { ISSUER, RECIPIENT } from '../../invoices/test-support/example.ts'
import { callCharges } from '../../rated-calls/call-charges.ts'
import { TariffBooks } from '../../rated-calls/tariff-books.ts'
import { ACME, ratedWorld } from '../../rated-calls/test-support/rated-world.ts'
import { itemisedBillProblems } from '../problems.ts'
import { itemisedBillsRoom } from '../room.ts'

export const EXTENSIONS = new Map([
  ['ext-11', '11 Empfang'],
  ['ext-12', '12 Lager'],
])

/** Rated calls with a run that bills them, and the routes of itemised bills. `terms`: the key of the profile, as YAML. It is 20 October 2026. */
export async function billWorld(cluster: TestCluster, terms = '{}', recipient: Partial<typeof RECIPIENT> = {}) {
  const rated = await ratedWorld(cluster)
  const { database } = rated
  const clock = new VirtualClock(Date.parse('2026-10-20T10:00:00Z'))
  const yaml = `${SMALLEST_PROFILE}itemisedBill: ${terms}\n`
  await database.withOperator(async (tx) => {
    await insertVersion(tx, readProfile(yaml, 'evn.yaml'), yaml, { by: 'test', at: new Date(0) })
    await putIssuer(tx, ISSUER)
    await insertRecipient(tx, ACME, { ...RECIPIENT, profile: 'example', ...recipient })
  })
  const nothing = undefined as never
  const room = itemisedBillsRoom.open({
    ...{ database, clock, random: { uint32: () => 0 }, logger: silentLogger, mail: undefined, portalUrl: '' },
    ...{ secrets: nothing, blobs: nothing, usage: nothing, extensionNames: async () => EXTENSIONS },
  })
  const press = room.begin?.()
  const routes = room.routes === undefined ? [] : [inArea('billing', room.routes)]
  const api = await testApi(database, routes, [itemisedBillProblems, invoiceProblems])
  const run = { database, clock, logger: silentLogger, sources: sourcesOf(new Catalogue(database)) }
  const work = async (): Promise<void> => {
    while (await advanceRun(run)) await Promise.resolve()
  }
  return {
    ...{ ...rated, ratedApi: rated.api, api, clock, customer: await api.client({ kind: 'tenant', tenantId: ACME }) },
    client: (principal: Principal) => api.client(principal),
    /** Moves the clock. */
    on: (day: string) => clock.advance(Date.parse(`${day}T10:00:00Z`) - clock.epochMs()),
    /** Issues the invoices of a month. */
    bill: async (month: string, issueOn: string): Promise<void> => {
      const id = await database.withOperator((tx) => insertRun(tx, { profile: null, period: monthOf(month), startedBy: 'test' }))
      await work()
      await database.withOperator((tx) => setRunState(tx, id, 'issuing', issueOn))
      await work()
    },
    [Symbol.asyncDispose]: async () => {
      await press?.close(undefined)
      await api[Symbol.asyncDispose]()
      await rated[Symbol.asyncDispose]()
    },
  }
}

export type BillWorld = Awaited<ReturnType<typeof billWorld>>

function sourcesOf(catalogue: Catalogue) {
  return { charges: [callCharges(new TariffBooks(), catalogue)], terms: defaultTerms }
}
