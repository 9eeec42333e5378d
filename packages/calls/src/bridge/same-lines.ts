import { type MediaDescription, parseSdp } from '@klinke/rtp'

/**
 * Whether an offer changes nothing but what the media engine can answer for a party by itself: the direction (hold, resume),
 * addresses, the choice among audio codecs. Fax (T.38), video and further lines concern the other party as well.
 *
 * `agreed` is the answer of the last exchange: its lines with a port are in use.
 */
export function concernsSoundOnly(offer: string, agreed: string | undefined): boolean {
  const offered = linesOf(offer)
  const before = agreed === undefined ? undefined : linesOf(agreed)
  if (offered === undefined || before === undefined) return false
  if (!before.every(isSoundOrOff) || !offered.some((line) => isOn(line) && line.kind === 'audio')) return false
  // A line that was refused before is refused again; one that is new is a new question.
  return offered.every((line, index) => !isOn(line) || before[index]?.kind === line.kind)
}

/** True when a fax goes by T.38 from this exchange on: a line of images is in use. */
export function carriesFax(agreed: string | undefined): boolean {
  return agreed !== undefined && (linesOf(agreed) ?? []).some((line) => isOn(line) && line.kind === 'image')
}

function linesOf(sdp: string): readonly MediaDescription[] | undefined {
  const parsed = parseSdp(sdp)
  return parsed.ok ? parsed.value.media : undefined
}

function isOn({ port }: MediaDescription): boolean {
  return port !== 0
}

function isSoundOrOff(line: MediaDescription): boolean {
  return line.kind === 'audio' || !isOn(line)
}
