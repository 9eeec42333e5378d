import type { InvalidRequest, Text } from '@klinke/platform'
import { z } from 'zod'
import type { ProfileFile } from '../catalogue/profile-file.ts'
import { dayWords } from '../contracts/charges/words.ts'
import type { Day } from '../contracts/contract.ts'
import { askedFaults } from './asked-faults.ts'
import { installationFaults } from './installation.ts'
import type { NewOrder, OrderForm } from './order-form.ts'
import { type OrderTerms, WEEKDAYS } from './order-terms.ts'
import { ordered } from './ordered.ts'
import { paymentFaults } from './payment-faults.ts'
import { placesOfItem } from './trunk-tasks.ts'
import { isNationalHoliday } from './working-days.ts'

const DAY_WORDS: Readonly<Record<(typeof WEEKDAYS)[number], string>> = {
  ...{ monday: 'Montag', tuesday: 'Dienstag', wednesday: 'Mittwoch', thursday: 'Donnerstag', friday: 'Freitag' },
  ...{ saturday: 'Samstag', sunday: 'Sonntag' },
}
type FieldError = InvalidRequest['errors'][number]

const choices = z.object({ choices: z.array(z.string()).optional() })

/** What an order's form has that the profile does not allow (ORD-01, ORD-02, ORD-05); what its contract does not allow, the contract says by itself. */
export function orderFaults(form: OrderForm, terms: OrderTerms, file: ProfileFile, today: Day): readonly FieldError[] {
  return [...wishFaults(form, terms, today), ...placeFaults(form, terms), ...(form.kind === 'new' ? newFaults(form, terms, file) : [])]
}

function wishFaults({ kind, wishDate }: OrderForm, { wishDays }: OrderTerms, today: Day): readonly FieldError[] {
  const wish = Temporal.PlainDate.from(wishDate)
  if (Temporal.PlainDate.compare(wish, today) < 0)
    return [
      at('/form/wishDate', {
        en: `is in the past; today is ${today}`,
        de: `liegt in der Vergangenheit; heute ist der ${dayWords(today).de}`,
      }),
    ]
  const day = WEEKDAYS[wish.dayOfWeek - 1]
  // When quantities change, calendars of months and terms say; nobody has to be at work.
  if (kind === 'change' || wishDays === undefined) return []
  if (day !== undefined && !wishDays.includes(day))
    return [
      at('/form/wishDate', {
        en: `is a ${day}; possible are ${wishDays.join(', ')}`,
        de: `ist ein ${DAY_WORDS[day]}; möglich sind ${wishDays.map((each) => DAY_WORDS[each]).join(', ')}`,
      }),
    ]
  return isNationalHoliday(wish) ? [at('/form/wishDate', { en: 'is a public holiday', de: 'ist ein Feiertag' })] : []
}

/** TRK-01: whose PBX is let in by its address has one, and who registers has none. */
function placeFaults({ items }: OrderForm, terms: OrderTerms): readonly FieldError[] {
  return items.flatMap((line, index) => {
    if (!('item' in line)) return []
    const [needs, count] = [placesOfItem(terms, line.item), line.places?.length ?? 0]
    const pointer = `/form/items/${index}/places`
    if (needs === 'must' && count === 0)
      return [
        at(pointer, {
          en: 'is missing: this trunk lets the PBX in by its address. Name one or two',
          de: 'fehlt: Dieser Trunk lässt die Telefonanlage an ihrer Adresse ein. Nennen Sie eine oder zwei',
        }),
      ]
    if (count === 0 || needs === 'must' || needs === 'may') return []
    return [
      at(pointer, {
        en: 'has no meaning here: no PBX is let in by its address',
        de: 'gehört hier nicht hin: Hier wird keine Anlage an ihrer Adresse eingelassen',
      }),
    ]
  })
}

function newFaults(form: NewOrder, terms: OrderTerms, file: ProfileFile): readonly FieldError[] {
  return [...minimumFaults(form, terms), ...installationFaults(form, terms), ...choiceFaults(form, file), ...extensionFaults(form, terms)]
}

