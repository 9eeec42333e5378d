import { printNameAddr, printUri, type SipUri, sipUri } from '@klinke/sip'

/** A party as From, To or P-Asserted-Identity name it: `"Name" <sip:user@host>`. The user and the name are plain text. */
export function partyAddress(displayName: string | undefined, user: string, host: string, params: SipUri['params'] = []): string {
  return printNameAddr({ displayName, uri: printUri(sipUri({ user, host, params })), params: [] })
}
