import { type BarringClass, findTenant, type OutboundProfile, type Tenant, updateTenant } from '@klinke/accounts'
import { COUNTRIES } from '@klinke/numbering'
import {
  type Api,
  type ApiRoutes,
  type Database,
  decodeCursor,
  inScope,
  NotFound,
  owningTenant,
  page,
  pageOf,
  pageQuery,
  principalOf,
  type Tx,
} from '@klinke/platform'
import { z } from 'zod'
import { BARRED_RANGES, CLASSES, DEFAULT_CLASS } from './catalogue.ts'
import {
  ClassAboveContract,
  contractChange,
  countryView,
  customerChange,
  extensionChange,
  extensionView,
  type OutboundSettings,
  outboundView,
  siteView,
} from './rules.ts'
import {
  type ExtensionSettings,
  findExtensionSettings,
  findRuleSite,
  findSettings,
  listExtensionSettings,
  putSettings,
} from './settings-store.ts'
import type { RuleOwner } from './tables.ts'

const tags = ['outbound-rules']
const querystring = z.strictObject({ tenantId: z.uuid().optional() })
const params = z.object({ extensionId: z.uuid() })

/** What is set for the customer, and for single extensions. */
export function outboundSettingsRoutes(database: Database): ApiRoutes {
  return (api) => {
    addCustomer(api, database)
    addExtensionList(api, database)
    addExtension(api, database)
    addSites(api, database)
    addContract(api, database)
    addCountries(api)
  }
}

function addCustomer(api: Api, database: Database): void {
  const get = { tags, summary: 'Get what a tenant may dial outside', querystring, response: { 200: outboundView } }
  api.get('/outbound-rules', { schema: get }, (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    return database.withTenant(tenantId, (tx) => customerView(tx, tenantId))
  })
  const patch = {
    tags,
    summary: 'Change what a tenant may dial outside',
    querystring,
    body: customerChange,
    response: { 200: outboundView },
  }
  api.patch('/outbound-rules', { schema: patch }, (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    return database.withTenant(tenantId, async (tx) => {
      await change(tx, { tenantId, extensionId: null, siteId: null }, request.body)
      return customerView(tx, tenantId)
    })
  })
}

function addExtensionList(api: Api, database: Database): void {
  const schema = {
    ...{ tags, summary: 'List extensions with outbound rules of their own' },
    querystring: z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() }),
    response: { 200: pageOf(extensionView) },
  }
  api.get('/outbound-rules/extensions', { schema }, async (request) => {
    const { limit, cursor, tenantId } = request.query
    const after = decodeCursor(cursor, 1)?.[0]
    const found = await inScope(database, principalOf(request), tenantId, (tx) => listExtensionSettings(tx, limit + 1, after))
    return page(found, limit, viewOf, ({ extensionId }) => [extensionId])
  })
}

function addExtension(api: Api, database: Database): void {
  const get = { tags, summary: 'Get what an extension may dial outside', params, response: { 200: extensionView } }
  api.get('/outbound-rules/extensions/:extensionId', { schema: get }, async (request) => {
    const { extensionId } = request.params
    return viewOf(await inScope(database, principalOf(request), undefined, (tx) => knownExtension(tx, extensionId)))
  })
  const body = extensionChange
  const patch = { tags, summary: 'Change what an extension may dial outside', params, body, response: { 200: extensionView } }
  api.patch('/outbound-rules/extensions/:extensionId', { schema: patch }, async (request) => {
    const { extensionId } = request.params
    const changed = await inScope(database, principalOf(request), undefined, async (tx) => {
      const { tenantId } = await knownExtension(tx, extensionId)
      await change(tx, { tenantId, extensionId, siteId: null }, request.body)
      return knownExtension(tx, extensionId)
    })
    return viewOf(changed)
  })
}

function addSites(api: Api, database: Database): void {
  const ofSite = z.object({ siteId: z.uuid() })
  const get = { tags, summary: 'Get what a site may dial outside', params: ofSite, response: { 200: siteView } }
  api.get('/outbound-rules/sites/:siteId', { schema: get }, (request) =>
    inScope(database, principalOf(request), undefined, (tx) => viewOfSite(tx, request.params.siteId)),
  )
  const patch = { tags, summary: 'Change what a site may dial outside', params: ofSite, body: customerChange, response: { 200: siteView } }
  api.patch('/outbound-rules/sites/:siteId', { schema: patch }, (request) =>
    inScope(database, principalOf(request), undefined, async (tx) => {
      const { siteId } = request.params
      await change(tx, { tenantId: (await knownSite(tx, siteId)).tenantId, extensionId: null, siteId }, request.body)
      return viewOfSite(tx, siteId)
    }),
  )
}

