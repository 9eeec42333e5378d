import { e164, extensionNumber, siteAddress } from '@klinke/accounts'
import { z } from 'zod'
import { civilDate } from '../catalogue/schema-parts.ts'
import {
  administrator,
  type NewOrder,
  namedExtensions,
  type OrderForm,
  orderedMandate,
  orderedPorting,
  orderedSite,
  pbxPlaces,
  sipDomain,
} from './order-form.ts'
import type { OrderTask } from './tasks.ts'

const MAX_RANGES = 100
const MAX_NAMED = 1_000

/** What a task that could not be done is done with instead (ORD-01): what was signed stays as it was, and what is charged, too. */
export const taskInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('customer'), sipDomain }),
  z.strictObject({ kind: z.literal('site'), ...orderedSite.shape }),
  z.strictObject({ kind: z.literal('administrator'), ...administrator.shape }),
  z.strictObject({ kind: z.literal('mandate'), ...orderedMandate.shape }),
  z.strictObject({
    kind: z.literal('numbers'),
    first: e164.nullable().describe('First of a free block; null: the next one of the stock'),
    upstreamCarrier: z.string().trim().min(1).max(100).nullable().default(null).describe('With whom it lies, where it is not of the stock'),
  }),
  z.strictObject({ kind: z.literal('extensions'), extensions: namedExtensions, firstExtension: extensionNumber }),
  z.strictObject({
    kind: z.enum(['group', 'queue', 'room']),
    number: extensionNumber.nullable().describe('Its internal number; null: the next free one'),
  }),
  z.strictObject({
    kind: z.literal('trunk'),
    name: z.string().trim().min(1).max(100).nullable().describe('null: after the order'),
    ranges: z.array(e164).max(MAX_RANGES).nullable().describe('Which lead to it, by their first numbers; null: those of the order'),
    places: pbxPlaces.nullable().default(null).describe('Where the PBX is let in by its address; null: as ordered'),
  }),
  z.strictObject({
    kind: z.literal('trunk-channels'),
    name: z.string().trim().min(1).max(100).nullable().describe('Which trunk it is; null: the only one of that size'),
  }),
  z.strictObject({
    kind: z.literal('take-away'),
    names: z.array(z.string().trim().min(1).max(100)).max(MAX_NAMED).describe('Which go: internal numbers, or names of trunks'),
  }),
  z.strictObject({ kind: z.literal('porting'), form: orderedPorting }),
  z.strictObject({ kind: z.literal('directory-entry'), number: e164.nullable().describe('null: the first one of the order') }),
  z.strictObject({ kind: z.literal('move'), address: siteAddress, from: civilDate }),
])
export type TaskInput = z.output<typeof taskInput>

/** What a task works with now; undefined: there is nothing to be amended. */
export function inputOf(task: OrderTask, form: OrderForm, amendment?: TaskInput): TaskInput | undefined {
  if (amendment !== undefined) return amendment
  switch (task.kind) {
    case 'numbers':
      return { kind: 'numbers', first: null, upstreamCarrier: null }
    case 'group':
    case 'queue':
    case 'room':
      return { kind: task.kind, number: null }
    case 'trunk':
      return { kind: 'trunk', name: null, ranges: null, places: task.places ?? null }
    case 'trunk-channels':
      return { kind: 'trunk-channels', name: null }
    case 'take-away':
      return { kind: 'take-away', names: form.kind === 'change' ? form.takeAway : [] }
    case 'porting':
      return { kind: 'porting', form: task.form }
    case 'directory-entry':
      return { kind: 'directory-entry', number: null }
    case 'move':
      return form.kind === 'move' ? { kind: 'move', address: form.site.address, from: form.wishDate } : undefined
    default:
      return form.kind === 'new' ? inputOfNew(task.kind, form) : undefined
  }
}

function inputOfNew(kind: OrderTask['kind'], form: NewOrder): TaskInput | undefined {
  const { sipDomain: domain, site, administrator: who, mandate, extensions, firstExtension } = form
  if (kind === 'customer' && domain !== undefined) return { kind, sipDomain: domain }
  if (kind === 'site') return { kind, ...site }
  if (kind === 'administrator') return { kind, ...who }
  if (kind === 'mandate' && mandate !== null) return { kind, ...mandate }
  if (kind === 'extensions') return { kind, extensions, firstExtension }
  return undefined
}

/** The form as its tasks are carried out: with all that was amended. */
export function amendedForm(form: OrderForm, amendments: readonly (TaskInput | undefined)[]): OrderForm {
  return amendments.reduce<OrderForm>((so, amendment) => (amendment === undefined ? so : withAmendment(so, amendment)), form)
}

function withAmendment(form: OrderForm, amendment: TaskInput): OrderForm {
  if (form.kind === 'move' && amendment.kind === 'move') {
    const { address, from } = amendment
    return { ...form, wishDate: from, site: { ...form.site, address } }
  }
  return form.kind === 'new' ? newWithAmendment(form, amendment) : form
}

function newWithAmendment(form: NewOrder, amendment: TaskInput): NewOrder {
  switch (amendment.kind) {
    case 'customer':
      return { ...form, sipDomain: amendment.sipDomain }
    case 'extensions':
      return { ...form, extensions: amendment.extensions, firstExtension: amendment.firstExtension }
    case 'site': {
      const { name, areaCode, address } = amendment
      return { ...form, site: { name, areaCode, address } }
    }
    case 'administrator': {
      const { name, phone, email } = amendment
      return { ...form, administrator: { name, phone, email } }
    }
    case 'mandate': {
      const { kind: _, ...mandate } = amendment
      return { ...form, mandate }
    }
    default:
      return form
  }
}
