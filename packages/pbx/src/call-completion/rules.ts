import type { TenantProfile } from '@klinke/accounts'
import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import { z } from 'zod'
import type { CompletionKind } from './completion.ts'

/** All that one node waits for. */
export const MAX_COMPLETIONS = 10_000
/** Who waits for one callee at a time. ETSI EN 300 359-1 lets five; a busy colleague in a larger house has more callers. */
export const MAX_FOR_ONE_CALLEE = 20

const MINUTE_MS = 60_000
const SECOND_MS = 1000

/** What a tenant's profile says about completion, with the product's values where it says nothing. */
export interface CompletionProfile {
  readonly perExtension: number
  /** Undefined: who does not answer its own callback is not called again. */
  readonly againMs: number | undefined
  readonly redialEveryMs: number
  readonly redialAttempts: number
}

export function completionProfile(profile: TenantProfile): CompletionProfile {
  const { callbacksPerExtension = 5, callbackAgainMinutes, redialEverySeconds = 60, redialAttempts = 10 } = profile
  return {
    perExtension: callbacksPerExtension,
    againMs: callbackAgainMinutes === undefined || callbackAgainMinutes === null ? undefined : callbackAgainMinutes * MINUTE_MS,
    redialEveryMs: redialEverySeconds * SECOND_MS,
    redialAttempts,
  }
}

/** How long something of that kind is waited for. */
export function durationMs(kind: CompletionKind, profile: TenantProfile): number {
  const { callbackBusyMinutes = 45, callbackNoAnswerMinutes = 180 } = profile
  return (kind === 'no-answer' || kind === 'not-registered' ? callbackNoAnswerMinutes : callbackBusyMinutes) * MINUTE_MS
}

export const newCompletion = z.strictObject({
  tenantId: z.uuid().optional().describe('Required with an operator key'),
  extensionId: z.uuid().describe('Who is called first'),
  number: z
    .string()
    .regex(/^\+?\d{2,20}$/)
    .meta({ examples: ['+4922112345670'] })
    .describe('As that extension would dial it'),
  kind: z.enum(['callback', 'redial']).default('callback').describe('A callback to somebody outside is a redial'),
})

export class NotCompletable extends KlinkeError {
  constructor(number: string) {
    super('not-completable', `Nobody can be called back at ${number}: it must be an extension or a telephone number, and not the own one.`)
  }
}

export class TooManyCompletions extends KlinkeError {
  constructor() {
    super('too-many-completions', 'As many callbacks as are allowed are waited for already. Delete one that is not needed.')
  }
}

export const completionProblems: ProblemTable = {
  'not-completable': {
    status: 422,
    title: { en: 'No callback possible', de: 'Kein Rückruf möglich' },
    germanDetail: 'Dort kann niemand zurückgerufen werden: Es muss eine Nebenstelle oder eine Rufnummer sein, und nicht die eigene.',
  },
  'too-many-completions': {
    status: 409,
    title: { en: 'Too many callbacks', de: 'Zu viele Rückrufe' },
    germanDetail: 'Auf mehr Rückrufe wird nicht gewartet. Löschen Sie einen, der nicht gebraucht wird.',
  },
}
