import { z } from 'zod'
import type { LookupAnswer } from './lookup.ts'

/** Longest result: what a flow can tell apart. */
const MAX_RESULT_LENGTH = 100

const answer = z.object({
  result: z.union([z.string(), z.number(), z.boolean()]).transform(String),
  displayText: z.string().trim().min(1).max(60).optional(),
})

/** A word, or JSON with `result` and `displayText`. */
export function readAnswer(body: string): LookupAnswer {
  const text = body.trim()
  const read = text.startsWith('{')
    ? answer.safeParse(parsed(text))
    : { success: true as const, data: { result: text, displayText: undefined } }
  if (!read.success) return { kind: 'failed', why: 'the answer is no JSON with a result' }
  const { result, displayText } = read.data
  if (result.length > MAX_RESULT_LENGTH) return { kind: 'failed', why: 'the result is too long' }
  return { kind: 'answered', result, displayText }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
