import type { Text } from '@klinke/platform'
import { z } from 'zod'
import type { CallRecord } from '../call-records/record.ts'
import { stepView, viewStep } from '../call-view.ts'
import { stepSentence } from './step-sentence.ts'
import { CAUSE_WORDS } from './steps/values.ts'

export const timelineView = stepView.extend({
  sentence: z.object({ de: z.string(), en: z.string() }).describe('The decision with its reason; numbers in E.164 or as extensions'),
})
type Entry = z.infer<typeof timelineView>

/** Start, decisions, answer and end of a call, in order, each as a sentence. */
export function timelineOf(record: CallRecord): Entry[] {
  const route = (record.route ?? []).map((step): Entry => ({ ...viewStep(step), sentence: stepSentence(step) }))
  return [begin(record), ...route, ...answer(record), ...end(record)].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

function begin({ startedAt, caller, called }: CallRecord): Entry {
  const from = shown(caller.number)
  return {
    ...{ at: startedAt.toISOString(), step: 'started', detail: `${caller.number} → ${called.number}` },
    sentence: { de: `${from.de} ruft ${called.number} an.`, en: `${from.en} calls ${called.number}.` },
  }
}

function answer({ answeredAt, answeredBy }: CallRecord): readonly Entry[] {
  if (answeredAt === null) return []
  const by = shown(answeredBy?.number ?? '')
  const sentence =
    answeredBy === null
      ? { de: 'Der Anruf wird angenommen.', en: 'The call is answered.' }
      : { de: `${by.de} nimmt den Anruf an.`, en: `${by.en} answers the call.` }
  return [{ at: answeredAt.toISOString(), step: 'answered', detail: answeredBy?.number ?? '', sentence }]
}

function end({ endedAt, cause, sipStatus }: CallRecord): readonly Entry[] {
  if (endedAt === null) return []
  const words: Text = cause === null ? { de: 'ohne bekannten Grund', en: 'for no known reason' } : CAUSE_WORDS[cause]
  const status = sipStatus === null ? '' : ` (SIP ${sipStatus})`
  const sentence = { de: `Der Anruf ist zu Ende: ${words.de}${status}.`, en: `The call has ended: ${words.en}${status}.` }
  return [
    { at: endedAt.toISOString(), step: 'ended', detail: sipStatus === null ? (cause ?? '') : `${cause ?? ''} (${sipStatus})`, sentence },
  ]
}

function shown(number: string): Text {
  return number === 'anonymous' ? { de: 'Ein Anrufer ohne Nummer', en: 'A caller without a number' } : { de: number, en: number }
}
