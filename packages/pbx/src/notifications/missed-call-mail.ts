import { DEFAULT_TIME_ZONE } from '@klinke/accounts'
import type { Language, Mail } from '@klinke/platform'
import type { PbxSnapshot } from '../snapshot.ts'
import type { MissedCall } from './missed-call.ts'

/** What the mails of an extension say beside the calls. */
export interface MailFrame {
  readonly tenant: PbxSnapshot
  /** Such as `11 Anna Albers`. */
  readonly extension: string
  readonly language: Language
  /** Where the portal is, without a slash behind it. */
  readonly portal: string
}

const WORDS = {
  de: {
    locale: 'de-DE',
    unknown: 'Unbekannt (Rufnummer unterdrückt)',
    one: (who: string) => `Verpasster Anruf von ${who}`,
    many: (count: number) => `${count} verpasste Anrufe`,
    intro: (extension: string) => `Verpasste Anrufe an ${extension}:`,
    left: 'hat eine Nachricht auf der Mailbox hinterlassen',
    more: (count: number) => `… und ${count} weitere. Alle stehen in der Anrufliste.`,
    callBack: 'Zurückrufen',
    off: 'Ob und wohin diese E-Mails gehen, bestimmen Sie hier',
  },
  en: {
    locale: 'en-GB',
    unknown: 'Unknown (number withheld)',
    one: (who: string) => `Missed call from ${who}`,
    many: (count: number) => `${count} missed calls`,
    intro: (extension: string) => `Missed calls to ${extension}:`,
    left: 'has left a message in the mailbox',
    more: (count: number) => `… and ${count} more. The call list has them all.`,
    callBack: 'Call back',
    off: 'Whether and where to these mails go is yours to choose here',
  },
} as const

/** The mail about some missed calls; `more` were missed beside them. Lines of their own nobody writes into it by what he is called. */
export function missedCallMail(calls: readonly MissedCall[], more: number, frame: MailFrame): Pick<Mail, 'subject' | 'text'> {
  const words = WORDS[frame.language]
  const [first] = calls
  const isOne = calls.length === 1 && more === 0 && first !== undefined
  const lines = calls.map((call) => lineOf(call, frame))
  const rest = more === 0 ? [] : [words.more(more), '']
  return {
    subject: isOne ? words.one(whoIs(first, frame.language)) : words.many(calls.length + more),
    text: [words.intro(oneLine(frame.extension)), '', ...lines, ...rest, `${words.off}: ${frame.portal}/notifications`, ''].join('\n'),
  }
}

function lineOf(call: MissedCall, frame: MailFrame): string {
  const words = WORDS[frame.language]
  const left = call.hasLeftMessage ? `, ${words.left}` : ''
  const back = /^\+?\d+$/.test(call.callerNumber)
    ? `  ${words.callBack}: ${frame.portal}/phone?dial=${encodeURIComponent(call.callerNumber)}\n`
    : ''
  return `- ${moment(call.atMs, frame)}: ${whoIs(call, frame.language)}${left}\n${back}`
}

function whoIs({ callerNumber, callerName }: MissedCall, language: Language): string {
  const number = callerNumber === 'anonymous' ? WORDS[language].unknown : callerNumber
  return callerName === undefined || callerName === '' ? number : `${oneLine(callerName)} (${number})`
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

function moment(atMs: number, { tenant, language }: MailFrame): string {
  const timeZone = tenant.profile.timeZone ?? DEFAULT_TIME_ZONE
  return new Intl.DateTimeFormat(WORDS[language].locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(atMs)
}
