import { ReferTo } from '../header/refer.ts'
import { Replaces } from '../header/replaces.ts'
import type { SipMethod, SipRequest } from '../message/message.ts'
import { parseUri } from '../uri/parse-uri.ts'
import { printUri } from '../uri/print-uri.ts'
import type { SipUri } from '../uri/uri.ts'
import type { HeaderField } from '../user-agent/user-agent.ts'

/** What a Refer-To asks for (RFC 3515 §2.1): a request to be sent on behalf of who refers. */
export interface ReferTarget {
  /** Request-URI of that request: the URI of Refer-To without method and headers. */
  readonly uri: string
  /** The name beside the URI. */
  readonly displayName: string | undefined
  /** INVITE unless the URI says otherwise. */
  readonly method: SipMethod
  /** An attended transfer: the dialog that the new call takes the place of (RFC 3891). `toTag` is the tag of who gets the INVITE. */
  readonly replaces: Replaces | undefined
  /** The other headers of the URI, escapes undone. Somebody else wrote them: take over only what does no harm (RFC 3261 §19.1.5). */
  readonly headers: readonly HeaderField[]
}

/** What a REFER asks for; `undefined` when it has no Refer-To, more than one, or one that cannot be read: 400 (RFC 3515 §2.4.2). */
export function referTargetOf({ headers }: SipRequest): ReferTarget | undefined {
  const party = headers.list('Refer-To').length === 1 ? headers.read(ReferTo) : undefined
  const uri = party && parseUri(party.uri)
  if (!party || !uri) return undefined
  const { displayName } = party
  if (uri.scheme !== 'sip' && uri.scheme !== 'sips') {
    return { uri: party.uri, displayName, method: 'INVITE', replaces: undefined, headers: [] }
  }
  const replacing = uri.headers.filter(([name]) => isReplaces(name)).map(([, value]) => Replaces.parse(value))
  if (replacing.length > 1 || (replacing.length === 1 && replacing[0] === undefined)) return undefined
  return {
    uri: printUri({ ...uri, params: uri.params.filter(({ name }) => name !== 'method'), headers: [] }),
    displayName,
    method: methodOf(uri),
    replaces: replacing[0],
    headers: uri.headers.filter(([name]) => !isReplaces(name)),
  }
}

/** Where a REFER of ours shall lead. */
export type ReferWish = Pick<ReferTarget, 'uri'> & Partial<Pick<ReferTarget, 'replaces' | 'headers'>>

/** The value of Refer-To. `uri` is a SIP URI, or of another scheme when nothing goes with it. */
export function printReferTo({ uri, replaces, headers = [] }: ReferWish): string {
  const parsed = parseUri(uri)
  if (parsed?.scheme !== 'sip' && parsed?.scheme !== 'sips') return `<${uri}>`
  const own: readonly HeaderField[] = replaces === undefined ? [] : [['Replaces', Replaces.print(replaces)]]
  return `<${printUri({ ...parsed, headers: [...parsed.headers, ...own, ...headers] })}>`
}

function isReplaces(name: string): boolean {
  return name.toLowerCase() === 'replaces'
}

function methodOf(uri: SipUri): SipMethod {
  return uri.params.find(({ name }) => name === 'method')?.value?.toUpperCase() ?? 'INVITE'
}
