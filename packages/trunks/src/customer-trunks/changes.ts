import type { Text } from '@klinke/platform'
import type { TrunkAccess, TrunkPlace } from './customer-trunk.ts'
import { loginBlocks } from './logins.ts'
import { TRUNK_PRODUCTS } from './products.ts'
import { TrunkRuleBroken } from './refusals.ts'
import { MAX_MINOR_SINGLES, MAX_MINOR_SITES, type TrunkChange } from './rules.ts'
import { brokenRule, type TrunkContract, type TrunkRange, type TrunkTerms } from './sellable.ts'

/** What a change would make of a trunk, what that means, and what has to be done for it elsewhere (TRK-16). */
export interface ChangePlan {
  /** Accounts in it are those that stay. */
  readonly after: TrunkTerms
  readonly effects: readonly Text[]
  readonly needs: readonly Text[]
}

/** What planning knows beside the trunk. */
export interface PlanFacts {
  readonly contract: TrunkContract
  /** The numbers and blocks that the change adds. */
  readonly added: readonly TrunkRange[]
}

/** Pure: nothing is done. Throws `TrunkRuleBroken` when the change cannot be. */
export function planChange(before: TrunkTerms, change: TrunkChange, facts: PlanFacts): ChangePlan {
  const after = termsAfter(before, change, facts)
  if (JSON.stringify(after) === JSON.stringify(before))
    throw new TrunkRuleBroken('trunk-nothing-changed', { en: 'It is so already.', de: 'So ist es schon.' })
  const broken = brokenRule(after, facts.contract)
  if (broken !== undefined) throw broken
  return { after, effects: effectsOf(before, after), needs: needsOf(before, after) }
}

function termsAfter(before: TrunkTerms, change: TrunkChange, { added }: PlanFacts): TrunkTerms {
  switch (change.kind) {
    case 'numbers':
      return { ...before, ranges: rangesAfter(before.ranges, change, added) }
    case 'sites':
      return { ...before, ranges: rangesAt(before.ranges, change.at) }
    case 'places':
      return { ...before, access: accessAfter(before, 'fixed-ip', change.places) }
    case 'access':
      return { ...before, access: accessAfter(before, change.access, change.places) }
    case 'product':
      return swapped(before, change)
  }
}

function rangesAfter(
  ranges: readonly TrunkRange[],
  { add, remove }: Extract<TrunkChange, { kind: 'numbers' }>,
  added: readonly TrunkRange[],
): readonly TrunkRange[] {
  const gone = ranges.filter(({ first }) => remove.includes(first))
  const strange = remove.find((first) => !gone.some((range) => range.first === first))
  if (strange !== undefined)
    throw new TrunkRuleBroken('trunk-number-unknown', {
      en: `${strange} does not lead to this trunk.`,
      de: `${strange} führt nicht zu diesem Trunk.`,
    })
  const singles = [...added, ...gone].filter(({ size }) => size === 1).length
  if (singles > MAX_MINOR_SINGLES) throw tooLarge(`${singles} single numbers`, `${singles} Einzelrufnummern`)
  const stay = ranges.filter(({ first }) => !remove.includes(first) && !add.includes(first))
  return [...stay, ...added].toSorted((one, other) => (one.first < other.first ? -1 : 1))
}

function rangesAt(ranges: readonly TrunkRange[], at: Extract<TrunkChange, { kind: 'sites' }>['at']): readonly TrunkRange[] {
  const strange = at.find(({ range }) => !ranges.some(({ first }) => first === range))
  if (strange !== undefined)
    throw new TrunkRuleBroken('trunk-number-unknown', {
      en: `${strange.range} does not lead to this trunk.`,
      de: `${strange.range} führt nicht zu diesem Trunk.`,
    })
  const sites = new Set(at.map(({ siteId }) => siteId)).size
  if (sites > MAX_MINOR_SITES) throw tooLarge(`${sites} sites`, `${sites} Standorte`)
  const siteOf = new Map(at.map(({ range, siteId }) => [range, siteId]))
  return ranges.map((range) => ({ ...range, siteId: siteOf.has(range.first) ? (siteOf.get(range.first) ?? null) : range.siteId }))
}

