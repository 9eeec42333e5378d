import { NUMBER_STATES } from '@klinke/accounts'
import { blockCeiling } from '@klinke/numbering'
import { z } from 'zod'
import { plannedKbps } from './bandwidth.ts'
import type { MadeChange } from './change-store.ts'
import type { ChangePlan } from './changes.ts'
import { TRUNK_PRODUCTS } from './products.ts'
import { accessKind, place, trunkEdit, trunkProduct } from './rules.ts'
import type { TrunkWithAccounts } from './sell-trunk.ts'
import { numbersIn, type TrunkRange } from './sellable.ts'
import type { StoredTrunk } from './store.ts'

const fields = trunkEdit.required().shape
export const textView = z.object({ de: z.string(), en: z.string() })
export const trunkView = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  name: z.string(),
  product: trunkProduct,
  channels: z.int(),
  access: accessKind,
  logins: z
    .array(z.object({ id: z.uuid(), username: z.string(), block: z.string().nullable().describe('null: for all numbers of the trunk') }))
    .describe('Of a PBX that registers'),
  places: z.array(place).describe('Of a PBX with fixed addresses, the primary one first'),
  numberFormat: fields.numberFormat,
  signalling: fields.signalling,
  transport: fields.transport,
  srtp: fields.srtp,
  headNumber: z.string().nullable(),
  siteId: z.uuid().nullable(),
  active: z.boolean(),
  ranges: z
    .array(
      z.object({
        first: z.string(),
        size: z.int(),
        state: z.enum(NUMBER_STATES),
        siteId: z.uuid().nullable(),
        temporaryFor: z.string().nullable(),
      }),
    )
    .describe('Numbers and blocks that lead to it'),
  numbersInBlocks: z.int(),
  maxNumbersInBlocks: z.int().describe('With these channels (TRK-03)'),
  freeNumbersInBlocks: z.int().describe('Without a fee (TRK-03)'),
  codecs: z.array(z.enum(['PCMA', 'PCMU', 'G729'])),
  fax: z.boolean(),
  plannedKbps: z.number().describe('What the line is planned with in each direction (TRK-13)'),
  createdAt: z.iso.datetime(),
})

export function viewOfTrunk(trunk: StoredTrunk, ranges: readonly TrunkRange[]): z.infer<typeof trunkView> {
  const { id, tenantId, name, product, channels, access, numberFormat, signalling, transport, srtp, headNumber, siteId } = trunk
  const ceiling = blockCeiling(channels)
  const { codecs, fax } = TRUNK_PRODUCTS[product]
  return {
    ...{ id, tenantId, name, product, channels, access: access.kind, numberFormat, signalling, transport, srtp },
    logins:
      access.kind === 'registration'
        ? access.logins.map(({ id: of, username, block }) => ({ id: of, username, block: block ?? null }))
        : [],
    places: access.kind === 'fixed-ip' ? access.places.map(({ host, port }) => ({ host, port: port ?? null })) : [],
    ...{ headNumber: headNumber ?? null, siteId: siteId ?? null, active: trunk.isActive, ranges: [...ranges] },
    numbersInBlocks: numbersIn(ranges),
    ...{ maxNumbersInBlocks: ceiling?.maxNumbers ?? 0, freeNumbersInBlocks: ceiling?.freeNumbers ?? 0 },
    ...{ codecs: [...codecs], fax, plannedKbps: plannedKbps(channels), createdAt: trunk.createdAt.toISOString() },
  }
}

export const accountView = z.object({
  loginId: z.uuid(),
  username: z.string(),
  password: z.string().describe('Shown this once: only what proves it is kept'),
  domain: z.string().describe('SIP domain and digest realm'),
  block: z.string().nullable(),
})

export function viewOfAccounts({ fresh, domain }: Pick<TrunkWithAccounts, 'fresh' | 'domain'>): z.infer<typeof accountView>[] {
  return fresh.map(({ login: { id: loginId, username, block }, password }) => ({
    loginId,
    username,
    password,
    domain,
    block: block ?? null,
  }))
}

export const trunkWithAccounts = trunkView.extend({ accounts: z.array(accountView).describe('New accounts with their passwords') })

export const planView = z.object({
  effects: z.array(textView).describe('What would be so afterwards'),
  needs: z.array(textView).describe('What somebody has to do for it elsewhere'),
  trunk: z.object({ product: trunkProduct, access: accessKind, channels: z.int(), ranges: z.array(z.string()) }),
})

export function viewOfPlan({ effects, needs, after }: ChangePlan): z.infer<typeof planView> {
  const { product, access, channels, ranges } = after
  return {
    effects: [...effects],
    needs: [...needs],
    trunk: { product, access: access.kind, channels, ranges: ranges.map(({ first }) => first) },
  }
}

export const changeView = z.object({
  id: z.uuid(),
  trunkId: z.uuid(),
  kind: z.enum(['numbers', 'sites', 'places', 'access', 'product']),
  effects: z.array(textView),
  madeBy: z.string(),
  madeAt: z.iso.datetime(),
  undoneBy: z.string().nullable(),
  undoneAt: z.iso.datetime().nullable(),
})

export function viewOfChange({ id, trunkId, kind, effects, madeBy, madeAt, undone }: MadeChange): z.infer<typeof changeView> {
  return {
    ...{ id, trunkId, kind, effects: [...effects], madeBy, madeAt: madeAt.toISOString() },
    ...{ undoneBy: undone?.by ?? null, undoneAt: undone?.at.toISOString() ?? null },
  }
}
