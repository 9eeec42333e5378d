import type { Language, Text } from '@klinke/platform'
import { LEGAL_GROUNDS, type LegalGroundName } from './legal-grounds.ts'
import type { RequestKind } from './request-store.ts'

/** What people call the right that they use. */
export const KIND_WORDS: Readonly<Record<RequestKind, Text>> = {
  access: { de: 'Auskunft (Art. 15 DSGVO)', en: 'access (Art. 15 GDPR)' },
  rectification: { de: 'Berichtigung (Art. 16 DSGVO)', en: 'rectification (Art. 16 GDPR)' },
  deletion: { de: 'Löschung (Art. 17 DSGVO)', en: 'erasure (Art. 17 GDPR)' },
  portability: { de: 'Datenübertragung (Art. 20 DSGVO)', en: 'data portability (Art. 20 GDPR)' },
  objection: { de: 'Widerspruch (Art. 21 DSGVO)', en: 'objection (Art. 21 GDPR)' },
}

export interface AskedBefore {
  readonly kind: RequestKind
  /** The day on which it was asked. */
  readonly askedOn: Temporal.PlainDate
  /** Who answers for the data; empty: not known. */
  readonly controller: string
}

interface MailText {
  readonly subject: string
  readonly text: string
}

/** Art. 12 (3) GDPR: that the answer takes longer, until when, and why. */
export function extensionMail(asked: AskedBefore, dueOn: Temporal.PlainDate, reason: string, language: Language): MailText {
  const { subject, greeting, closing } = frame(asked, language)
  const body =
    language === 'de'
      ? `Ihre Anfrage vom ${dayIn(asked.askedOn, 'de')} braucht mehr Zeit. Sie bekommen die Antwort bis zum ${dayIn(dueOn, 'de')} (Art. 12 Abs. 3 DSGVO). Der Grund:`
      : `Your request of ${dayIn(asked.askedOn, 'en')} needs more time. You will have the answer by ${dayIn(dueOn, 'en')} (Art. 12 (3) GDPR). The reason:`
  return { subject, text: [greeting, '', body, '', reason, '', COMPLAINT[language], ...closing].join('\n') }
}

export interface Answered {
  readonly outcome: string
  /** Absent: it was done. */
  readonly legalGround?: LegalGroundName | undefined
  readonly withReport: boolean
}

/** The answer; of a refusal with its reason and what the person can do about it (Art. 12 (4) GDPR). */
export function answerMail(asked: AskedBefore, { outcome, legalGround, withReport }: Answered, language: Language): MailText {
  const { subject, greeting, closing } = frame(asked, language)
  const on = dayIn(asked.askedOn, language)
  const attached = withReport ? ['', ATTACHED[language]] : []
  if (legalGround === undefined) {
    const done = language === 'de' ? `Ihre Anfrage vom ${on} ist erledigt:` : `Your request of ${on} is done:`
    return { subject, text: [greeting, '', done, '', outcome, ...attached, ...closing].join('\n') }
  }
  const { law, words } = LEGAL_GROUNDS[legalGround]
  const refused =
    language === 'de'
      ? `Ihrer Anfrage vom ${on} können wir nicht entsprechen. ${words.de} (${germanLaw(law)} DSGVO):`
      : `We cannot comply with your request of ${on}. ${words.en} (${law} GDPR):`
  return { subject, text: [greeting, '', refused, '', outcome, '', COMPLAINT[language], ...closing].join('\n') }
}

/** A subprocessor that begins or ends, before it does (Art. 28 (2) GDPR). */
export function subprocessorMail(
  { name, task, place, country, on, begins }: SubprocessorChange,
  controller: string,
  language: Language,
): MailText {
  const day = dayIn(on, language)
  const where = place === '' ? country : `${place}, ${country}`
  if (language === 'de')
    return {
      subject: `Auftragsverarbeitung: ${begins ? 'neuer Unterauftragnehmer' : 'Unterauftragnehmer entfällt'} ab ${day}`,
      text: lines(
        'Guten Tag,',
        '',
        begins
          ? `ab dem ${day} setzen wir für die Verarbeitung in Ihrem Auftrag einen weiteren Unterauftragnehmer ein:`
          : `ab dem ${day} setzen wir diesen Unterauftragnehmer nicht mehr ein:`,
        '',
        ...[name, task, where, ''],
        begins
          ? 'Sie können der Änderung bis dahin aus wichtigem Grund widersprechen (Art. 28 Abs. 2 DSGVO, Ziffer 5 des Vertrags zur Auftragsverarbeitung). Antworten Sie dazu auf diese Mail.'
          : 'Der Vertrag zur Auftragsverarbeitung gilt im Übrigen unverändert.',
        ...signature(controller, 'de'),
      ),
    }
  return {
    subject: `Processing agreement: ${begins ? 'new subprocessor' : 'subprocessor ends'} from ${day}`,
    text: lines(
      'Hello,',
      '',
      begins ? `from ${day} we use another subprocessor for processing on your behalf:` : `from ${day} we no longer use this subprocessor:`,
      '',
      ...[name, task, where, ''],
      begins
        ? 'You may object to the change before then for an important reason (Art. 28 (2) GDPR, clause 5 of the processing agreement). Answer this mail to do so.'
        : 'Otherwise the processing agreement stays as it is.',
      ...signature(controller, 'en'),
    ),
  }
}

export interface SubprocessorChange {
  readonly name: string
  readonly task: string
  readonly place: string
  readonly country: string
  /** First day of the change. */
  readonly on: Temporal.PlainDate
  /** False: it ends. */
  readonly begins: boolean
}

const lines = (...each: readonly string[]): string => each.join('\n')

const COMPLAINT: Text = {
  de: 'Sie können sich bei einer Datenschutz-Aufsichtsbehörde beschweren (Art. 77 DSGVO) und vor Gericht klagen (Art. 79 DSGVO).',
  en: 'You may lodge a complaint with a supervisory authority (Art. 77 GDPR) and seek a judicial remedy (Art. 79 GDPR).',
}
const ATTACHED: Text = {
  de: 'Ihre Daten liegen als Archiv bei.',
  en: 'Your data is attached as an archive.',
}

function frame({ kind, controller }: AskedBefore, language: Language) {
  const what = KIND_WORDS[kind][language]
  return language === 'de'
    ? { subject: `Ihre Anfrage zum Datenschutz: ${what}`, greeting: 'Guten Tag,', closing: signature(controller, 'de') }
    : { subject: `Your request about personal data: ${what}`, greeting: 'Hello,', closing: signature(controller, 'en') }
}

function signature(controller: string, language: Language): readonly string[] {
  const greeting = language === 'de' ? 'Mit freundlichen Grüßen' : 'Kind regards'
  return ['', greeting, ...(controller === '' ? [] : [controller]), '']
}

/** `Art. 12 (2), (6)` as Germans write it. */
function germanLaw(law: string): string {
  return law.replaceAll(/\((\d)\)/g, 'Abs. $1').replaceAll(/\(([a-z])\)/g, 'lit. $1')
}

function dayIn(day: Temporal.PlainDate, language: Language): string {
  return language === 'de' ? day.toString().split('-').toReversed().join('.') : day.toString()
}
