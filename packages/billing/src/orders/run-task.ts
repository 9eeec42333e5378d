import {
  corrected,
  draftPorting,
  findTenant,
  insertSite,
  insertTenant,
  NEW_TENANT_PROFILE,
  profileOf,
  sitesOf,
  updateTenant,
} from '@klinke/accounts'
import { insertLogin, NotFound, normalEmail, type Tx } from '@klinke/platform'
import { administrators } from '../catalogue/price-changes/store.ts'
import { withSettings } from '../contracts/apply-settings.ts'
import { contractIn, foundHistory } from '../contracts/route-parts.ts'
import { beginContract } from './begin-contract.ts'
import { type ChoiceWork, chooseItemisedBill, listInDirectory, noteConsents, putMandate } from './choices.ts'
import { extensionsWanted, freeNumber } from './internal-numbers.ts'
import { bookedBy, limits } from './limits-task.ts'
import { move, numbers, renumber } from './number-tasks.ts'
import type { NewOrder } from './order-form.ts'
import { putRecipient } from './recipient.ts'
import { changeOrder, orderDay, type StoredOrder } from './store.ts'
import { takeAway } from './take-away.ts'
import { blocksOf, siteOf, type TaskWork, tenantOf } from './task-work.ts'
import type { OrderTask } from './tasks.ts'
import { tenantContracts, trunksOf } from './totals.ts'
import { trunk, trunkChannels } from './trunk-tasks.ts'

/** First internal numbers of what has no number of its own: apart from extensions of two digits. */
const FIRST_TEAM_NUMBER = 300

/** Sets one thing up, and says what it was. Throws what keeps it from being, and then nothing has happened. */
export async function runTask(task: Exclude<OrderTask, { readonly kind: 'hand-over' }>, work: TaskWork): Promise<string> {
  switch (task.kind) {
    case 'customer':
      return customer(work)
    case 'settings':
      return settings(work)
    case 'recipient':
      return putRecipient(work.tx, work.order, newForm(work), tenantOf(work), orderDay(work.now))
    case 'site':
      return site(work)
    case 'limits':
      return limits(work)
    case 'numbers':
      return numbers(work, task.size)
    case 'extensions':
      return extensions(work, task)
    case 'group':
    case 'queue':
    case 'room':
      return team(work, task.kind)
    case 'trunk':
      return trunk(work, task)
    case 'trunk-channels':
      return trunkChannels(work, task, trunksOf(await bookedBy(work), task.product, task.before))
    case 'take-away':
      return takeAway(work, task, await bookedBy(work))
    case 'porting': {
      const siteId = await siteOf(work)
      const form = work.amendment?.kind === 'porting' ? work.amendment.form : task.form
      const draft = { ...form, siteId, tenantId: tenantOf(work), createdBy: work.by }
      return (await draftPorting(work.tx, draft, work.now)).id
    }
    case 'contract': {
      const wish = Temporal.PlainDate.from(work.form.wishDate)
      const today = orderDay(work.now)
      return beginContract(work.tx, work.order, newForm(work), work.version, { begins: laterOf(wish, today), now: work.now, by: work.by })
    }
    case 'mandate':
      return putMandate(choiceWork(work))
    case 'consents':
      return noteConsents(choiceWork(work))
    case 'itemised-bill':
      return chooseItemisedBill(choiceWork(work), work.version)
    case 'directory-entry':
      return listInDirectory(
        choiceWork(work),
        work.version,
        work.done,
        work.amendment?.kind === 'directory-entry' ? work.amendment.number : null,
      )
    case 'administrator':
      return administrator(work)
    case 'move':
      return move(work)
    case 'renumber':
      return renumber(work)
  }
}

function newForm({ form, order }: TaskWork): NewOrder {
  if (form.kind !== 'new') throw new Error(`The order ${order.number} makes no new contract.`)
  return form
}

function choiceWork(work: TaskWork): ChoiceWork {
  const { tx, order, now, by } = work
  return { tx, order, form: newForm(work), tenantId: tenantOf(work), now, by }
}

function laterOf(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) < 0 ? other : one
}

