import type { NumberState } from '@klinke/accounts'
import { blockCeiling } from '@klinke/numbering'
import type { CustomerTrunk } from './customer-trunk.ts'
import {
  ACCOUNT_CHANNELS,
  CHANNEL_STEP,
  isChannelSize,
  MAX_CHANNELS,
  MAX_PLACES,
  MIN_ORDERED_CHANNELS,
  OFFICE_CHANNELS,
  TRUNK_PRODUCTS,
} from './products.ts'
import { TrunkRuleBroken } from './refusals.ts'

/** A single number (size 1) or a block that leads to a trunk. */
export interface TrunkRange {
  /** E.164. */
  readonly first: string
  readonly size: number
  readonly state: NumberState
  readonly siteId: string | null
  /** Of a temporary number: the one that it stands in for (TRK-17). */
  readonly temporaryFor: string | null
}

/** What the rules look at of a trunk, sold or to be sold. */
export type TrunkTerms = Pick<CustomerTrunk, 'product' | 'channels' | 'access' | 'signalling' | 'transport'> & {
  readonly ranges: readonly TrunkRange[]
}

/** What the contract of the customer says. */
export interface TrunkContract {
  /** Absent: as in the catalogue (TRK-02). */
  readonly minTrunkChannels?: number
}

/** The first rule that forbids these terms; undefined when they can be sold (TRK-01, TRK-02, TRK-03, TRK-17, NUM-03). */
export function brokenRule(terms: TrunkTerms, contract: TrunkContract): TrunkRuleBroken | undefined {
  return brokenSize(terms, contract) ?? brokenAccess(terms) ?? brokenSignalling(terms) ?? brokenNumbers(terms) ?? brokenCeiling(terms)
}

function brokenSize({ product, channels }: TrunkTerms, { minTrunkChannels = MIN_ORDERED_CHANNELS }: TrunkContract) {
  const { title, officeSizes, oneChannel } = TRUNK_PRODUCTS[product]
  if (!isChannelSize(product, channels)) {
    const small = [...(oneChannel ? [ACCOUNT_CHANNELS] : []), ...(officeSizes ? OFFICE_CHANNELS : [])]
    const office = small.map((size) => `${size}, `).join('')
    return new TrunkRuleBroken('trunk-channels-not-sold', {
      en: `${title.en} is sold with ${office}${CHANNEL_STEP} and more channels in steps of ${CHANNEL_STEP}, ${MAX_CHANNELS} at most; not with ${channels}.`,
      de: `${title.de} gibt es mit ${office}${CHANNEL_STEP} und mehr Kanälen in Schritten von ${CHANNEL_STEP}, höchstens ${MAX_CHANNELS}; nicht mit ${channels}.`,
    })
  }
  // The smallest order is one of trunks: a single account has one channel.
  if (channels >= minTrunkChannels || channels === ACCOUNT_CHANNELS) return undefined
  return new TrunkRuleBroken('trunk-below-minimum', {
    en: `The customer's product asks for ${minTrunkChannels} channels at least, and ${channels} were ordered.`,
    de: `Das Produkt des Kunden verlangt mindestens ${minTrunkChannels} Kanäle; bestellt sind ${channels}.`,
  })
}

function brokenAccess({ product, access }: TrunkTerms): TrunkRuleBroken | undefined {
  const { title, access: allowed } = TRUNK_PRODUCTS[product]
  if (!allowed.includes(access.kind))
    return new TrunkRuleBroken('trunk-access-not-allowed', {
      en: `${title.en} has no ${access.kind === 'registration' ? 'registration: only fixed addresses' : 'fixed addresses: the PBX registers'}.`,
      de: `${title.de} ${access.kind === 'registration' ? 'kennt keine Registrierung, nur feste Adressen' : 'kennt keine festen Adressen: Die Anlage registriert sich'}.`,
    })
  if (access.kind === 'registration' || (access.places.length >= 1 && access.places.length <= MAX_PLACES)) return undefined
  return new TrunkRuleBroken('trunk-places-missing', {
    en: `A trunk with fixed addresses has a primary one and may have a secondary one; ${access.places.length} were named.`,
    de: `Ein Trunk mit festen Adressen hat eine erste und vielleicht eine zweite; genannt sind ${access.places.length}.`,
  })
}

function brokenSignalling({ product, signalling, transport }: TrunkTerms): TrunkRuleBroken | undefined {
  const { title, signalling: allowed } = TRUNK_PRODUCTS[product]
  if (!allowed.includes(signalling))
    return new TrunkRuleBroken('trunk-signalling-not-allowed', {
      en: `${title.en} has the signalling ${allowed.join(', ')}; not ${signalling}.`,
      de: `${title.de} hat die Signalisierung ${allowed.join(', ')}; nicht ${signalling}.`,
    })
  if (signalling !== 'microsoft' || transport === 'TLS') return undefined
  return new TrunkRuleBroken('trunk-microsoft-needs-tls', {
    en: `The Microsoft profile goes over TLS only, and ${transport} was chosen.`,
    de: `Das Microsoft-Profil gibt es nur über TLS; gewählt ist ${transport}.`,
  })
}

