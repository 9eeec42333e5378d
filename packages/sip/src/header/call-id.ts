import type { HeaderType } from './header-type.ts'

/** `word [ "@" word ]` of RFC 3261 §25.1. */
const CALL_ID = /^[\w\-.!%*+`'~()<>:\\"/[\]?{}]+(?:@[\w\-.!%*+`'~()<>:\\"/[\]?{}]+)?$/

/** Call-ID, RFC 3261 §20.8: compared with case, byte by byte. */
export const CallId: HeaderType<string> = {
  name: 'Call-ID',
  parse: (text) => (CALL_ID.test(text) ? text : undefined),
  print: (callId) => callId,
}
