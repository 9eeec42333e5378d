import type { Language } from '@klinke/platform'
import type { CustomerTrunk } from '../customer-trunk.ts'
import type { TrunkRange } from '../sellable.ts'

/** Where the exchange is reached, from where PBXes stand. */
export interface TrunkServer {
  /** Name or address, IPv6 without brackets. */
  readonly host: string
  /** UDP and TCP. */
  readonly sipPort: number
  readonly sipsPort: number
}

/** All that a file for a PBX is made of. */
export interface ConfigurationFacts {
  readonly trunk: CustomerTrunk
  readonly ranges: readonly TrunkRange[]
  readonly server: TrunkServer
  /** SIP domain of the customer: realm, and what stands behind the @. */
  readonly domain: string
  readonly language: Language
}

/** A file that is downloaded. */
export interface ConfigurationFile {
  readonly fileName: string
  readonly mediaType: string
  readonly text: string
}

/** Stands where the password is entered: it is shown once when it is drawn, and nobody knows it afterwards. */
export const PASSWORD_HERE = { de: 'HIER-DAS-KENNWORT', en: 'PASSWORD-HERE' } as const

const GERMAN: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

/** Small letters, digits and hyphens, to name sections by; of the id too, since names repeat between customers. */
export function slugOf({ name, id }: Pick<CustomerTrunk, 'name' | 'id'>): string {
  const plain = name
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => GERMAN[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 24)
  return `${plain === '' ? 'trunk' : plain}-${id.slice(-4)}`
}

/** The name for a comment: no line of it becomes an instruction. */
export function oneLine(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ')
}

export function portOf({ transport }: Pick<CustomerTrunk, 'transport'>, { sipPort, sipsPort }: TrunkServer): number {
  return transport === 'TLS' ? sipsPort : sipPort
}

/** `host:port`, IPv6 in brackets. */
export function authorityOf(trunk: Pick<CustomerTrunk, 'transport'>, server: TrunkServer): string {
  return `${server.host.includes(':') ? `[${server.host}]` : server.host}:${portOf(trunk, server)}`
}

/** OPTIONS are asked and answered; SIP-DDI spares the PBX that (TRK-07). */
export function hasOptions({ signalling }: Pick<CustomerTrunk, 'signalling'>): boolean {
  return signalling !== 'sip-ddi'
}

/** Blocks and single numbers as people write them: `+49221123400 … 99 (100)`. */
export function rangesInWords(ranges: readonly TrunkRange[]): readonly string[] {
  return ranges.map(({ first, size }) =>
    size === 1 ? first : `${first} … ${String(size - 1).padStart(String(size).length - 1, '0')} (${size})`,
  )
}
