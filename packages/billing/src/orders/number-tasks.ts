import {
  assertMayLeave,
  assignByRules,
  changeOrtsnetz,
  planMove,
  rangesLeftBehind,
  reserveBlock,
  type StoredSite,
  sitesOf,
  takeFromStock,
} from '@klinke/accounts'
import { NotFound } from '@klinke/platform'
import { TrunksLeftBehind } from './problems.ts'
import { orderDay } from './store.ts'
import { blocksOf, siteOf, type TaskWork, tenantOf } from './task-work.ts'

/** Assigns a number or a block of the stock at the site of the order; for a move into another Ortsnetz it is kept until its day. Gives the first one. */
export async function numbers(work: TaskWork, size: 1 | 10 | 100): Promise<string> {
  const { tx } = work
  const tenantId = tenantOf(work)
  const siteId = await siteOf(work)
  const where = (await sitesOf(tx, tenantId)).find(({ id }) => id === siteId)
  if (where === undefined) throw new NotFound('site', siteId ?? '')
  if (work.form.kind === 'move' && work.form.site.areaCode !== where.areaCode) {
    const block = await blockFor(work, work.form.site.areaCode, size)
    await assertMayLeave(tx, where, work.form.site.areaCode)
    // Documents of before say where the site was.
    return reserveBlock(tx, where, { ...block, size, areaCode: work.form.site.areaCode, provenSince: work.order.createdAt })
  }
  const { first, upstreamCarrier } = await blockFor(work, where.areaCode, size)
  await assignByRules(tx, { tenantId, first, size, siteId, upstreamCarrier })
  return first
}

/** The one that somebody has named, else the next free one of the stock. */
async function blockFor({ tx, amendment }: TaskWork, areaCode: string, size: 1 | 10 | 100) {
  if (amendment?.kind !== 'numbers' || amendment.first === null) return takeFromStock(tx, areaCode, size)
  return { first: amendment.first, upstreamCarrier: amendment.upstreamCarrier }
}

/** Help finds the new address from its day on (EMG-06). In the same Ortsnetz the site keeps its numbers. */
export async function move(work: TaskWork): Promise<string> {
  const { tx, by, now } = work
  const { site, form } = await moveOf(work)
  if (site.areaCode !== form.site.areaCode) await assertNothingIsLost(work, site, form.site.areaCode)
  return (await planMove(tx, site.id, { address: form.site.address, from: form.wishDate }, { epochMs: now.getTime(), by })).id
}

/** On the day of the move into another Ortsnetz (NUM-02): old numbers rest, and new ones take their places. */
export async function renumber(work: TaskWork): Promise<string> {
  const { tx, now, done, provisioning } = work
  const { site, form } = await moveOf(work)
  const firsts = blocksOf(done).map(({ first }) => first)
  const { ended, gained } = await changeOrtsnetz(tx, site, {
    ...{ areaCode: form.site.areaCode, address: form.site.address, from: form.wishDate },
    ...{ firsts, today: orderDay(now) },
  })
  const pairs = await provisioning.renumber(tx, tenantOf(work), { old: ended.map(blockOfRange), gained: gained.map(blockOfRange) })
  return pairs.map(({ from, to }) => `${from} → ${to ?? '–'}`).join(', ')
}

/** It may be long since the order came: the address changes only where its numbers can, too. */
async function assertNothingIsLost({ tx, provisioning }: TaskWork, site: StoredSite, areaCode: string): Promise<void> {
  await assertMayLeave(tx, site, areaCode)
  const left = await rangesLeftBehind(tx, site, areaCode)
  const firsts = left.map(({ e164 }) => e164)
  const { trunks } = await provisioning.standing(tx, site, firsts)
  if (trunks.length > 0) throw new TrunksLeftBehind(site.name, trunks)
}

async function moveOf(work: TaskWork) {
  const { tx, form } = work
  if (form.kind !== 'move') throw new Error('Only an order that moves a site moves one.')
  const site = (await sitesOf(tx, tenantOf(work))).find(({ id }) => id === form.siteId)
  if (site === undefined) throw new NotFound('site', form.siteId)
  return { site, form }
}

function blockOfRange({ e164, size }: { readonly e164: string; readonly size: number }) {
  return { first: e164, size }
}
