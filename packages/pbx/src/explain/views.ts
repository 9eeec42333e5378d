import type { LegMedia } from '@klinke/calls'
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
    ...{ at: new Date(atMs).toISOString(), direction, party, peer, protocol, sipCallId, method },
    ...{ status: rung.status ?? null, phrase: rung.phrase ?? null, reason: rung.reason ?? null },
    ...{ authenticates: rung.authenticates === true, userAgent: rung.userAgent ?? null, sdp: rung.sdp ?? null },
  }
}

export function viewDirection(totals: LegMedia | null, samples: CallTrace['samples']['caller']): z.infer<typeof directionView> {
  return { totals: viewMedia(totals), samples: [...samples] }
}