function tooLarge(en: string, de: string): TrunkRuleBroken {
  return new TrunkRuleBroken('trunk-change-too-large', {
    en: `One minor change takes five at most, and these are ${en}. Divide it.`,
    de: `Eine kleine Änderung umfasst höchstens fünf, und das sind ${de}. Teilen Sie sie auf.`,
  })
}

type AnyPlace = { readonly host: string; readonly port: number | null }

/** Throws when the addresses of a PBX that had none are not named. */
function accessAfter({ access, product }: TrunkTerms, kind: TrunkAccess['kind'], places: readonly AnyPlace[] | undefined): TrunkAccess {
  if (kind === 'registration') return access.kind === 'registration' ? access : { kind, logins: [] }
  if (places !== undefined) {
    // An IP change is one between addresses: how the PBX is let in is another operation.
    return { kind, places: places.map(({ host, port }): TrunkPlace => ({ host: host.toLowerCase(), port: port ?? undefined })) }
  }
  if (access.kind === 'fixed-ip') return access
  throw new TrunkRuleBroken('trunk-places-missing', {
    en: `Name the address of the PBX: ${TRUNK_PRODUCTS[product].title.en} would let it in by that.`,
    de: `Nennen Sie die Adresse der Telefonanlage: Daran würde sie erkannt.`,
  })
}

/** The channels stay, and so do the numbers; what the new product has no signalling for becomes its own. */
function swapped(before: TrunkTerms, { product, access: wanted, places }: Extract<TrunkChange, { kind: 'product' }>): TrunkTerms {
  const { access: allowed, signalling: profiles } = TRUNK_PRODUCTS[product]
  const kind = wanted ?? (allowed.includes(before.access.kind) ? before.access.kind : (allowed[0] ?? before.access.kind))
  const signalling = profiles.includes(before.signalling) ? before.signalling : (profiles[0] ?? before.signalling)
  const access = accessAfter({ ...before, product }, kind, places)
  const transport = signalling === 'microsoft' ? 'TLS' : before.transport
  const after = { ...before, product, signalling, transport }
  if (access.kind === 'fixed-ip') return { ...after, access }
  // Logins for one block hold no others, and one for all holds none alone.
  const blocks = loginBlocks({ product, access, ranges: before.ranges })
  return { ...after, access: { ...access, logins: access.logins.filter(({ block }) => blocks.includes(block)) } }
}

function effectsOf(before: TrunkTerms, after: TrunkTerms): readonly Text[] {
  return [...productEffects(before, after), ...accessEffects(before, after), ...numberEffects(before, after)]
}

function productEffects(before: TrunkTerms, after: TrunkTerms): readonly Text[] {
  if (before.product === after.product) return []
  const [from, to] = [TRUNK_PRODUCTS[before.product], TRUNK_PRODUCTS[after.product]]
  const lost = from.codecs.filter((codec) => !to.codecs.includes(codec)).map((codec) => codec.replace('G729', 'G.729'))
  const fax = from.fax && !to.fax ? [{ en: 'Fax does not go any more.', de: 'Fax geht nicht mehr.' }] : []
  return [
    {
      en: `${from.title.en} becomes ${to.title.en} with the same ${after.channels} channels.`,
      de: `${from.title.de} wird ${to.title.de} mit denselben ${after.channels} Kanälen.`,
    },
    ...lost.map((codec) => ({ en: `${codec} does not go any more.`, de: `${codec} geht nicht mehr.` })),
    ...fax,
    ...(before.signalling === after.signalling
      ? []
      : [{ en: `The signalling becomes ${after.signalling}.`, de: `Die Signalisierung wird ${after.signalling}.` }]),
    ...(before.transport === after.transport
      ? []
      : [{ en: `The transport becomes ${after.transport}.`, de: `Der Transport wird ${after.transport}.` }]),
  ]
}

