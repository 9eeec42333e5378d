import { AssertionError, KlinkeError, type LogFields, type Logger } from '@klinke/foundation'
import { type DestinationStream, type LoggerOptions, type Logger as Pino, pino } from 'pino'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** Field names whose value is a secret whoever logs it; the value is replaced, so that a slip does not publish it. */
const SECRET_FIELDS = ['password', 'secret', 'token', 'authorization', 'pin', 'ha1', 'apiKey', 'key']

/** The product's log: one JSON line per fact on standard output, or on `destination`. */
export function jsonLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    messageKey: 'message',
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: SECRET_FIELDS, censor: '[secret]' },
  }
  return wrap(destination ? pino(options, destination) : pino(options))
}

function wrap(logger: Pino): Logger {
  return {
    debug: (message, fields) => logger.debug(plain(fields), message),
    info: (message, fields) => logger.info(plain(fields), message),
    warn: (message, fields) => logger.warn(plain(fields), message),
    error: (message, fields) => logger.error(plain(fields), message),
    child: (fields) => wrap(logger.child(plain(fields))),
  }
}

/** Errors become text and bigints decimal digits, because JSON knows neither. */
function plain(fields: LogFields | undefined): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fields ?? {})) {
    if (value instanceof Error) out[name] = describe(value)
    else out[name] = typeof value === 'bigint' ? value.toString() : value
  }
  return out
}

/** The stack tells where a bug is. An expected failure and what caused it have none to find, and their text says it all. */
function describe(error: Error, withStack: boolean = isBug(error)): Record<string, unknown> {
  const cause = error.cause instanceof Error ? describe(error.cause, withStack) : undefined
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return { name: error.name, message: error.message, code, stack: withStack ? error.stack : undefined, cause }
}

function isBug(error: Error): boolean {
  return !(error instanceof KlinkeError) || error instanceof AssertionError
}
