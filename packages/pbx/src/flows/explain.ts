import type { Text } from '@klinke/platform'
import type { CallDestination } from '../destinations/destination.ts'
import type { Happening } from './interpreter/machine.ts'

/** A step of a call's way through flows as a sentence (section 26 of the requirements, item 2: explain this call). */
export function explain(what: Happening): Text {
  switch (what.kind) {
    case 'entered':
      return text(`Der Anruf kommt in den Ablauf „${what.flow}“.`, `The call enters the flow "${what.flow}".`)
    case 'announced':
      return announced(what.prompt, what.heard)
    case 'asked':
      return text(`Frage an den Anrufer, ${what.times}. Mal.`, `The caller is asked, time ${what.times}.`)
    case 'pressed':
      return pressed(what.key, what.valid)
    case 'nothing-pressed':
      return text('Der Anrufer drückt nichts.', 'The caller presses nothing.')
    case 'hours':
      return hours(what)
    case 'pin':
      return PINS[what.found]
    case 'named':
      return named(what.digits, what.people)
    case 'caller':
      return what.fits
        ? text(`Der Anrufer ${what.number} passt zu einer Bedingung.`, `The caller ${what.number} fits a condition.`)
        : text(`Der Anrufer ${what.number} passt zu keiner Bedingung.`, `The caller ${what.number} fits no condition.`)
    case 'set':
      return set(what.displayText, what.priority)
    case 'looked-up':
      return what.known
        ? text(`Die Abfrage ergibt „${what.result}“.`, `The lookup says "${what.result}".`)
        : text(
            `Die Abfrage ergibt „${what.result}“, wofür nichts vorgesehen ist.`,
            `The lookup says "${what.result}", which leads nowhere of its own.`,
          )
    case 'signed-in':
      return what.on
        ? text(`${what.number} meldet sich als Agent an (${what.queues}).`, `${what.number} signs in as an agent (${what.queues}).`)
        : text(`${what.number} meldet sich als Agent ab (${what.queues}).`, `${what.number} signs out as an agent (${what.queues}).`)
    case 'sign-in-failed':
      return text(`Die Anmeldung als Agent gelingt nicht (${what.why}).`, `Signing in as an agent fails (${what.why}).`)
    case 'consent':
      return what.agreed
        ? text('Der Anrufer ist mit der Aufzeichnung einverstanden.', 'The caller agrees to being recorded.')
        : text('Der Anrufer stimmt der Aufzeichnung nicht zu.', 'The caller does not agree to being recorded.')
    case 'lookup-failed':
      return text(`Die Abfrage gelingt nicht (${what.why}).`, `The lookup fails (${what.why}).`)
    default:
      return explainEnd(what)
  }
}

type Ending = Extract<Happening, { kind: 'led' | 'returned' | 'ended' | 'gave-up' }>

function explainEnd(what: Ending): Text {
  switch (what.kind) {
    case 'led':
      return led(what.to, what.name)
    case 'returned':
      return text(`Dort kommt kein Gespräch zustande (${what.why}).`, `Nobody talks there (${what.why}).`)
    case 'ended':
      return text('Der Anruf wird beendet.', 'The call is ended.')
    case 'gave-up':
      return what.why === 'loop'
        ? text('Der Anruf dreht sich im Kreis und wird mit einem Hinweis beendet.', 'The call goes in circles and is ended after a notice.')
        : text(
            'Der Ablauf ist nicht veröffentlicht oder wurde gelöscht; der Anruf wird beendet.',
            'The flow is not published or was deleted; the call is ended.',
          )
  }
}

const PINS: Readonly<Record<'right' | 'wrong' | 'expired', Text>> = {
  right: text('Die PIN stimmt.', 'The PIN is right.'),
  wrong: text('Die PIN stimmt nicht.', 'The PIN is wrong.'),
  expired: text('Die PIN ist abgelaufen.', 'The PIN has expired.'),
}

/** Where a destination leads, after a verb. */
export const KINDS: Readonly<Record<CallDestination['kind'], Text>> = {
  extension: text('zur Nebenstelle', 'to the extension'),
  group: text('zur Gruppe', 'to the group'),
  queue: text('in die Warteschlange', 'to the queue'),
  flow: text('in den Ablauf', 'to the flow'),
  voicemail: text('zur Mailbox', 'to the voicemail box'),
  conference: text('in die Konferenz', 'to the conference'),
  announcement: text('zur Ansage', 'to the announcement'),
  fax: text('zum Fax', 'to the fax'),
  trunk: text('zur Telefonanlage am Trunk', 'to the PBX at the trunk'),
  external: text('zur Rufnummer', 'to the number'),
  operator: text('zur Vermittlung', 'to the operator'),
  'hang-up': text('zum Auflegen', 'to hang up'),
}

function led(to: CallDestination, name: string): Text {
  const which = name !== '' ? ` ${name}` : to.kind === 'external' ? ` ${to.number}` : ''
  return text(`Der Anruf geht ${KINDS[to.kind].de}${which}.`, `The call goes ${KINDS[to.kind].en}${which}.`)
}

function announced(prompt: string, heard: boolean): Text {
  return heard
    ? text(`Der Anrufer hört die Ansage „${prompt}“.`, `The caller hears the announcement "${prompt}".`)
    : text(
        `Die Ansage „${prompt}“ fehlt; es geht ohne sie weiter.`,
        `The announcement "${prompt}" is missing; the call goes on without it.`,
      )
}

function pressed(key: string, valid: boolean): Text {
  return valid
    ? text(`Der Anrufer drückt ${key}.`, `The caller presses ${key}.`)
    : text(`Der Anrufer drückt ${key}, was nicht vorgesehen ist.`, `The caller presses ${key}, which leads nowhere.`)
}

function hours({ schedule, open, why, holds }: Extract<Happening, { kind: 'hours' }>): Text {
  const [de, en] = open ? ['geöffnet', 'open'] : ['geschlossen', 'closed']
  const [because, reason] = why === 'week' ? ['', ''] : [` (${why})`, ` (${why})`]
  return holds
    ? text(`„${schedule}“ hat ${de}${because}; das gilt.`, `"${schedule}" is ${en}${reason}; that counts.`)
    : text(`„${schedule}“ hat ${de}${because}; das gilt nicht.`, `"${schedule}" is ${en}${reason}; that does not count.`)
}

function named(digits: string, people: readonly string[]): Text {
  if (people.length === 0) return text(`Niemand heißt so (${digits}).`, `Nobody has such a name (${digits}).`)
  return text(`Mit ${digits} gemeint: ${people.join(', ')}.`, `Meant by ${digits}: ${people.join(', ')}.`)
}

function set(displayText: string | undefined, priority: number | undefined): Text {
  const shown = (before: string, after: string): readonly string[] => (displayText === undefined ? [] : [before + displayText + after])
  const prior = (word: string): readonly string[] => (priority === undefined ? [] : [`${word} ${priority}`])
  const de = [...shown('Anzeige „', '“'), ...prior('Priorität')]
  const en = [...shown('display "', '"'), ...prior('priority')]
  return text(`Gesetzt: ${de.join(', ')}.`, `Set: ${en.join(', ')}.`)
}

function text(de: string, en: string): Text {
  return { de, en }
}
