export type LogFields = Readonly<Record<string, string | number | boolean | bigint | null | undefined | Error>>

/** Structured log: one line per fact. Never a password, a PIN or the content of a message. */
export interface Logger {
  debug(message: string, fields?: LogFields): void
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  error(message: string, fields?: LogFields): void
  /** A logger that adds `fields` (such as `call`, `tenant`) to each line. */
  child(fields: LogFields): Logger
}

const nothing = (): void => undefined

export const silentLogger: Logger = { debug: nothing, info: nothing, warn: nothing, error: nothing, child: () => silentLogger }