function brokenNumbers({ product, ranges }: TrunkTerms): TrunkRuleBroken | undefined {
  const { title, blocks, singles, singlesNeedBlock, temporaryNumbersStay } = TRUNK_PRODUCTS[product]
  const [single, block] = [ranges.find(({ size }) => size === 1), ranges.find(({ size }) => size > 1)]
  if (single !== undefined && singles === 'none')
    return new TrunkRuleBroken('trunk-singles-not-allowed', {
      en: `${single.first} is a single number, and ${title.en} has a block only.`,
      de: `${single.first} ist eine einzelne Rufnummer, und ${title.de} hat nur einen Block.`,
    })
  if (block !== undefined && blocks === 'none')
    return new TrunkRuleBroken('trunk-blocks-not-allowed', {
      en: `${block.first} is a block of ${block.size}, and ${title.en} has exactly one number.`,
      de: `${block.first} ist ein Block von ${block.size}, und ${title.de} hat genau eine Rufnummer.`,
    })
  if (singles === 'one' && ranges.length > 1)
    return new TrunkRuleBroken('trunk-one-number', {
      en: `${title.en} has exactly one number, and there are ${ranges.length}: ${ranges.map(({ first }) => first).join(', ')}.`,
      de: `${title.de} hat genau eine Rufnummer, und es sind ${ranges.length}: ${ranges.map(({ first }) => first).join(', ')}.`,
    })
  if (blocks === 'one' && gapIn(ranges) !== undefined)
    return new TrunkRuleBroken('trunk-not-one-block', {
      en: `${title.en} has exactly one block, and ${gapIn(ranges)} does not follow on what is before it.`,
      de: `${title.de} hat genau einen Block, und ${gapIn(ranges)} schließt nicht an das davor an.`,
    })
  if (singlesNeedBlock && single !== undefined && block === undefined)
    return new TrunkRuleBroken('trunk-single-needs-block', {
      en: `${single.first} is a single number, and ${title.en} has those only beside a block. Name a block too.`,
      de: `${single.first} ist eine einzelne Rufnummer, und ${title.de} hat solche nur neben einem Block. Nennen Sie auch einen Block.`,
    })
  return temporaryNumbersStay ? undefined : brokenTemporary(title, ranges)
}

/** TRK-17: where they may not stay, a temporary number and the one that it stood in for, once that is ported, do not go together. */
function brokenTemporary(title: { readonly de: string; readonly en: string }, ranges: readonly TrunkRange[]): TrunkRuleBroken | undefined {
  const active = ranges.filter(({ state }) => state === 'active')
  const stale = ranges.find(({ temporaryFor }) => temporaryFor !== null && active.some((range) => isIn(temporaryFor, range)))
  if (stale === undefined) return undefined
  return new TrunkRuleBroken('trunk-temporary-parallel', {
    en: `${stale.first} stood in for ${stale.temporaryFor ?? ''}, which has been ported; ${title.en} has no room for both. Take ${stale.first} away.`,
    de: `${stale.first} stand für ${stale.temporaryFor ?? ''}, die nun portiert ist; bei ${title.de} bleiben nicht beide. Nehmen Sie ${stale.first} fort.`,
  })
}

function brokenCeiling({ channels, ranges }: TrunkTerms): TrunkRuleBroken | undefined {
  const numbers = numbersIn(ranges)
  const maxNumbers = blockCeiling(channels)?.maxNumbers ?? 0
  if (numbers <= maxNumbers) return undefined
  return new TrunkRuleBroken('trunk-numbers-above-ceiling', {
    en: `With ${channels} channels a trunk has ${maxNumbers} numbers in blocks at most, and these are ${numbers} (TRK-03).`,
    de: `Mit ${channels} Kanälen hat ein Trunk höchstens ${maxNumbers} Rufnummern in Blöcken, und das sind ${numbers} (TRK-03).`,
  })
}

/** What counts against the ceiling of TRK-03: all blocks together. */
export function numbersIn(ranges: readonly TrunkRange[]): number {
  return ranges.reduce((sum, { size }) => sum + (size > 1 ? size : 0), 0)
}

/** Whether a number is of the range. */
export function isIn(e164: string, { first, size }: Pick<TrunkRange, 'first' | 'size'>): boolean {
  return e164.length === first.length && Number(e164) >= Number(first) && Number(e164) < Number(first) + size
}

/** The first block that does not follow on the one before it. */
function gapIn(ranges: readonly TrunkRange[]): string | undefined {
  const inOrder = ranges.toSorted((one, other) => Number(one.first) - Number(other.first))
  return inOrder.find(({ first }, index) => {
    const before = inOrder[index - 1]
    return before !== undefined && Number(before.first) + before.size !== Number(first)
  })?.first
}
