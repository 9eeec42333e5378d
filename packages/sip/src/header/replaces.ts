import { CallId } from './call-id.ts'
import { trimSpace } from './characters.ts'
import type { HeaderType } from './header-type.ts'
import { hasParam, type Params, paramToken, parseParams, printParams } from './params.ts'

/** Replaces, RFC 3891 §6.1: the dialog that the new INVITE takes the place of. */
export interface Replaces {
  readonly callId: string
  /** The tag of the side that gets the INVITE. */
  readonly toTag: string
  readonly fromTag: string
  /** Only if the dialog is not confirmed yet. */
  readonly earlyOnly: boolean
  /** Parameters other than those above. */
  readonly params: Params
}

const OWN: ReadonlySet<string> = new Set(['to-tag', 'from-tag', 'early-only'])

export const Replaces: HeaderType<Replaces> = {
  name: 'Replaces',
  parse(text) {
    const semicolon = text.indexOf(';')
    if (semicolon < 0) return undefined
    const callId = CallId.parse(trimSpace(text.slice(0, semicolon)))
    const params = parseParams(text, semicolon)
    if (callId === undefined || params === undefined) return undefined
    const toTag = paramToken(params, 'to-tag')
    const fromTag = paramToken(params, 'from-tag')
    if (toTag === undefined || fromTag === undefined) return undefined
    return { callId, toTag, fromTag, earlyOnly: hasParam(params, 'early-only'), params: params.filter(({ name }) => !OWN.has(name)) }
  },
  print: ({ callId, toTag, fromTag, earlyOnly, params }) =>
    `${callId};to-tag=${toTag};from-tag=${fromTag}${earlyOnly ? ';early-only' : ''}${printParams(params)}`,
}
