import type { CallAnswered, CallEnded, CallParty, CallStarted, LegMedia } from '@klinke/calls'

/** Calls as call control reports them, for tests. */
export const ALICE = '018f0000-0000-7000-8000-00000000000a'
export const BOB = '018f0000-0000-7000-8000-00000000000b'
export const ANNA = '018f0000-0000-7000-8000-0000000000a1'
export const ALF = '018f0000-0000-7000-8000-0000000000a2'

export const anna: CallParty = { tenantId: ALICE, extensionId: ANNA, number: '10', displayName: 'Anna' }
export const alf: CallParty = { tenantId: ALICE, extensionId: ALF, number: '11', displayName: undefined }

export const media: LegMedia = {
  packetsReceived: 500,
  bytesReceived: 86_000,
  packetsSent: 499,
  bytesSent: 85_828,
  packetsLost: 1,
  jitterMs: 1.25,
  roundTripMs: undefined,
  mos: 4.41,
  codec: 'PCMA',
}

export const START_MS = Date.UTC(2026, 10, 21, 9)

export function started(id: string, change: Partial<CallStarted> = {}): CallStarted {
  return {
    id,
    tenantId: ALICE,
    direction: 'internal',
    caller: anna,
    called: alf,
    startedAtMs: START_MS,
    sipCallId: `${id}@192.0.2.1`,
    emergency: false,
    ...change,
  }
}

export function answered(id: string, change: Partial<CallAnswered> = {}): CallAnswered {
  return { id, tenantId: ALICE, answeredAtMs: START_MS + 4_000, answeredBy: alf, ...change }
}

export function ended(id: string, change: Partial<CallEnded> = {}): CallEnded {
  return {
    id,
    tenantId: ALICE,
    endedAtMs: START_MS + 64_000,
    cause: 'hung-up-by-caller',
    sipStatus: undefined,
    route: [{ atMs: START_MS, step: 'forked', detail: 'one device' }],
    callerMedia: media,
    calledMedia: undefined,
    ...change,
  }
}
