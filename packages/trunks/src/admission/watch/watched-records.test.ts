import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CallEnded, CallStarted, LegMedia } from '@klinke/calls'
import { MemoryRecords } from '@klinke/calls/test-support'
import { watchedRecords } from './watched-records.ts'

const PARTY = { tenantId: undefined, extensionId: undefined, number: '1', displayName: undefined }
const SOUND: LegMedia = {
  ...{ packetsReceived: 100, bytesReceived: 1, packetsSent: 1, bytesSent: 1, packetsLost: 0, jitterMs: 0 },
  ...{ roundTripMs: undefined, mos: undefined, codec: undefined },
}
const SILENCE = { ...SOUND, packetsReceived: 0 }

interface Row {
  readonly head?: Partial<CallStarted>
  /** Undefined: nobody answers. */
  readonly answeredAtMs?: number
  readonly end: Partial<CallEnded> & Pick<CallEnded, 'cause' | 'endedAtMs'>
}

/** What is told of one call. */
function told({ head, answeredAtMs, end }: Row): readonly string[] {
  const facts: string[] = []
  const records = watchedRecords(new MemoryRecords(), (tenantId, call) => {
    facts.push(tenantId, ...Object.entries(call).flatMap(([name, count]) => (count === 1 ? [name] : [])))
  })
  const key = { id: 'c', tenantId: 'acme' }
  const about = { direction: 'outbound', caller: PARTY, called: PARTY, startedAtMs: 0, sipCallId: 'x', emergency: false } as const
  records.started({ ...key, ...about, ...head })
  if (answeredAtMs !== undefined) records.answered({ ...key, answeredAtMs, answeredBy: PARTY })
  records.ended({ ...key, sipStatus: undefined, route: [], callerMedia: SOUND, calledMedia: SOUND, ...end })
  return facts
}

const ROWS: readonly (readonly [what: string, row: Row, facts: readonly string[]])[] = [
  ['a conversation', { answeredAtMs: 5_000, end: { cause: 'hung-up-by-caller', endedAtMs: 60_000 } }, ['acme', 'answered']],
  ['nobody answers', { end: { cause: 'no-answer', endedAtMs: 30_000 } }, ['acme']],
  ['given up at once', { end: { cause: 'cancelled', endedAtMs: 4_999 } }, ['acme', 'rungOnly']],
  ['given up after a while', { end: { cause: 'cancelled', endedAtMs: 5_000 } }, ['acme']],
  [
    'answered, and the caller hangs up at once',
    { answeredAtMs: 5_000, end: { cause: 'hung-up-by-caller', endedAtMs: 7_999 } },
    ['acme', 'answered', 'abandoned'],
  ],
  [
    'answered, and the called hangs up at once',
    { answeredAtMs: 0, end: { cause: 'hung-up-by-called', endedAtMs: 500 } },
    ['acme', 'answered'],
  ],
  [
    'answered without sound of the caller',
    { answeredAtMs: 0, end: { cause: 'media-inactivity', endedAtMs: 60_000, callerMedia: SILENCE } },
    ['acme', 'answered', 'withoutMedia'],
  ],
  [
    'answered where nobody counts packets',
    { answeredAtMs: 0, end: { cause: 'hung-up-by-called', endedAtMs: 60_000, callerMedia: undefined } },
    ['acme', 'answered'],
  ],
  [
    'refused for want of a channel',
    { end: { cause: 'congestion', endedAtMs: 1, route: [{ atMs: 0, step: 'channels-in-use', detail: '' }] } },
    [],
  ],
  ['a call in', { head: { direction: 'inbound' }, end: { cause: 'no-answer', endedAtMs: 1 } }, []],
  ['a call for help', { head: { emergency: true }, end: { cause: 'cancelled', endedAtMs: 1 } }, []],
]
for (const [what, row, facts] of ROWS) test(`what is told of calls: ${what}`, () => assert.deepEqual(told(row), facts))
