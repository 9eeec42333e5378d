import type { Logger } from '@klinke/foundation'
import { z } from 'zod'

/** Nested values, such as a described error, become text. */
const field = z.union([z.string(), z.number(), z.boolean(), z.null(), z.unknown().transform((value) => JSON.stringify(value))])
const lineSchema = z.object({ level: z.enum(['debug', 'info', 'warn', 'error']), message: z.string(), time: z.string() }).catchall(field)

/** Writes a line of the public network's log to ours, with its own level and fields; other text, such as a crash, is a warning. */
export function forwardLog(logger: Logger, line: string): void {
  const parsed = lineSchema.safeParse(jsonOf(line))
  if (!parsed.success) {
    logger.warn(`public network: ${line}`)
    return
  }
  // Our line has a time of its own.
  const { level, message, time: _, ...fields } = parsed.data
  logger[level](`public network: ${message}`, fields)
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
