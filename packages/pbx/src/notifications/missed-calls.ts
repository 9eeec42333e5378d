import type { Clock, Logger, Timer } from '@klinke/foundation'
import type { MailSender } from '@klinke/platform'
import type { PbxDirectory } from '../snapshot.ts'
import type { MissedCall } from './missed-call.ts'
import { missedCallMail } from './missed-call-mail.ts'

/** A mail goes out when so long nothing more was missed: whoever calls again and again is told once. */
export const QUIET_MS = 15_000
/** But no later than that after the first of them. */
export const MOST_WAIT_MS = 90_000
/** Calls that stand in one mail with all they are; further ones are counted. */
export const MAX_CALLS_IN_MAIL = 50

export interface MissedCallsOptions {
  readonly directory: Pick<PbxDirectory, 'tenant'>
  readonly mail: MailSender
  readonly portal: string
  readonly clock: Clock
  readonly logger: Logger
}

interface Waiting {
  readonly calls: MissedCall[]
  more: number
  readonly sinceMs: number
  timer: Timer
}

/** Collects what extensions miss, and mails it to users who want that. */
export class MissedCalls {
  readonly #options: MissedCallsOptions
  readonly #waiting = new Map<string, Waiting>()

  constructor(options: MissedCallsOptions) {
    this.#options = options
  }

  missed(call: MissedCall): void {
    const { clock } = this.#options
    const { extensionId } = call
    if (this.#addressOf(call) === undefined) return
    const waiting = this.#waiting.get(extensionId)
    if (waiting === undefined) {
      const timer = clock.after(QUIET_MS, () => void this.#send(extensionId))
      this.#waiting.set(extensionId, { calls: [call], more: 0, sinceMs: clock.nowMs(), timer })
      return
    }
    if (waiting.calls.length < MAX_CALLS_IN_MAIL) waiting.calls.push(call)
    else waiting.more++
    waiting.timer.cancel()
    const leftMs = Math.max(0, waiting.sinceMs + MOST_WAIT_MS - clock.nowMs())
    waiting.timer = clock.after(Math.min(QUIET_MS, leftMs), () => void this.#send(extensionId))
  }

  /** Sends what waits. */
  async close(): Promise<void> {
    await Promise.all([...this.#waiting.keys()].map((id) => this.#send(id)))
  }

  /** Where it is to be told; undefined: nowhere. A message that the mailbox mails is no news. */
  #addressOf({ tenantId, extensionId, hasLeftMessage }: MissedCall) {
    const tenant = this.#options.directory.tenant(tenantId)
    const settings = tenant?.notifications.get(extensionId)
    if (tenant === undefined || settings === undefined || !settings.missedCallMail || settings.mailTo === null) return undefined
    const box = tenant.voicemail.ofExtension.get(extensionId)
    const isMailed = hasLeftMessage && (box?.settings.mailTo ?? null) !== null
    return isMailed ? undefined : { tenant, to: settings.mailTo, language: settings.language }
  }

  async #send(extensionId: string): Promise<void> {
    const waiting = this.#waiting.get(extensionId)
    this.#waiting.delete(extensionId)
    waiting?.timer.cancel()
    const [first] = waiting?.calls ?? []
    const address = first && this.#addressOf(first)
    if (waiting === undefined || address === undefined) return
    const { mail, portal, logger } = this.#options
    const { tenant, to, language } = address
    const own = [...tenant.extensions.values()].find(({ id }) => id === extensionId)
    const frame = { tenant, language, portal, extension: own === undefined ? tenant.name : `${own.number} ${own.name}` }
    try {
      await mail.send({ to, ...missedCallMail(waiting.calls, waiting.more, frame) })
    } catch (error) {
      logger.warn('a mail about missed calls was not taken', {
        extension: extensionId,
        error: error instanceof Error ? error : new Error(String(error)),
      })
    }
  }
}
