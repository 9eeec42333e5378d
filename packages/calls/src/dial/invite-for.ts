import type { Endpoint } from '@klinke/rtp'
import { From, type HeaderField, type OutgoingInvite, parseSip, printNameAddr, userText } from '@klinke/sip'
import type { Call } from '../call/call.ts'
import type { DialTarget, RingOptions } from '../exchange/exchange.ts'
import { headersForInvite, headersForParty, hopsLeft, inPlaceOf } from '../header-policy.ts'
import type { UnsettledMedia } from '../leg/leg.ts'
import { partyAddress } from '../party-address.ts'

/** The caller's own offer, relayed; or the media engine's, to a party that is to be connected with one whose media ends here. */
export async function offerFor(
  call: Call,
  endpoint: Endpoint,
  endsHere: boolean,
): Promise<{ offer: string | undefined; unsettled: UnsettledMedia }> {
  const { caller, media } = call
  if (caller === undefined || endsHere || call.parties.endsHere) {
    const options = call.parties.hasPrincipal ? { like: call.principal.endpoint } : {}
    try {
      return { offer: await media.offer(endpoint, options), unsettled: { kind: 'here' } }
    } catch (error) {
      // Help is called without media of ours: the control centre makes the offer, which the caller's phone answers (EMG-01).
      if (!call.emergency) throw error
      return { offer: undefined, unsettled: { kind: 'late' } }
    }
  }
  if (caller.offer === undefined) return { offer: undefined, unsettled: { kind: 'late' } }
  const offer = await media.relayOffer(caller.endpoint, endpoint, caller.offer)
  return { offer, unsettled: { kind: 'relayed', from: caller.endpoint } }
}

/** The INVITE to one target. */
export function inviteFor(call: Call, target: DialTarget, options: RingOptions, offer: string | undefined): OutgoingInvite {
  const { uri, to, destination, route, credentials } = target
  const parts = target.parts ?? call.caller?.invite.parts ?? []
  const from = labelled(fromFor(call, target), target.label)
  const identity: readonly HeaderField[] = target.label === undefined ? [] : [['P-Asserted-Identity', from]]
  const own = [...referredBy(call), ...identity, ...(target.headers ?? []), ...(options.headers ?? [])]
  return {
    uri,
    from,
    to,
    destination,
    route,
    headers: inPlaceOf(callerSays(call, target), headersForParty(own, target.party)),
    maxForwards: hopsLeft(call.request) - 1,
    ...timerFor(call, target),
    // A late offer leaves no place for an answer before the caller's ACK, so nothing may carry an offer before the 2xx.
    reliableProvisional: offer === undefined ? 'none' : (target.reliableProvisional ?? 'supported'),
    ...(target.withoutReplaces === true && { withoutReplaces: true }),
    ...(offer !== undefined && { offer }),
    ...(parts.length > 0 && { parts }),
    ...(credentials !== undefined && { credentials }),
  }
}

function timerFor(
  { profile }: Call,
  { sessionExpiresSeconds = profile.sessionExpiresSeconds }: DialTarget,
): Pick<OutgoingInvite, 'sessionExpiresSeconds'> {
  return sessionExpiresSeconds === null ? {} : { sessionExpiresSeconds }
}

/** A position that the caller sends goes with its body part, not where another part stands in its place. */
function callerSays({ request }: Call, { parts }: DialTarget): readonly HeaderField[] {
  const fields = headersForInvite(request)
  return parts === undefined ? fields : fields.filter(([name]) => !name.startsWith('Geolocation'))
}

/** An extension to which a party is transferred sees that party as its caller, not the one who transfers. */
function fromFor({ undertaking }: Call, { from, party, nameOf }: DialTarget): string {
  const shown = undertaking?.shown
  const host = shown === undefined || party.extensionId === undefined ? undefined : parseSip(From.parse(from)?.uri ?? '')?.host
  if (shown === undefined || host === undefined) return from
  return partyAddress(nameOf?.(shown) ?? shown.displayName, shown.number, host)
}

/** Phones show the name of P-Asserted-Identity, if there is one, in place of that of From: both say it. */
function labelled(from: string, label: string | undefined): string {
  const caller = label === undefined ? undefined : From.parse(from)
  if (caller === undefined) return from
  const name = caller.displayName ?? userOf(caller.uri)
  return printNameAddr({ ...caller, displayName: name === undefined ? label : `${label}: ${name}`, params: [] })
}

function userOf(uri: string): string | undefined {
  const parsed = parseSip(uri)
  return parsed && userText(parsed)
}

/** RFC 3892 §3: who asked for this call. */
function referredBy({ undertaking }: Call): readonly HeaderField[] {
  return undertaking?.referredBy === undefined ? [] : [['Referred-By', undertaking.referredBy]]
}
