import type { Language, Text } from '@klinke/platform'
import { DEFAULT_TIME_ZONE } from '../snapshot.ts'
import type { RequiredField } from './rules.ts'
import type { Ticket } from './store.ts'

/** Above this line people answer; what stands below it in an answer is what we have written. */
export const ANSWER_ABOVE: Text = {
  de: '--- Bitte antworten Sie oberhalb dieser Zeile ---',
  en: '--- Please answer above this line ---',
}

export interface TicketMailText {
  readonly subject: string
  readonly text: string
}

type Named = Pick<Ticket, 'id' | 'number' | 'subject' | 'language' | 'measures' | 'expectedAt'>

const MISSING: Readonly<Record<RequiredField, Text>> = {
  affected: { de: 'was betroffen ist (Rufnummern, Nebenstellen, Standort)', en: 'what is affected (numbers, extensions, site)' },
  since: { de: 'seit wann die Störung besteht', en: 'since when there is the fault' },
  checked: { de: 'was Sie schon geprüft haben', en: 'what you have checked already' },
}

/** That it has come, and what is missing. */
export function openedMail(ticket: Named, missing: readonly RequiredField[], portalUrl: string): TicketMailText {
  const fields = missing.map((field) => `- ${MISSING[field][ticket.language]}`).join('\n')
  const asks = {
    de: `\n\nDamit wir suchen können, fehlt uns noch:\n${fields}\n\nSolange ruht die Entstörzeit. Antworten Sie einfach auf diese Mail.`,
    en: `\n\nTo look for it we still need:\n${fields}\n\nUntil then the time to repair stands still. Just answer this mail.`,
  }
  return mail(ticket, portalUrl, {
    de: `Ihre Meldung ist bei uns eingegangen und hat die Nummer ${ticket.number}.${missing.length > 0 ? asks.de : ''}`,
    en: `We have received your report. It has the number ${ticket.number}.${missing.length > 0 ? asks.en : ''}`,
  })
}

/** Which files of a mail are not in the ticket. `lines`: undefined where nothing may be told that the sender has written. */
export function notKeptMail(
  ticket: Named,
  { count, lines }: { readonly count: number; readonly lines: string | undefined },
  portalUrl: string,
): TicketMailText {
  const named = lines === undefined ? '' : `\n\n${lines}`
  return mail(ticket, portalUrl, {
    de: `Ihre Mail zu ${ticket.number} ist angekommen, aber nicht mit allen Dateien. Nicht übernommen: ${count}.${named}\n\nSenden Sie sie kleiner oder in weiteren Mails noch einmal, oder laden Sie sie im Portal hoch.`,
    en: `Your mail about ${ticket.number} has come, but not with all of its files. Not kept: ${count}.${named}\n\nSend them again smaller or in further mails, or upload them in the portal.`,
  })
}

/** What the operator has said or asked. */
export function answerMail(ticket: Named, said: string, portalUrl: string): TicketMailText {
  return mail(ticket, portalUrl, { de: said, en: said })
}

export function resolvedMail(ticket: Named, said: string, closeAfterDays: number, portalUrl: string): TicketMailText {
  const before = said === '' ? '' : `${said}\n\n`
  return mail(ticket, portalUrl, {
    de: `${before}${ticket.number} ist erledigt. Stimmt das nicht, antworten Sie innerhalb von ${closeAfterDays} Tagen auf diese Mail: Dann geht es weiter. Danach schließen wir das Ticket.`,
    en: `${before}${ticket.number} is resolved. If it is not, answer this mail within ${closeAfterDays} days, and we go on. After that we close the ticket.`,
  })
}

/** § 58 (2) TKG: what has been done, and when it will probably be mended. */
export function delayMail(ticket: Named, portalUrl: string): TicketMailText {
  const expected = ticket.expectedAt === null ? undefined : germanTime(ticket.expectedAt)
  const done = {
    de: ticket.measures === '' ? 'Wir arbeiten an der Ursache.' : `Bisher haben wir unternommen: ${ticket.measures}`,
    en: ticket.measures === '' ? 'We are working on its cause.' : `So far we have done this: ${ticket.measures}`,
  }
  const when = {
    de:
      expected === undefined
        ? 'Wann sie behoben ist, teilen wir Ihnen mit, sobald wir es wissen.'
        : `Voraussichtlich behoben ist sie am ${expected.de}.`,
    en:
      expected === undefined
        ? 'We shall tell you when it will be mended as soon as we know.'
        : `It will probably be mended on ${expected.en}.`,
  }
  return mail(ticket, portalUrl, {
    de: `Ihre Störung ${ticket.number} konnten wir noch nicht beheben. ${done.de}\n\n${when.de}`,
    en: `We have not been able to mend your fault ${ticket.number} yet. ${done.en}\n\n${when.en}`,
  })
}

/** For the operator: the time to repair runs out, or a fault has been reported. */
export function alertMail(
  ticket: Pick<Ticket, 'id' | 'number' | 'subject' | 'dueAt'>,
  why: 'reported' | 'running-out',
  { language, customer, portalUrl }: { readonly language: Language; readonly customer: string; readonly portalUrl: string },
): TicketMailText {
  const due = ticket.dueAt === null ? undefined : germanTime(ticket.dueAt)
  const until = {
    de: due === undefined ? '' : `\n\nDie Entstörzeit läuft bis ${due.de}.`,
    en: due === undefined ? '' : `\n\nThe time to repair lasts until ${due.en}.`,
  }
  const [head, text] =
    why === 'reported'
      ? [
          { de: 'Störung gemeldet', en: 'Fault reported' },
          { de: `${customer} meldet eine Störung: ${ticket.subject}.`, en: `${customer} reports a fault: ${ticket.subject}.` },
        ]
      : [
          { de: 'Entstörzeit läuft ab', en: 'Time to repair runs out' },
          {
            de: `${customer}: „${ticket.subject}“ ist noch nicht behoben.`,
            en: `${customer}: “${ticket.subject}” is not mended yet.`,
          },
        ]
  return {
    subject: `[${ticket.number}] ${head[language]}: ${oneLine(ticket.subject)}`,
    text: `${text[language]}${until[language]}\n\n${portalUrl}/tickets/${ticket.id}\n`,
  }
}

function mail(ticket: Named, portalUrl: string, said: Text): TicketMailText {
  const { language, number } = ticket
  const where = { de: 'Im Portal', en: 'In the portal' }
  return {
    subject: `[${number}] ${oneLine(ticket.subject)}`,
    text: `${ANSWER_ABOVE[language]}\n\n${said[language]}\n\n${where[language]}: ${portalUrl}/tickets/${ticket.id}\n`,
  }
}

/** Nobody writes headers of his own into our mails by what he calls his ticket. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function germanTime(at: Date): Text {
  const time = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(DEFAULT_TIME_ZONE)
  const options = { dateStyle: 'long', timeStyle: 'short' } as const
  const plain = time.toPlainDateTime()
  return { de: `${plain.toLocaleString('de-DE', options)} Uhr`, en: plain.toLocaleString('en-GB', options) }
}
