import { unlawfulRetention } from '@klinke/accounts'
import type { Text } from '@klinke/platform'
import { faultWords } from '@klinke/rating'
import { faultsOf } from '../rated-calls/tariff-file.ts'
import type { PathFault } from './fault.ts'
import { flatFaults } from './flat-faults.ts'
import type { ProductItem } from './item.ts'
import type { ProfileFile } from './profile-file.ts'

/** What each part allows and the parts together do not: names that lead nowhere, rules that cannot be. */
export function contradictions(profile: ProfileFile): readonly PathFault[] {
  return [
    ...currencyFaults(profile),
    ...countingFaults(profile),
    ...profile.items.flatMap((item, index) => itemFaults(profile, item, index)),
    ...termFaults(profile),
    ...tariffFaults(profile),
    ...roundingFaults(profile),
    ...flatFaults(profile),
    ...packageFaults(profile),
    ...feeFaults(profile),
    ...retentionFaults(profile),
  ]
}

/** What was stored before the law was kept to stays readable; a file that comes anew keeps to it. */
function retentionFaults({ settings }: ProfileFile): readonly PathFault[] {
  const text = unlawfulRetention(settings?.retention)
  return text === undefined ? [] : [{ at: ['settings', 'retention', 'chargedCallDays'], text }]
}

/** An event costs a one-off item that is there. */
function feeFaults({ fees = {}, items }: ProfileFile): readonly PathFault[] {
  return Object.entries(fees).flatMap(([event, id]) => {
    if (items.some((item) => item.id === id && item.kind === 'one-off')) return []
    return [
      fault(
        ['fees', event],
        `there is no one-off item "${id}"; name one of items[].id`,
        `eine einmalige Leistung „${id}“ gibt es nicht; nennen Sie eine aus items[].id`,
      ),
    ]
  })
}

function currencyFaults({ currency }: ProfileFile): readonly PathFault[] {
  if (currency === 'EUR') return []
  return [fault(['currency'], 'must be EUR: invoices are in euros', 'muss EUR sein: Rechnungen lauten auf Euro')]
}

function tariffFaults({ tariff, validFrom }: ProfileFile): readonly PathFault[] {
  if (tariff === undefined) return []
  const pathOf = (pointer: string) =>
    pointer
      .split('/')
      .slice(1)
      .map((key) => (/^\d+$/.test(key) ? Number(key) : key))
  return faultsOf({ ...tariff, validFrom }).map((found) => ({ at: ['tariff', ...pathOf(found.pointer)], text: faultWords(found) }))
}

/** One rule of rounding for the whole of an invoice: a profile has one, and its calls become cents by it. */
function roundingFaults({ rounding, tariff }: ProfileFile): readonly PathFault[] {
  if (tariff === undefined || tariff.rounding.mode === rounding.mode) return []
  const { mode } = rounding
  return [
    fault(
      ['tariff', 'rounding', 'mode'],
      `must be "${mode}", as rounding.mode is: an invoice has one rule of rounding`,
      `muss „${mode}“ sein wie rounding.mode: Eine Rechnung hat eine Rundungsregel`,
    ),
  ]
}

function fault(at: readonly PropertyKey[], en: string, de: string): PathFault {
  const text: Text = { en, de }
  return { at, text }
}

/** User packages stand in `settings`, what they cost in `items`, and what orders set up in `orders`: each names the others. */
function packageFaults({ settings, items, orders }: ProfileFile): readonly PathFault[] {
  const packages = (settings?.userPackages ?? []).map(({ id }) => id)
  const charged = items.filter(({ counts }) => counts === 'user-packages').map(({ id }) => id)
  const isNone = (id: string): readonly [en: string, de: string] => [
    `there is no user package "${id}"; name one of settings.userPackages[].id`,
    `ein Benutzerpaket „${id}“ gibt es nicht; nennen Sie eines aus settings.userPackages[].id`,
  ]
  return [
    ...items.flatMap(({ id, counts }, index) =>
      counts === 'user-packages' && !packages.includes(id) ? [fault(['items', index, 'id'], ...isNone(id))] : [],
    ),
    ...packages.flatMap((id, index) =>
      charged.includes(id)
        ? []
        : [
            fault(
              ['settings', 'userPackages', index, 'id'],
              `no item "${id}" is charged for it; add one with quantityFrom: use and counts: user-packages`,
              `keine Position „${id}“ berechnet es; nehmen Sie eine mit quantityFrom: use und counts: user-packages auf`,
            ),
          ],
    ),
    ...(orders?.provisions ?? []).flatMap((made, index) =>
      made.makes === 'extensions' && made.userPackage !== undefined && !packages.includes(made.userPackage)
        ? [fault(['orders', 'provisions', index, 'userPackage'], ...isNone(made.userPackage))]
        : [],
    ),
  ]
}