function accessEffects(before: TrunkTerms, after: TrunkTerms): readonly Text[] {
  const places = placesIn(after.access)
  if (after.access.kind === 'fixed-ip')
    return placesIn(before.access) === places
      ? []
      : [
          {
            en: `Calls are taken from and given to ${places} only.`,
            de: `Anrufe werden nur noch von ${places} angenommen und dorthin gegeben.`,
          },
        ]
  if (before.access.kind === 'fixed-ip')
    return [
      {
        en: 'The PBX is known by its registration, no longer by its address.',
        de: 'Die Anlage wird an ihrer Registrierung erkannt, nicht mehr an ihrer Adresse.',
      },
    ]
  return []
}

function numberEffects(before: TrunkTerms, after: TrunkTerms): readonly Text[] {
  const added = after.ranges.filter(({ first }) => !before.ranges.some((range) => range.first === first))
  const gone = before.ranges.filter(({ first }) => !after.ranges.some((range) => range.first === first))
  const moved = after.ranges.filter((range) => before.ranges.some(({ first, siteId }) => first === range.first && siteId !== range.siteId))
  return [
    ...added.map(({ first, size }) => ({
      en: `${named(first, size, 'en')} leads to the trunk.`,
      de: `${named(first, size, 'de')} führt zum Trunk.`,
    })),
    ...gone.map(({ first, size }) => ({
      en: `${named(first, size, 'en')} leads nowhere any more.`,
      de: `${named(first, size, 'de')} führt nirgends mehr hin.`,
    })),
    ...moved.map(({ first, size }) => ({
      en: `${named(first, size, 'en')} stands at another site: 110 and 112 go by its address.`,
      de: `${named(first, size, 'de')} steht an einem anderen Standort: 110 und 112 richten sich nach dessen Anschrift.`,
    })),
  ]
}

function needsOf(before: TrunkTerms, after: TrunkTerms): readonly Text[] {
  const fresh = loginBlocks(after).filter(
    (block) => after.access.kind !== 'registration' || !after.access.logins.some((login) => login.block === block),
  )
  const isElsewhere = after.access.kind === 'fixed-ip' && placesIn(before.access) !== placesIn(after.access)
  return [
    ...(fresh.length === 0
      ? []
      : [
          {
            en: `The PBX gets ${fresh.length} new account${fresh.length === 1 ? '' : 's'}, and registers before it can be called there.`,
            de: `Die Anlage bekommt ${fresh.length === 1 ? 'ein neues Konto' : `${fresh.length} neue Konten`} und muss sich damit registrieren, bevor sie dort erreichbar ist.`,
          },
        ]),
    ...(isElsewhere
      ? [
          {
            en: 'The firewall of the customer lets this exchange in at the new address.',
            de: 'Die Firewall des Kunden lässt diese Vermittlung an der neuen Adresse ein.',
          },
        ]
      : []),
    ...(before.transport !== 'TLS' && after.transport === 'TLS'
      ? [
          {
            en: 'The PBX speaks TLS and trusts the certificate of this exchange.',
            de: 'Die Anlage spricht TLS und vertraut dem Zertifikat dieser Vermittlung.',
          },
        ]
      : []),
  ]
}

function placesIn(access: TrunkAccess): string | undefined {
  return access.kind === 'fixed-ip'
    ? access.places.map(({ host, port }) => (port === undefined ? host : `${host}:${port}`)).join(', ')
    : undefined
}

function named(first: string, size: number, language: 'de' | 'en'): string {
  if (size === 1) return first
  return language === 'de' ? `Der Block ${first} (${size})` : `The block ${first} (${size})`
}