/** Who sells the contract says how far it reaches (FRD-02). */
function addContract(api: Api, database: Database): void {
  const schema = {
    tags,
    summary: 'Set the barring class of the contract',
    querystring,
    body: contractChange,
    response: { 200: outboundView },
  }
  api.patch('/outbound-rules/contract', { config: { access: 'reseller' }, schema }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    // The contract is not the customer's to change.
    await database.withOperator(async (tx) => {
      const tenant = await knownTenant(tx, tenantId)
      const { barringClass } = request.body
      await updateTenant(tx, tenantId, { profile: { ...tenant.profile, outbound: { ...tenant.profile.outbound, barringClass } } })
    })
    return database.withTenant(tenantId, (tx) => customerView(tx, tenantId))
  })
}

function addCountries(api: Api): void {
  const schema = { tags, summary: 'List the countries that rules may name', response: { 200: z.object({ items: z.array(countryView) }) } }
  api.get('/outbound-rules/countries', { schema }, () => ({
    items: COUNTRIES.map(({ region, german, english }) => ({ country: region, name: { de: german, en: english } })),
  }))
}

/** Throws `ClassAboveContract`. */
async function change(tx: Tx, owner: RuleOwner, wanted: z.infer<typeof extensionChange>): Promise<void> {
  const contract = contractClass(await profileOf(tx, owner.tenantId))
  for (const named of [wanted.class, wanted.timed?.class]) if ((named ?? 0) > contract) throw new ClassAboveContract(named ?? 0, contract)
  const before = await findSettings(tx, owner)
  const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
  await putSettings(tx, owner, { ...before, ...given })
}

async function profileOf(tx: Tx, tenantId: string): Promise<OutboundProfile> {
  return (await knownTenant(tx, tenantId)).profile.outbound ?? {}
}

async function knownTenant(tx: Tx, tenantId: string): Promise<Tenant> {
  const tenant = await findTenant(tx, tenantId)
  if (tenant === undefined) throw new NotFound('tenant', tenantId)
  return tenant
}

async function knownSite(tx: Tx, id: string): Promise<{ readonly tenantId: string; readonly name: string }> {
  const site = await findRuleSite(tx, id)
  if (site === undefined) throw new NotFound('site', id)
  return site
}

async function viewOfSite(tx: Tx, siteId: string): Promise<z.infer<typeof siteView>> {
  const { tenantId, name } = await knownSite(tx, siteId)
  const { class: own, timed } = await findSettings(tx, { tenantId, extensionId: null, siteId })
  return { siteId, name, class: own, timed }
}

export function contractClass({ barringClass = DEFAULT_CLASS }: OutboundProfile): BarringClass {
  return barringClass
}

async function customerView(tx: Tx, tenantId: string): Promise<z.infer<typeof outboundView>> {
  const profile = await profileOf(tx, tenantId)
  const { class: own, timed }: OutboundSettings = await findSettings(tx, { tenantId, extensionId: null, siteId: null })
  const classes = Object.entries(CLASSES).map(([number, { zones, title }]) => ({
    ...{ class: Number(number), title: { ...title } },
    zones: [...(profile.classZones?.[number] ?? zones)],
  }))
  const ranges = profile.barredRanges ?? BARRED_RANGES
  const barredRanges = ranges.map(({ prefix, releasable, exempt = false, name }) => ({ prefix, releasable, exempt, name: { ...name } }))
  return { contractClass: contractClass(profile), class: own, timed, classes, barredRanges }
}

async function knownExtension(tx: Tx, id: string): Promise<ExtensionSettings & { readonly tenantId: string }> {
  const found = await findExtensionSettings(tx, id)
  if (found === undefined) throw new NotFound('extension', id)
  return found
}

function viewOf({ extensionId, number, name, class: own, timed, locked }: ExtensionSettings): z.infer<typeof extensionView> {
  return { extensionId, number, name, class: own, timed, locked }
}