function minimumFaults(form: NewOrder, terms: OrderTerms): readonly FieldError[] {
  const { minimumExtensions = 0, minimumChannels = 0 } = terms
  const [extensions, channels] = [ordered(form, terms, 'extensions'), ordered(form, terms, 'channels')]
  return [
    ...(extensions < minimumExtensions
      ? [
          at('/form/items', {
            en: `has ${extensions} extensions; the least is ${minimumExtensions}`,
            de: `hat ${extensions} Nebenstellen; mindestens sind es ${minimumExtensions}`,
          }),
        ]
      : []),
    ...(channels < minimumChannels
      ? [
          at('/form/items', {
            en: `has ${channels} channels; the least is ${minimumChannels}`,
            de: `hat ${channels} Kanäle; mindestens sind es ${minimumChannels}`,
          }),
        ]
      : []),
  ]
}

function choiceFaults(form: NewOrder, file: ProfileFile): readonly FieldError[] {
  return [...billFaults(form, file), ...directoryFaults(form, file), ...paymentFaults(form, file), ...askedFaults(form, file)]
}

function directoryFaults({ directoryEntry, items, portings }: NewOrder, file: ProfileFile): readonly FieldError[] {
  if (!directoryEntry) return []
  if (file.directoryEntry?.offered !== true)
    return [at('/form/directoryEntry', { en: 'is not offered by this product', de: 'gibt es bei diesem Produkt nicht' })]
  const provisions = file.orders?.provisions ?? []
  const hasNumber = items.some(({ item }) => provisions.some((made) => made.item === item && made.makes === 'numbers'))
  if (hasNumber || portings.length > 0) return []
  return [at('/form/directoryEntry', { en: 'needs a number: order or port one', de: 'braucht eine bestellte oder mitgebrachte Rufnummer' })]
}

function billFaults({ itemisedBill }: NewOrder, file: ProfileFile): readonly FieldError[] {
  const offered = choices.safeParse(file.itemisedBill ?? {}).data?.choices
  if (offered === undefined || itemisedBill === 'none' || offered.includes(itemisedBill)) return []
  return [
    at('/form/itemisedBill', {
      en: `is not offered by this product; choose ${offered.join(', ')}`,
      de: `gibt es bei diesem Produkt nicht; wählen Sie ${offered.join(', ')}`,
    }),
  ]
}

/** Of extensions that are named already. */
export function extensionFaults(form: NewOrder, terms: OrderTerms): readonly FieldError[] {
  const { extensions } = form
  const most = ordered(form, terms, 'extensions')
  const twice = extensions.find(({ number }, index) => extensions.findIndex((other) => other.number === number) !== index)
  return [
    ...(extensions.length > most
      ? [
          at('/form/extensions', {
            en: `names ${extensions.length} extensions, and ${most} are ordered`,
            de: `nennt ${extensions.length} Nebenstellen, bestellt sind ${most}`,
          }),
        ]
      : []),
    ...(twice === undefined ? [] : [at('/form/extensions', { en: `names ${twice.number} twice`, de: `nennt ${twice.number} zweimal` })]),
    ...packageFaults(form, terms),
  ]
}

/** More extensions of a package than are ordered. */
function packageFaults({ extensions, items }: NewOrder, { provisions = [] }: OrderTerms): readonly FieldError[] {
  const named = Map.groupBy(extensions, ({ userPackage }) => userPackage)
  return [...named].flatMap(([userPackage, those]) => {
    if (userPackage === undefined) return []
    const made = provisions.filter((each) => each.makes === 'extensions' && each.userPackage === userPackage)
    const most = items.reduce((sum, { item, quantity }) => sum + (made.some((each) => each.item === item) ? quantity : 0), 0)
    if (those.length <= most) return []
    return [
      at('/form/extensions', {
        en: `names ${those.length} extensions with the package ${userPackage}, and ${most} are ordered`,
        de: `nennt ${those.length} Nebenstellen mit dem Paket ${userPackage}, bestellt sind ${most}`,
      }),
    ]
  })
}

function at(pointer: string, detail: Text): FieldError {
  return { pointer, detail }
}
