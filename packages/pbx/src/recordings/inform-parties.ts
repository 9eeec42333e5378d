import type { Call, Leg, Talk } from '@klinke/calls'
import type { PromptId } from '../prompts/catalogue.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import { type Answer, askConsent, keepCompany } from './ask-consent.ts'
import type { Consents } from './consents.ts'
import { isOwn } from './policy.ts'
import type { RecordingSpeech } from './speech.ts'

/** What it takes to tell the parties of a conversation something about its recording. */
export interface Informing {
  readonly call: Call
  /** Who records. */
  readonly tenant: PbxSnapshot
  readonly consents: Consents
  readonly speech: RecordingSpeech
}

/** Those who are to be told. */
export type Told = Pick<Talk, 'over'> & { readonly legs: readonly Leg[] }

/** The worse an answer is, the further behind. */
const ANSWERS: readonly Answer[] = ['consents', 'interrupted', 'unheard', 'declines']

/**
 * Tells or asks those who have not answered yet (LAW-06). Meanwhile nobody hears another; `Talk.arrange` comes after. The worst
 * answer of all counts: a recording needs everybody.
 */
export async function informParties(talk: Told, informing: Informing): Promise<Answer> {
  const { call, consents } = informing
  const pending = talk.legs.filter((leg) => consents.of(leg) === undefined)
  if (pending.length === 0) return 'consents'
  const asking = pending.some((leg) => mustAgree(leg, informing))
  let waitedFor = pending.length
  const inform = async (leg: Leg): Promise<Answer> => {
    try {
      const answer = pending.includes(leg) ? await informOne(leg, informing, asking) : 'consents'
      if (pending.includes(leg)) waitedFor--
      if (waitedFor > 0 && !talk.over) await keepCompany(call, leg)
      return answer
    } catch {
      // Its media is gone, and it with it.
      return 'interrupted'
    }
  }
  const answers = await Promise.all(talk.legs.map(inform))
  return ANSWERS.findLast((answer) => answers.includes(answer)) ?? 'consents'
}

/** Both hear it; then each other again. */
export async function tellBoth(id: PromptId, talk: Talk, { call, tenant, speech }: Informing): Promise<void> {
  const say = async (leg: Leg): Promise<void> => {
    const playback = await call.media.play(leg.endpoint, speech.source(id, leg, tenant))
    await playback.ended
  }
  if (talk.over) return
  await Promise.allSettled(talk.legs.map(say))
  if (!talk.over) await talk.arrange()
}

/** That party alone hears it, beside the talk; then the other one again. */
export async function tellOne(
  id: PromptId,
  leg: Leg,
  talk: Talk,
  { call, tenant, speech }: Pick<Informing, 'call' | 'tenant' | 'speech'>,
): Promise<void> {
  if (talk.over) return
  const playback = await call.media.play(leg.endpoint, speech.source(id, leg, tenant))
  // Stopped: it hears something else already.
  if ((await playback.ended) !== 'stopped' && !talk.over) await talk.arrange()
}

/** Asks a party outside before it talks to anybody, such as the caller of a queue. */
export function askAlone(leg: Leg, informing: Informing): Promise<Answer> {
  return informOne(leg, informing, false)
}

/** `waits`: another one has to agree meanwhile. */
function informOne(leg: Leg, informing: Informing, waits: boolean): Promise<Answer> {
  const { call, tenant, consents, speech } = informing
  const agree = mustAgree(leg, informing)
  const told: readonly PromptId[] = waits ? ['recording-notice', 'recording-asking'] : ['recording-notice']
  const source = speech.source(agree ? 'recording-consent' : told, leg, tenant)
  return askConsent(call, leg, { source, mustAgree: agree }, consents)
}

function mustAgree({ party }: Leg, { tenant }: Informing): boolean {
  return tenant.recordings.policy.consent === 'ask' && !isOwn(tenant.id, party)
}