function countingFaults({ counting }: ProfileFile): readonly PathFault[] {
  const missing =
    counting.default === undefined
      ? [fault(['counting'], 'must have a rule named "default"', 'braucht eine Regel mit dem Namen „default“')]
      : []
  const early = Object.entries(counting).filter(
    ([, { rule, due }]) => due === 'advance' && (rule === 'active-days' || rule === 'month-maximum'),
  )
  return [
    ...missing,
    ...early.map(([name, { rule }]) =>
      fault(
        ['counting', name, 'due'],
        `must be "arrears": what ${rule} counts is known only when the month has ended`,
        `muss „arrears“ sein: Was ${rule} zählt, steht erst fest, wenn der Monat vorbei ist`,
      ),
    ),
  ]
}

function itemFaults(profile: ProfileFile, item: ProductItem, index: number): readonly PathFault[] {
  const at = (...path: readonly PropertyKey[]) => ['items', index, ...path]
  const isTwice = profile.items.findIndex(({ id }) => id === item.id) !== index
  return [
    ...(isTwice
      ? [
          fault(
            at('id'),
            `"${item.id}" is there twice; each item has an id of its own`,
            `„${item.id}“ gibt es zweimal; jede Position hat ihre eigene Kennung`,
          ),
        ]
      : []),
    ...unknownItems(
      profile,
      namedBy(item).map(([path, named]) => [at(...path), named]),
    ),
    ...ruleFaults(profile, item, at),
  ]
}

/** Which other items an item names, and where. */
function namedBy({
  follows,
  requires,
  excludes = [],
  quota = [],
}: ProductItem): readonly (readonly [path: readonly PropertyKey[], id: string])[] {
  return [
    ...(follows === undefined ? [] : [[['follows'], follows] as const]),
    ...(requires === undefined ? [] : [[['requires', 'item'], requires.item] as const]),
    ...excludes.map((id, index) => [['excludes', index], id] as const),
    ...quota.map(({ item }, index) => [['quota', index, 'item'], item] as const),
  ]
}

function unknownItems(
  { items }: Pick<ProfileFile, 'items'>,
  named: readonly (readonly [path: readonly PropertyKey[], id: string])[],
): readonly PathFault[] {
  return named
    .filter(([, id]) => !items.some((item) => item.id === id))
    .map(([path, id]) =>
      fault(
        path,
        `there is no item "${id}"; name one of items[].id`,
        `eine Position „${id}“ gibt es nicht; nennen Sie eine aus items[].id`,
      ),
    )
}

function ruleFaults(
  { items, counting }: ProfileFile,
  item: ProductItem,
  at: (...path: readonly PropertyKey[]) => readonly PropertyKey[],
): readonly PathFault[] {
  const { kind, counting: rule, follows, flat, sizes } = item
  const faults: PathFault[] = []
  if (rule !== undefined && counting[rule] === undefined)
    faults.push(fault(at('counting'), `there is no rule "${rule}" in counting`, `eine Regel „${rule}“ gibt es in counting nicht`))
  if (rule !== undefined && kind === 'one-off')
    faults.push(
      fault(
        at('counting'),
        'a one-off item is charged once; leave counting out',
        'eine einmalige Leistung wird einmal berechnet; lassen Sie counting weg',
      ),
    )
  if (kind === 'flat' && flat === undefined)
    faults.push(fault(at('flat'), 'say what the flat rate covers', 'sagen Sie, was die Flatrate umfasst'))
  if (items.some(({ id, follows: further }) => id === follows && further !== undefined))
    faults.push(fault(at('follows'), 'follows an item that follows one itself', 'folgt einer Position, die selbst einer folgt'))
  if (sizes !== undefined && sizes.from === undefined && sizes.single === undefined)
    faults.push(fault(at('sizes'), 'name sizes by single or from', 'nennen Sie Größen mit single oder from'))
  return faults
}

function termFaults({ terms, items }: ProfileFile): readonly PathFault[] {
  const rules = terms.layers.flatMap(({ contract, items: ofItems }, layer) => [
    ...(contract === undefined ? [] : [{ at: ['terms', 'layers', layer, 'contract'], rule: contract }]),
    ...ofItems.map((rule, index) => ({ at: ['terms', 'layers', layer, 'items', index], rule })),
  ])
  const endless = rules.filter(({ at, rule }) => rule.to === 'term-end' && at.at(-1) === 'contract' && rule.renewalMonths === undefined)
  const named = terms.layers.flatMap((layer, index) =>
    layer.items.flatMap((rule, place) =>
      (rule.items ?? []).map((id, of) => [['terms', 'layers', index, 'items', place, 'items', of], id] as const),
    ),
  )
  const hasEnd = terms.layers.some(
    ({ contract }) => contract !== undefined && (contract.to !== 'term-end' || terms.termMonths !== undefined),
  )
  return [
    ...(hasEnd ? [] : [fault(['terms', 'layers'], 'no layer says how a contract ends', 'keine Schicht sagt, wie ein Vertrag endet')]),
    ...endless.map(({ at }) =>
      fault(at, 'needs renewalMonths: for how long a term goes on', 'braucht renewalMonths: um wie viel sich die Laufzeit verlängert'),
    ),
    ...unknownItems({ items }, named),
  ]
}
