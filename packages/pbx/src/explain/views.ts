import type { LegMedia } from '@klinke/calls'
import { legible } from '@klinke/foundation'
import { z } from 'zod'
import { mediaView, viewMedia } from '../call-view.ts'
import type { Diagnosis } from './diagnose.ts'
import type { CallTrace, Rung } from './trace.ts'

/** How explanations look in the API. */
export const diagnosisView = z.object({
  code: z.string().describe('Stable name of the cause, such as "one-way-audio-from-caller", "device-offline"'),
  severity: z.enum(['fine', 'notice', 'problem']).describe('"problem": something is to be mended'),
  sentence: z.object({ de: z.string(), en: z.string() }).describe('The cause and what to do about it'),
})

export const rungView = z.object({
  at: z.iso.datetime(),
  direction: z.enum(['received', 'sent']).describe('From where Klinke stands'),
  party: z.string().describe('Number of the party whose dialog it belongs to'),
  peer: z.string().describe('Address and port of the other side'),
  protocol: z.string(),
  sipCallId: z.string(),
  method: z.string().describe('Of the request, or of the one that is answered'),
  status: z.int().nullable().describe('null: a request'),
  phrase: z.string().nullable(),
  reason: z.string().nullable().describe('Reason or Warning, as sent'),
  authenticates: z.boolean().describe('The request answers a challenge; how is told nobody'),
  userAgent: z.string().nullable(),
  sdp: z.string().nullable().describe('Session description, with its keys blanked'),
})

const sampleView = z.object({
  atSeconds: z.number().describe('End of the interval, since the begin of the stream'),
  packets: z.int(),
  lost: z.int(),
  jitterMs: z.number(),
  roundTripMs: z.number().nullable(),
  mos: z.number().nullable(),
})

export const directionView = z.object({
  totals: mediaView.nullable(),
  samples: z.array(sampleView).describe('Every five seconds, in long calls farther apart'),
})

export function viewDiagnosis({ code, severity, sentence }: Diagnosis): z.infer<typeof diagnosisView> {
  return { code, severity, sentence }
}

export function viewRung(rung: Rung): z.infer<typeof rungView> {
  const { atMs, direction, party, peer, protocol, sipCallId, method } = rung
  return {
    ...{
      at: new Date(atMs).toISOString(),
      direction,
      party: shown(party),
      peer,
      protocol,
      sipCallId: shown(sipCallId),
      method: shown(method),
    },
    ...{ status: rung.status ?? null, phrase: asSent(rung.phrase), reason: asSent(rung.reason) },
    ...{ authenticates: rung.authenticates === true, userAgent: asSent(rung.userAgent), sdp: linesAsSent(rung.sdp) },
  }
}

/** One line of a message. */
const MAX_LINE_CHARACTERS = 2_000

/** The other side has written it: nothing in it changes how the page around it reads. */
function shown(text: string): string {
  return legible(text, MAX_LINE_CHARACTERS)
}

function asSent(text: string | undefined): string | null {
  return text === undefined ? null : shown(text)
}

function linesAsSent(text: string | undefined): string | null {
  return text === undefined ? null : text.split(/\r?\n/).map(shown).join('\n')
}

export function viewDirection(totals: LegMedia | null, samples: CallTrace['samples']['caller']): z.infer<typeof directionView> {
  return { totals: viewMedia(totals), samples: [...samples] }
}
