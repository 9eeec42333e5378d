import type { Logger } from '@klinke/foundation'
import type { Database, Language, MailSender, Tx } from '@klinke/platform'
import { WARNING_PERCENT } from './day-counters.ts'
import { administratorsOf, noteGuardEvent } from './event-store.ts'
import { type GuardNotice, onceKey } from './notice.ts'
import { findGuardSettings, holdCountry } from './settings-store.ts'
import { countryName, limitName, type Words } from './words.ts'

export interface NoticeParts {
  readonly database: Database
  /** Undefined: no mail is sent, and the portal alone tells. */
  readonly mail: MailSender | undefined
  /** Where the portal is, without a slash behind it. */
  readonly portal: string
  readonly logger: Logger
}

/** Notices that wait for the database; more are dropped and logged: they come again with the next call that has cause. */
const MAX_WAITING = 1_000

/** What happened, as it is kept and mailed. */
export interface Event {
  readonly kind: string
  readonly onceKey: string
  readonly words: Words
}

/** Keeps what administrators should know, each thing once, and mails it. Calls never wait for it. */
export class GuardNotices {
  readonly #parts: NoticeParts
  readonly #under = new Set<Promise<boolean>>()

  constructor(parts: NoticeParts) {
    this.#parts = parts
  }

  /** False: it is not kept, which is logged, and may be told again. */
  notify(tenantId: string, notice: GuardNotice): Promise<boolean> {
    if (this.#under.size >= MAX_WAITING) {
      this.#parts.logger.warn('a notice of the cost guard was dropped: too many wait', { tenant: tenantId, kind: notice.kind })
      return Promise.resolve(false)
    }
    const work = this.#keep(tenantId, notice)
    this.#under.add(work)
    void work.finally(() => this.#under.delete(work))
    return work
  }

  /** Notes an event within `tx`; what is given sends its mail, once the transaction is through. */
  async note(tx: Tx, tenantId: string, event: Event): Promise<() => Promise<void>> {
    if (!(await noteGuardEvent(tx, { tenantId, ...event }))) return () => Promise.resolve()
    const { mailTo } = await findGuardSettings(tx)
    const administrators = await administratorsOf(tx, tenantId)
    const [first] = administrators
    const to = mailTo === null ? administrators : [{ email: mailTo, language: first?.language ?? ('de' as const) }]
    return () => this.#mail(to, event.words)
  }

  /** Waits for those that are under way. */
  async close(): Promise<void> {
    await Promise.allSettled([...this.#under])
  }

  async #keep(tenantId: string, notice: GuardNotice): Promise<boolean> {
    const { database, logger } = this.#parts
    try {
      const send = await database.withTenant(tenantId, async (tx) => {
        if (notice.kind === 'country-held') {
          const { country, number, extension } = notice
          await holdCountry(tx, { tenantId, country, number, extensionId: extension?.id ?? null })
        }
        return this.note(tx, tenantId, { kind: notice.kind, onceKey: onceKey(notice), words: noticeWords(notice) })
      })
      await send()
      return true
    } catch (error) {
      logger.warn('a notice of the cost guard was not kept', { tenant: tenantId, kind: notice.kind, error: String(error) })
      return false
    }
  }

  async #mail(to: readonly { readonly email: string; readonly language: Language }[], words: Words): Promise<void> {
    const { mail, portal, logger } = this.#parts
    for (const { email, language } of mail === undefined ? [] : to) {
      try {
        await mail?.send({ to: email, subject: SUBJECT[language], text: `${words[language]}\n\n${portal}/cost-guard\n` })
      } catch (error) {
        logger.warn('a mail of the cost guard was not taken', { error: String(error) })
      }
    }
  }
}

const SUBJECT: Words = { de: 'Kostenschutz Ihrer Telefonanlage', en: 'Cost guard of your telephone system' }

function noticeWords(notice: GuardNotice): Words {
  const of =
    notice.extension === undefined
      ? { de: '', en: '' }
      : { de: ` von Nebenstelle ${notice.extension.number}`, en: ` by extension ${notice.extension.number}` }
  switch (notice.kind) {
    case 'limit-warning': {
      const { percent = WARNING_PERCENT } = notice
      const name = limitName(notice.measure, notice.limit, notice.extension?.number)
      return { de: `${percent} % verbraucht: ${name.de}.`, en: `${percent} % used: ${name.en}.` }
    }
    case 'limit-reached': {
      const name = limitName(notice.measure, notice.limit, notice.extension?.number)
      return {
        de: `Erreicht: ${name.de}. Gespräche, die Kosten verursachen, enden bis Mitternacht.`,
        en: `Reached: ${name.en}. Calls that cost something end until midnight.`,
      }
    }
    case 'country-held': {
      const name = countryName(notice.country)
      return {
        de: `Der erste Anruf${of.de} in ein neues Land wartet auf Ihre Freigabe: ${name.de}, ${notice.number}.`,
        en: `The first call${of.en} to a new country waits for your approval: ${name.en}, ${notice.number}.`,
      }
    }
    case 'agent-refused': {
      // One line, whatever the device calls itself.
      const agent = notice.userAgent.replaceAll(/\s+/g, ' ').slice(0, 100)
      return {
        de: `Ein Anruf${of.de} wurde abgelehnt: das Gerät „${agent}“ ist nicht zugelassen.`,
        en: `A call${of.en} was refused: the device “${agent}” is not allowed.`,
      }
    }
  }
}
