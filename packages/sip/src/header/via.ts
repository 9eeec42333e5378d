import { parseHostPort, printHostPort, withoutBrackets } from '../uri/host.ts'
import { parseNumber, skipSpace, tokenEnd } from './characters.ts'
import type { HeaderType } from './header-type.ts'
import { hasParam, type Param, type Params, paramText, paramToken, parseParams, printParams } from './params.ts'

/** One hop of a request's way, RFC 3261 §20.42. */
export interface Via {
  /** Protocol and version, `SIP/2.0`. */
  readonly protocol: string
  /** `UDP`, `TCP`, `TLS`, `WS`, `WSS` or another token, in capitals. */
  readonly transport: string
  readonly host: string
  readonly port: number | undefined
  readonly branch: string | undefined
  /** The source address the next hop saw (RFC 3261 §18.2.1), IPv6 without brackets. */
  readonly received: string | undefined
  /** The source port the next hop saw, or the wish to be told (RFC 3581). */
  readonly rport: number | 'asked' | undefined
  /** Other parameters: ttl, maddr, alias … */
  readonly params: Params
}

/** What `isRfc3261Branch` looks for (RFC 3261 §8.1.1.7). */
export const BRANCH_COOKIE = 'z9hG4bK'

export const Via: HeaderType<Via> = {
  name: 'Via',
  parse: parseVia,
  print(via) {
    let out = `${via.protocol}/${via.transport} ${printHostPort(via.host, via.port)}`
    if (via.rport !== undefined) out += via.rport === 'asked' ? ';rport' : `;rport=${via.rport}`
    if (via.received !== undefined) out += `;received=${via.received}`
    if (via.branch !== undefined) out += `;branch=${via.branch}`
    return out + printParams(via.params)
  },
}

/** True when the branch identifies a transaction by itself: it has the cookie and something behind it. */
export function isRfc3261Branch(branch: string | undefined): branch is string {
  return branch?.startsWith(BRANCH_COOKIE) === true && branch.length > BRANCH_COOKIE.length
}

function parseVia(text: string): Via | undefined {
  const sent = parseSentProtocol(text)
  if (sent === undefined) return undefined
  const by = parseHostPort(text, skipSpace(text, sent.end))
  if (by === undefined) return undefined
  const params = parseParams(text, by.end)
  if (params === undefined) return undefined
  const branch = paramToken(params, 'branch')
  const received = receivedAddress(paramText(params, 'received'))
  const rport = responsePort(paramText(params, 'rport'))
  // A parameter of these that is there must be readable: responses are sent by them.
  if ((branch === undefined && hasParam(params, 'branch')) || received === null || rport === null) return undefined
  const { protocol, transport } = sent
  return { protocol, transport, host: by.host, port: by.port, branch, received, rport, params: params.filter(isOther) }
}

/** An address with or without brackets: half of the implementations write them (RFC 5118 §4.5). `null` when it is none. */
function receivedAddress(text: string | undefined): string | undefined | null {
  if (text === undefined) return undefined
  const address = withoutBrackets(text)
  return /^[\da-z.:_-]+$/i.test(address) ? address : null
}

/** A port, or the wish to be told one; `null` when it is neither. */
function responsePort(text: string | undefined): Via['rport'] | null {
  if (text === undefined) return undefined
  return text === '' ? 'asked' : (parseNumber(text, 65_535) ?? null)
}

function isOther({ name }: Param): boolean {
  return name !== 'branch' && name !== 'received' && name !== 'rport'
}

/** `SIP / 2.0 / UDP` and the white space that must follow it. */
function parseSentProtocol(text: string): { protocol: string; transport: string; end: number } | undefined {
  if (text.startsWith('SIP/2.0/UDP ')) return { protocol: 'SIP/2.0', transport: 'UDP', end: 12 }
  const parts: string[] = []
  let at = 0
  for (let part = 0; part < 3; part++) {
    const end = tokenEnd(text, at)
    if (end === at) return undefined
    parts.push(text.slice(at, end))
    at = skipSpace(text, end)
    if (part === 2)
      return at === end ? undefined : { protocol: `${parts[0]}/${parts[1]}`, transport: (parts[2] ?? '').toUpperCase(), end: at }
    if (text.charCodeAt(at) !== 0x2f) return undefined
    at = skipSpace(text, at + 1)
  }
  return undefined
}
