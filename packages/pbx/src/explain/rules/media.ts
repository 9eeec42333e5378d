import type { LegMedia } from '@klinke/calls'
import { isPrivateAddress } from '@klinke/rtp'
import type { Finding } from '../diagnose.ts'
import type { Evidence } from '../evidence.ts'

/** Shorter calls say nothing about their sound: hardly a packet was due. */
const LEAST_SECONDS = 2
/** ITU-T G.113 appendix I: from here on a listener notices, with packet loss concealment. */
const LOSS_PERCENT = 3
/** More than the jitter buffers of most phones even out. */
const JITTER_MS = 40
/** ITU-T G.114: 150 ms one way is the limit for most conversations; both ways, and what phones add. */
const ROUND_TRIP_MS = 400

type Party = 'caller' | 'called'

/** What was wrong with the sound of an answered call. */
export function mediaFault(evidence: Evidence): Finding | undefined {
  const { media, talkedSeconds = 0 } = evidence
  if (talkedSeconds < LEAST_SECONDS) return undefined
  const { caller, called } = media
  const silent: readonly Party[] = [...(isSilent(caller) ? (['caller'] as const) : []), ...(isSilent(called) ? (['called'] as const) : [])]
  const [first] = silent
  if (first !== undefined) return silenceOf(silent, first, evidence)
  return caller === undefined && called === undefined ? undefined : (qualityOf('caller', evidence) ?? qualityOf('called', evidence))
}

/** It has a media line, and not a packet came by it. */
function isSilent(media: LegMedia | undefined): boolean {
  return media !== undefined && media.packetsReceived === 0 && media.codec !== undefined
}

function silenceOf(silent: readonly Party[], first: Party, evidence: Evidence): Finding {
  for (const party of silent) {
    const hidden = privateAddressOf(party, evidence)
    if (hidden !== undefined) return { code: 'nat-private-address', facts: { party: numberOf(party, evidence), ...hidden } }
  }
  if (silent.length === 2) return { code: 'no-audio' }
  return { code: first === 'caller' ? 'one-way-audio-from-caller' : 'one-way-audio-from-called' }
}

/** The private address in the party's session description, when its messages come from another one. */
function privateAddressOf(party: Party, { ladder, callerCallId }: Evidence): { address: string; source: string } | undefined {
  for (const { direction, sdp, sipCallId, peer } of ladder) {
    if (direction !== 'received' || sdp === undefined || (sipCallId === callerCallId) !== (party === 'caller')) continue
    const address = /^c=IN IP[46] (\S+)/m.exec(sdp)?.[1]
    const source = peer.slice(0, peer.lastIndexOf(':')).replace(/^\[|\]$/g, '')
    if (address !== undefined && address !== source && isPrivateAddress(address)) return { address, source }
  }
  return undefined
}

function qualityOf(party: Party, evidence: Evidence): Finding | undefined {
  const media = evidence.media[party]
  if (media === undefined || media.packetsReceived === 0) return undefined
  const { packetsReceived, packetsLost, jitterMs, roundTripMs } = media
  const percent = (100 * packetsLost) / (packetsReceived + packetsLost)
  const name = numberOf(party, evidence)
  if (percent >= LOSS_PERCENT) return { code: 'high-loss', facts: { party: name, percent: percent.toFixed(1) } }
  const jitter = Math.max(jitterMs, ...(media.samples ?? []).map((sample) => sample.jitterMs))
  if (jitter >= JITTER_MS) return { code: 'high-jitter', facts: { party: name, ms: jitter.toFixed(0) } }
  if (roundTripMs !== undefined && roundTripMs >= ROUND_TRIP_MS)
    return { code: 'high-delay', facts: { party: name, ms: roundTripMs.toFixed(0) } }
  return undefined
}

function numberOf(party: Party, { callerNumber, calledNumber }: Evidence): string {
  return party === 'caller' ? callerNumber : calledNumber
}
