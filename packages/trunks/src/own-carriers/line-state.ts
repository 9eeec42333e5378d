import { z } from 'zod'
import { inWords } from '../carriers/state-routes.ts'
import type { CarrierStatus } from '../lines/carrier-status.ts'

/**
 * How the line to a provider stands. It changes by itself, so it is told beside the provider and in the list, and is no part of what a change is compared with
 * (`If-Match`).
 */
export const lineState = z.object({
  state: z
    .enum(['registering', 'registered', 'failed', 'probing', 'up', 'down'])
    .nullable()
    .describe('How its line stands; null: just made'),
  lastError: z.object({ de: z.string(), en: z.string() }).nullable().describe('What went wrong last, until something goes right'),
})

/** `undefined`: the line is not set up yet. */
export function lineStateOf(status: CarrierStatus | undefined): z.infer<typeof lineState> {
  const fault = status?.lastError
  return { state: status?.state ?? null, lastError: fault === undefined ? null : inWords(fault) }
}
