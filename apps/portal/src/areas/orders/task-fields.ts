import type { Body } from '../../api/operation.ts'
import { placesOf } from './new-order.ts'
import type { Order } from './order-page.tsx'

export type Task = Order['tasks'][number]
type Input = NonNullable<Task['input']>
type NewInput = Body<'PATCH /orders/{orderId}/tasks/{position}'>['input']

/** Fields of an amendment by the names of their texts. */
export type FieldName =
  | ('sipDomain' | 'siteName' | 'areaCode' | 'street' | 'houseNumber' | 'postalCode' | 'city' | 'adminName' | 'adminEmail' | 'phone')
  | ('accountHolder' | 'iban' | 'firstNumber' | 'upstreamCarrier' | 'firstExtension' | 'named' | 'internalNumber' | 'trunkName' | 'ranges')
  | ('places' | 'whichTrunk' | 'goes' | 'listedNumber' | 'moveDay' | 'carrier' | 'holderName' | 'attendant' | 'wishDate')

type Values = Readonly<Partial<Record<FieldName, string>>>
interface Address {
  readonly street: string
  readonly houseNumber: string
  readonly postalCode: string
  readonly city: string
}

const addressOf = ({ street, houseNumber, postalCode, city }: Address): Values => ({ street, houseNumber, postalCode, city })

/** What stands in the fields; one that is empty may stay so where nothing was there before. */
export function valuesOf(input: Input): Values {
  switch (input.kind) {
    case 'customer':
      return { sipDomain: input.sipDomain }
    case 'site':
      return { siteName: input.name, areaCode: input.areaCode, ...addressOf(input.address) }
    case 'administrator':
      return { adminName: input.name, adminEmail: input.email, phone: input.phone ?? '' }
    case 'mandate':
      return { accountHolder: input.accountHolder, iban: input.iban }
    case 'numbers':
      return { firstNumber: input.first ?? '', upstreamCarrier: input.upstreamCarrier ?? '' }
    case 'extensions':
      return { firstExtension: input.firstExtension, named: input.extensions.map(({ number, name }) => `${number} ${name}`).join('\n') }
    case 'group':
    case 'queue':
    case 'room':
      return { internalNumber: input.number ?? '' }
    case 'trunk':
      return {
        ...{ trunkName: input.name ?? '', ranges: (input.ranges ?? []).join('\n') },
        places: (input.places ?? []).map(writtenPlace).join('\n'),
      }
    case 'trunk-channels':
      return { whichTrunk: input.name ?? '' }
    case 'take-away':
      return { goes: input.names.join('\n') }
    case 'porting': {
      const { carrier, holder, attendant, wishedFor } = input.form
      return { carrier, holderName: holder.name, ...addressOf(holder), attendant: attendant ?? '', wishDate: wishedFor }
    }
    case 'directory-entry':
      return { listedNumber: input.number ?? '' }
    case 'move':
      return { moveDay: input.from, ...addressOf(input.address) }
  }
}

/** As the API wants it: what the fields say, and what has no field as it was. */
export function inputFrom(input: Input, values: Values): NewInput {
  const text = (field: FieldName): string => (values[field] ?? '').trim()
  const optional = (field: FieldName): string | null => (text(field) === '' ? null : text(field))
  const address = { street: text('street'), houseNumber: text('houseNumber'), postalCode: text('postalCode'), city: text('city') }
  switch (input.kind) {
    case 'customer':
      return { kind: input.kind, sipDomain: text('sipDomain') }
    case 'site':
      return { kind: input.kind, name: text('siteName'), areaCode: text('areaCode'), address }
    case 'administrator':
      return { kind: input.kind, name: text('adminName'), email: text('adminEmail'), phone: optional('phone') }
    case 'mandate':
      return { ...input, accountHolder: text('accountHolder'), iban: text('iban') }
    case 'numbers':
      return { kind: input.kind, first: optional('firstNumber'), upstreamCarrier: optional('upstreamCarrier') }
    case 'extensions':
      return {
        kind: input.kind,
        firstExtension: text('firstExtension'),
        extensions: linesOf(text('named')).map((line) => namedOf(line, input.extensions)),
      }
    case 'group':
    case 'queue':
    case 'room':
      return { kind: input.kind, number: optional('internalNumber') }
    case 'trunk':
      return {
        ...{ kind: input.kind, name: optional('trunkName'), ranges: text('ranges') === '' ? null : linesOf(text('ranges')) },
        places: placesOf(text('places')).places ?? null,
      }
    case 'trunk-channels':
      return { kind: input.kind, name: optional('whichTrunk') }
    case 'take-away':
      return { kind: input.kind, names: linesOf(text('goes')) }
    case 'porting': {
      const holder = { name: text('holderName'), ...address }
      return {
        ...input,
        form: { ...input.form, carrier: text('carrier'), holder, attendant: optional('attendant'), wishedFor: text('wishDate') },
      }
    }
    case 'directory-entry':
      return { kind: input.kind, number: optional('listedNumber') }
    case 'move':
      return { kind: input.kind, from: text('moveDay'), address }
  }
}

/** As it is typed. */
function writtenPlace({ host, port }: { readonly host: string; readonly port?: number | null }): string {
  if (port === null || port === undefined) return host
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
}

const linesOf = (text: string): string[] => text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))

type Named = Extract<NewInput, { readonly kind: 'extensions' }>['extensions'][number]

/** `20 Empfang`; a package that was chosen for that number stays. */
function namedOf(line: string, before: readonly Named[]): Named {
  const [number = '', ...name] = line.split(/\s+/)
  return { ...before.find((each) => each.number === number), number, name: name.join(' ') }
}
