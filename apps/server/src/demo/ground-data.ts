import { DEFAULT_PROFILE, insertNumbers, insertTenant, listTenants, mapNumber, numbersOfBlock, type Tenant } from '@klinke/accounts'
import type { Random } from '@klinke/foundation'
import { createExtension, listExtensions, regenerateSipAccount } from '@klinke/pbx'
import { createApiKey, type Database } from '@klinke/platform'
import { DEMO_DOMAIN } from './demo-domain.ts'
import type { DemoFile } from './demo-file.ts'

/** (0)221 4710 000–999 is kept free for films and the like by the Bundesnetzagentur (Mitteilung 148/2021). */
const FIRST_NUMBER = '+492214710100'
const AREA_CODE = '221'

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
 * Creates the demo customer in an empty database. In one that has it, but whose demo.json is lost, the accounts
 * get new passwords. Undefined when the database belongs to somebody else: then there is no demo.
 */
export async function demoAccounts(database: Database, random: Random): Promise<DemoAccounts | undefined> {
  const tenants = await database.withOperator((tx) => listTenants(tx))
  const demo = tenants.find(({ sipDomain }) => sipDomain === DEMO_DOMAIN)
  if (demo === undefined && tenants.length > 0) return undefined
  const extensions = demo === undefined ? await createCustomer(database, random) : await newPasswords(database, demo, random)
  const { key } = await createApiKey(database, 'demo', { kind: 'operator' })
  return { extensions, numbers: [...numbersOfBlock(FIRST_NUMBER, 10)], apiKey: key }
}

/** True when the demo customer exists. */
export async function hasDemoCustomer(database: Database): Promise<boolean> {
  const tenants = await database.withOperator((tx) => listTenants(tx))
  return tenants.some(({ sipDomain }) => sipDomain === DEMO_DOMAIN)
}

async function createCustomer(database: Database, random: Random): Promise<DemoFile['extensions']> {
  const numbers = numbersOfBlock(FIRST_NUMBER, 10)
  return database.withOperator(async (tx) => {
    const fields = { name: 'Muster GmbH', sipDomain: DEMO_DOMAIN, areaCode: AREA_CODE, profile: DEFAULT_PROFILE }
    const tenant = await insertTenant(tx, fields)
    await insertNumbers(tx, tenant.id, numbers)
    const extensions: DemoFile['extensions'] = []
    for (const [index, [number, name]] of PEOPLE.entries()) {
      const outgoingNumber = numbers[index] ?? null
      const { account } = await createExtension(tx, tenant.id, { number, name, outgoingNumber }, random)
      extensions.push({ number, name, ...account })
      if (outgoingNumber !== null) await mapNumber(tx, outgoingNumber, number)
    }
    return extensions
  })
}

async function newPasswords(database: Database, tenant: Tenant, random: Random): Promise<DemoFile['extensions']> {
  return database.withTenant(tenant.id, async (tx) => {
    const extensions: DemoFile['extensions'] = []
    for (const { id, number, name } of await listExtensions(tx)) {
      const renewed = await regenerateSipAccount(tx, id, random)
      if (renewed) extensions.push({ number, name, ...renewed.account })
    }
    return extensions
  })
}
