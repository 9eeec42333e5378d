import type { MediaSession } from '@klinke/rtp'
import type { Leg } from '../leg/leg.ts'
import type { LegDialog } from '../leg/leg-dialog.ts'

/** An answered party. */
export type Party = Pick<Leg, 'endpoint'> & { readonly dialog: LegDialog }

/** Fetches a fresh offer of `from` and has `to` answer it (RFC 3725 §7). If either refuses, the media stays as it is. */
export async function renegotiate(from: Party, to: Party, media: MediaSession): Promise<void> {
  const theirs = await from.dialog.session.askForOffer()
  if (theirs.kind !== 'answered') return
  const outcome = await to.dialog.session.offer(await media.relayOffer(from.endpoint, to.endpoint, theirs.sdp))
  // `from` waits for an answer in its ACK; a refusal of `to` leaves it none it could take.
  if (outcome.kind === 'answered') return from.dialog.session.acknowledge(await media.relayAnswer(to.endpoint, from.endpoint, outcome.sdp))
  await media.rejectOffer(from.endpoint, to.endpoint)
  return from.dialog.bye()
}