async function customer(work: TaskWork): Promise<string> {
  const { tx, order } = work
  if (order.tenantId !== undefined) return order.tenantId
  const { customer: who, sipDomain, site: place } = newForm(work)
  if (sipDomain === undefined) throw new Error(`The order ${order.number} has no SIP domain.`)
  const profile = profileOf(who.kind === null ? undefined : { customerKind: who.kind }, NEW_TENANT_PROFILE)
  const { id } = await insertTenant(tx, { name: who.company, sipDomain, areaCode: place.areaCode, profile })
  await changeOrder(tx, order.id, { tenantId: id })
  return id
}

async function settings(work: TaskWork): Promise<string> {
  const { tx, version } = work
  const id = tenantOf(work)
  const tenant = await findTenant(tx, id)
  if (tenant === undefined) throw new NotFound('tenant', id)
  // Those of a customer who has contracts already are its own by now.
  if ((await tenantContracts(tx, id)).length > 0 || version.file.settings === undefined) return ''
  const language = newForm(work).language
  await updateTenant(tx, id, { profile: { ...withSettings(version.file.settings, tenant.profile), language } })
  return ''
}

async function site(work: TaskWork): Promise<string> {
  const { tx, by, now } = work
  const { name, areaCode, address } = newForm(work).site
  const tenantId = tenantOf(work)
  const there = (await sitesOf(tx, tenantId)).find((each) => each.name === name && each.areaCode === areaCode)
  if (there !== undefined) return there.id
  const addresses = corrected([], address, { epochMs: now.getTime(), by })
  return (await insertSite(tx, { tenantId, name, areaCode, addresses })).id
}

async function extensions(work: TaskWork, { count, userPackage }: Extract<OrderTask, { readonly kind: 'extensions' }>): Promise<string> {
  const { tx, form, done, provisioning } = work
  const tenantId = tenantOf(work)
  const named = form.kind === 'new' ? form.extensions : []
  // Also those that come with a further package.
  const used = new Set([...(await provisioning.internalNumbers(tx, tenantId)), ...named.map(({ number }) => number)])
  const made = new Set(done.flatMap(({ task, result }) => (task.kind === 'extensions' ? result.split(' ') : [])))
  const first = form.kind === 'new' ? form.firstExtension : '10'
  const facts = { named: namedFor(named, userPackage, made), first, count, used, blocks: blocksOf(done) }
  const wanted = extensionsWanted({ ...facts, given: made.size, userPackage })
  await provisioning.extensions(tx, tenantId, await siteOf(work), wanted)
  return wanted.map(({ number }) => number).join(' ')
}

/** Those that were named for the package, then those for any; without those that are there. */
function namedFor(all: NewOrder['extensions'], userPackage: string | undefined, made: ReadonlySet<string>): NewOrder['extensions'] {
  const left = all.filter(({ number }) => !made.has(number))
  const any = left.filter((each) => each.userPackage === undefined)
  return userPackage === undefined ? any : [...left.filter((each) => each.userPackage === userPackage), ...any]
}

const TEAM_NAMES = {
  group: { de: 'Rufgruppe', en: 'Ring group' },
  queue: { de: 'Warteschlange', en: 'Queue' },
  room: { de: 'Konferenzraum', en: 'Conference room' },
} as const

async function team(work: TaskWork, kind: 'group' | 'queue' | 'room'): Promise<string> {
  const { tx, provisioning, amendment } = work
  const tenantId = tenantOf(work)
  const named = amendment?.kind === kind ? amendment.number : null
  const number = named ?? freeNumber(FIRST_TEAM_NUMBER, await provisioning.internalNumbers(tx, tenantId))
  const language = (await findTenant(tx, tenantId))?.profile.language ?? 'de'
  await provisioning.team(tx, tenantId, kind, `${TEAM_NAMES[kind][language]} ${number}`, number)
  return number
}

async function administrator(work: TaskWork): Promise<string> {
  const { administrator: who, language } = newForm(work)
  const tenantId = tenantOf(work)
  // Who orders more keeps its login, and is not invited again.
  if ((await administrators(work.tx, tenantId)).some(({ email }) => normalEmail(email) === normalEmail(who.email))) return ''
  const principal = { kind: 'tenant', tenantId } as const
  return (await insertLogin(work.tx, { email: who.email, name: who.name, language, principal })).id
}

/** The contract that an order changes. Throws `NotFound`. */
export async function contractOfOrder(tx: Tx, { contractId = '' }: StoredOrder) {
  return contractIn(await foundHistory(tx, contractId))
}
