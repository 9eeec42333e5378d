import type { OpenSlice, Slice } from '../slices/slice.ts'
import { LastAttempts } from './attempts.ts'
import { completionFeatures } from './codes.ts'
import { Completions, type CompletionsParts } from './completions.ts'
import { offerCallback } from './offer-callback.ts'
import { completionRoutes } from './routes.ts'
import { completionProblems } from './rules.ts'
import { CompletionService } from './serve-completions.ts'
import { storedCompletions } from './store.ts'

/** Calls that are made again when their target can be reached (CALL-01): callback on busy and on no answer, automatic redial. */
export const callCompletion: Slice = {
  area: 'extensions',
  problems: completionProblems,
  open: ({ database, ...services }) => {
    const { completions, ...calls } = openCompletion({ ...services, store: storedCompletions(database) })
    return { ...calls, routes: completionRoutes({ database, completions, directory: services.directory }) }
  },
}

/** The part of it that calls see. */
export function openCompletion(parts: CompletionsParts): OpenSlice & { readonly completions: Completions } {
  const completions = new Completions(parts)
  const attempts = new LastAttempts()
  return {
    completions,
    features: completionFeatures({ completions, attempts }),
    attempted: (attempt) => {
      const ended = attempts.begun(attempt)
      return (outcome, call, { exchange, pbx: { prompts } }) => {
        ended(outcome)
        return offerCallback(outcome, { call, exchange, prompts, attempt, attempts, completions })
      }
    },
    begin: (work) => {
      void completions.restore().catch((error: unknown) => {
        parts.logger.error('the callbacks of before the restart could not be read', {
          error: error instanceof Error ? error : new Error(String(error)),
        })
      })
      return new CompletionService(completions, work)
    },
  }
}
