import type { TrunkAccess, TrunkProductName, TrunkSignalling } from './customer-trunk.ts'

/** How many blocks or single numbers a trunk may have. */
export type NumberCount = 'none' | 'one' | 'many'

export type TrunkCodec = 'PCMA' | 'PCMU' | 'G729'

/** What a product of TRK-01 allows. */
export interface TrunkProduct {
  readonly title: { readonly de: string; readonly en: string }
  readonly access: readonly TrunkAccess['kind'][]
  /** Blocks of ten numbers and more. `one`: they are one run of numbers, of several login blocks where need be. */
  readonly blocks: NumberCount
  readonly singles: NumberCount
  /** Singles only beside a block (NUM-03). */
  readonly singlesNeedBlock: boolean
  /** One login for all numbers, or one for each block of 10, 100, 1,000 or 10,000. */
  readonly logins: 'one' | 'one-per-block'
  /** Channel sizes below ten, the "Office" variants (TRK-02). */
  readonly officeSizes: boolean
  /** One channel: a single account for one device or a small PBX (TRK-01), beside the sizes that all have. */
  readonly oneChannel: boolean
  /** The first one is that of a new trunk. */
  readonly signalling: readonly TrunkSignalling[]
  /** In order of preference (TRK-08). */
  readonly codecs: readonly TrunkCodec[]
  /** T.38, and fax over G.711 A-law where the other side has none. */
  readonly fax: boolean
  /** Numbers taken for a porting may stay beside those that were ported (TRK-17). */
  readonly temporaryNumbersStay: boolean
}

/** Primary and secondary address (TRK-01). */
export const MAX_PLACES = 2

const G711 = ['PCMA', 'PCMU'] as const

/** TRK-01, TRK-08, TRK-17. */
export const TRUNK_PRODUCTS: Readonly<Record<TrunkProductName, TrunkProduct>> = {
  extended: {
    title: { de: 'SIP-Trunk Extended', en: 'SIP trunk Extended' },
    access: ['registration'],
    blocks: 'one',
    singles: 'none',
    singlesNeedBlock: false,
    logins: 'one-per-block',
    officeSizes: false,
    oneChannel: false,
    signalling: ['sip-ddi'],
    codecs: [...G711, 'G729'],
    fax: true,
    temporaryNumbersStay: false,
  },
  'extended-connect': {
    title: { de: 'SIP-Trunk Extended Connect', en: 'SIP trunk Extended Connect' },
    access: ['registration', 'fixed-ip'],
    blocks: 'many',
    singles: 'many',
    singlesNeedBlock: true,
    logins: 'one',
    officeSizes: true,
    oneChannel: false,
    signalling: ['sipconnect', 'sip-ddi', 'microsoft'],
    // The catalogue contradicts itself: named in TRK-01, absent from the table of bandwidths (TRK-08). Offered last.
    codecs: [...G711, 'G729'],
    fax: true,
    temporaryNumbersStay: true,
  },
  'extended-link': {
    title: { de: 'SIP-Trunk Extended Link', en: 'SIP trunk Extended Link' },
    access: ['fixed-ip'],
    blocks: 'many',
    singles: 'many',
    singlesNeedBlock: true,
    logins: 'one',
    officeSizes: true,
    oneChannel: false,
    signalling: ['microsoft', 'sipconnect'],
    codecs: G711,
    fax: false,
    temporaryNumbersStay: true,
  },
  basic: {
    title: { de: 'SIP-Trunk Basic', en: 'SIP trunk Basic' },
    access: ['registration'],
    blocks: 'none',
    singles: 'one',
    singlesNeedBlock: false,
    logins: 'one',
    officeSizes: false,
    oneChannel: true,
    signalling: ['sip-ddi'],
    codecs: [...G711, 'G729'],
    fax: true,
    temporaryNumbersStay: false,
  },
}

export const TRUNK_PRODUCT_NAMES = ['extended', 'extended-connect', 'extended-link', 'basic'] as const satisfies readonly TrunkProductName[]

/** TRK-02: the "Office" sizes. */
export const OFFICE_CHANNELS: readonly number[] = [4, 6, 8]
/** TRK-02: all others go in steps of so many; the catalogue ends with "300+". */
export const CHANNEL_STEP = 10
/** Of a single account. */
export const ACCOUNT_CHANNELS = 1
/** What one trunk may have at most; the rows of TRK-03 and TRK-04 end at 300 and hold on. */
export const MAX_CHANNELS = 2_000
/** TRK-02: the smallest order where the profile of the customer says nothing else. */
export const MIN_ORDERED_CHANNELS = 4

/** Whether a product is sold with so many channels (TRK-02). */
export function isChannelSize(product: TrunkProductName, channels: number): boolean {
  if (channels === ACCOUNT_CHANNELS) return TRUNK_PRODUCTS[product].oneChannel
  if (OFFICE_CHANNELS.includes(channels)) return TRUNK_PRODUCTS[product].officeSizes
  return channels >= CHANNEL_STEP && channels <= MAX_CHANNELS && channels % CHANNEL_STEP === 0
}
