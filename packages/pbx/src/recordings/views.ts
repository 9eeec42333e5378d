import type { Principal } from '@klinke/platform'
import { z } from 'zod'
import { partyView, viewParty } from '../call-view.ts'
import { isComplete, type KeptRecording, type RecordingHead } from './recording.ts'

const causeView = z.object({
  kind: z.enum(['rule', 'code', 'api', 'conference']),
  ruleId: z.string().optional(),
  reason: z.string().optional().describe('Of the rule: the purpose'),
  extensionId: z.string().optional(),
  roomId: z.string().optional(),
})
const consentView = z.object({
  number: z.string(),
  displayName: z.string().nullable(),
  how: z.enum(['told', 'agreed']).describe('`told`: heard the announcement and did not decline; `agreed`: pressed 1'),
  at: z.iso.datetime(),
})

export const headView = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  callId: z.string().describe('Of the call record'),
  startedAt: z.iso.datetime(),
  cause: causeView,
  channels: z.enum(['separate', 'mixed']),
  parties: z.array(partyView.extend({ channel: z.enum(['left', 'right', 'mixed']) })),
  consents: z.array(consentView),
  continues: z.string().nullable().describe('The recording that it goes on from, with another party'),
})
export const recordingView = headView.extend({
  endedAt: z.iso.datetime(),
  durationSeconds: z.number(),
  octets: z.int(),
  complete: z.boolean().describe('False when it was cut off: `endedBecause` says by what'),
  endedBecause: z.enum([
    ...['stopped', 'call-ended', 'party-left', 'declined', 'length-limit'],
    ...['storage-full', 'disk-full', 'failed', 'restart'],
  ] as const),
})

export function viewHead(head: RecordingHead, principal: Principal): z.infer<typeof headView> {
  const { id, tenantId, callId, cause, channels, parties, consents, continues } = head
  return {
    ...{ id, tenantId, callId, startedAt: iso(head.startedAtMs), cause: { ...cause }, channels, continues: continues ?? null },
    parties: parties.map((party) => ({ ...viewParty(party, principal), channel: party.channel })),
    consents: consents.map(({ number, displayName, how, atMs }) => ({ number, displayName: displayName ?? null, how, at: iso(atMs) })),
  }
}

export function viewRecording(recording: KeptRecording, principal: Principal): z.infer<typeof recordingView> {
  const { octets, durationMs, endedAtMs, because } = recording
  const end = { endedAt: iso(endedAtMs), durationSeconds: durationMs / 1000, endedBecause: because, complete: isComplete(recording) }
  return { ...viewHead(recording, principal), ...end, octets }
}

export function iso(ms: number): string {
  return new Date(ms).toISOString()
}
