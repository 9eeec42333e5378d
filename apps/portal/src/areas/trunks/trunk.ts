import type { Answer, Body } from '../../api/operation.ts'

export type Trunk = Answer<'GET /customer-trunks/{trunkId}'>
export type Change = Body<'POST /customer-trunks/{trunkId}/changes'>
export type Account = Answer<'POST /customer-trunks'>['accounts'][number]
export type Product = Trunk['product']
export type Access = Trunk['access']

/** What each change of a trunk has read again. */
export const REFRESHED = { refreshes: ['/customer-trunks', '/numbers', '/number-ranges', '/sites'] } as const

/** `pbx.example.org:5071`, or without port. */
export function placeText({ host, port }: Trunk['places'][number]): string {
  if (port === null) return host
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
}

/** As people write it; an IPv6 address with port in brackets. Undefined: empty. */
export function placeOf(text: string): { readonly host: string; readonly port: number | null } | undefined {
  const written = text.trim()
  if (written === '') return undefined
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(written) ?? []
  const host = bracketed ?? plain
  // More than one colon and no brackets: an IPv6 address without port.
  return host === undefined ? { host: written, port: null } : { host, port: port === undefined ? null : Number(port) }
}

export function placesOf(texts: readonly string[]): { host: string; port: number | null }[] {
  return texts.map(placeOf).filter((place) => place !== undefined)
}
