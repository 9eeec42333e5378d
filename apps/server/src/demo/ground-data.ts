import {
  assignNumbers,
  DEFAULT_PROFILE,
  insertSite,
  insertTenant,
  listTenants,
  numbersOfBlock,
  recordConsent,
  type Tenant,
} from '@klinke/accounts'
import type { Logger, Random } from '@klinke/foundation'
import { createExamples, createExtension, listExtensions, mapNumber, regenerateSipAccount } from '@klinke/pbx'
import { createApiKey, type Database, findApiKeyHolder, type Tx } from '@klinke/platform'
import { DEMO_DOMAIN } from './demo-domain.ts'
import type { DemoFile } from './demo-file.ts'

/** (0)221 4710 000–999 is kept free for films and the like by the Bundesnetzagentur (Mitteilung 148/2021). */
const FIRST_NUMBER = '+492214710100'
const AREA_CODE = '221'

/** Where the demo customer is: a square, so that nobody lives there. */
const ADDRESS = {
  street: 'Neumarkt',
  houseNumber: '1',
  postalCode: '50667',
  city: 'Köln',
  from: '2026-01-01',
  reason: 'correction',
  recordedAt: '2026-01-01T00:00:00.000Z',
  recordedBy: 'demo',
} as const

const PEOPLE: readonly (readonly [number: string, name: string])[] = [
  ['10', 'Anna Zentrale'],
  ['11', 'Bernd Vertrieb'],
  ['12', 'Carla Einkauf'],
  ['13', 'David Technik'],
  ['14', 'Eva Leitung'],
]

/** What only the creation of the demo customer knows: the passwords. */
export type DemoAccounts = Pick<DemoFile, 'extensions' | 'numbers'> & { readonly apiKey: string }

/**
 * Creates the demo customer in an empty database. In one that has it, the accounts of an earlier demo.json are kept
 * if they are this database's; when that file is lost or came from another database, the accounts get new passwords.
 * Undefined when the database belongs to somebody else: then there is no demo.
 */
export async function demoAccounts(
  database: Database,
  random: Random,
  logger: Logger,
  earlier: DemoFile | undefined,
): Promise<DemoAccounts | undefined> {
  const tenants = await database.withOperator((tx) => listTenants(tx))
  const demo = tenants.find(({ sipDomain }) => sipDomain === DEMO_DOMAIN)
  if (demo === undefined && tenants.length > 0) return undefined
  const kept = demo && (await keptAccounts(database, demo, earlier))
  if (demo && !kept) logger.warn('demo.json is lost or of another database: the extensions of the demo get new passwords')
  const extensions = kept ?? (demo ? await newPasswords(database, demo, random) : await createCustomer(database, random))
  return { extensions, numbers: [...numbersOfBlock(FIRST_NUMBER, 10)], apiKey: await operatorKey(database, earlier?.api.key) }
}

async function operatorKey(database: Database, earlier: string | undefined): Promise<string> {
  if (earlier !== undefined && (await findApiKeyHolder(database, earlier))) return earlier
  return (await createApiKey(database, 'demo', { kind: 'operator' })).key
}

async function createCustomer(database: Database, random: Random): Promise<DemoFile['extensions']> {
  const numbers = numbersOfBlock(FIRST_NUMBER, 10)
  return database.withOperator(async (tx) => {
    const fields = {
      name: 'Muster GmbH',
      sipDomain: DEMO_DOMAIN,
      areaCode: AREA_CODE,
      profile: { ...DEFAULT_PROFILE, requireValidSite: true, retention: { callListDays: 90 } },
    }
    const tenant = await insertTenant(tx, fields)
    await recordConsent(tx, { tenantId: tenant.id, scope: 'reports', grantedBy: 'Eva Leitung', grantedOn: '2026-01-05', document: null })
    await assignNumbers(tx, { tenantId: tenant.id, first: FIRST_NUMBER, size: 10 })
    await insertSite(tx, { tenantId: tenant.id, name: 'Hauptstandort', areaCode: AREA_CODE, addresses: [ADDRESS] })
    const extensions: DemoFile['extensions'] = []
    const ids: string[] = []
    for (const [index, [number, name]] of PEOPLE.entries()) {
      const outgoingNumber = numbers[index] ?? null
      const { account, extension } = await createExtension(tx, tenant.id, { number, name, outgoingNumber }, random)
      extensions.push({ number, name, ...account })
      ids.push(extension.id)
      if (outgoingNumber !== null) await mapNumber(tx, outgoingNumber, number)
    }
    await giveExamples(tx, tenant.id, ids, numbers)
    return extensions
  })
}

/** Something of everything to try: see "More to try" in the README. */
async function giveExamples(tx: Tx, tenantId: string, extensions: readonly string[], numbers: readonly string[]): Promise<void> {
  const [reception = '', sales = '', buying = '', technician = '', head = ''] = extensions
  const [flowNumber, roomNumber] = numbers.slice(PEOPLE.length)
  await createExamples(tx, {
    ...{ tenantId, reception, mailbox: head, flowNumber, roomNumber },
    ...{ group: [sales, buying], agents: [technician, head] },
  })
}

/** Those of the file that the database knows too; undefined when it knows none. */
async function keptAccounts(database: Database, demo: Tenant, earlier: DemoFile | undefined): Promise<DemoFile['extensions'] | undefined> {
  const stored = await database.withTenant(demo.id, (tx) => listExtensions(tx))
  const kept = earlier?.extensions.filter(({ username }) => stored.some(({ sipUsername }) => sipUsername === username)) ?? []
  return kept.length > 0 ? kept : undefined
}

async function newPasswords(database: Database, demo: Tenant, random: Random): Promise<DemoFile['extensions']> {
  return database.withTenant(demo.id, async (tx) => {
    const extensions: DemoFile['extensions'] = []
    for (const { id, number, name } of await listExtensions(tx)) {
      const renewed = await regenerateSipAccount(tx, id, random)
      if (renewed) extensions.push({ number, name, ...renewed.account })
    }
    return extensions
  })
}
