import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { MAX_PIN_DIGITS } from './ask-pin.ts'
import { MAX_CONFERENCE_MEMBERS } from './rules.ts'

const pin = z
  .string()
  .regex(
    new RegExp(`^\\d{4,${MAX_PIN_DIGITS}}$`),
    inBoth({ en: `must have 4 to ${MAX_PIN_DIGITS} digits`, de: `muss 4 bis ${MAX_PIN_DIGITS} Ziffern haben` }),
  )
const participantPin = pin.nullish().describe('Asked of participants; null: none is asked. It is never shown again')
const moderatorPin = pin.nullish().describe('Makes its caller a moderator; null: the room has none. It is never shown again')

const settingsFields = {
  maxMembers: z.int().min(2).max(MAX_CONFERENCE_MEMBERS).describe("At most; the tenant's profile may allow fewer"),
  waitForModerator: z.boolean().describe('Participants hear music until a moderator is there'),
  whenModeratorLeaves: z.enum(['goes-on', 'ends']).describe('What becomes of the conference when its last moderator leaves'),
  entryTones: z.boolean().describe('A tone when somebody comes or leaves'),
  announceCount: z.boolean().describe('Whoever comes in hears how many are there'),
  announceNames: z
    .boolean()
    .describe('Whoever comes in says its name before, which all hear when it comes and goes; names are deleted with the conference'),
}

/** As stored and shown, without PINs. */
export const conferenceSettings = z.object(settingsFields)

export const DEFAULT_CONFERENCE_SETTINGS: z.infer<typeof conferenceSettings> = {
  maxMembers: MAX_CONFERENCE_MEMBERS,
  waitForModerator: false,
  whenModeratorLeaves: 'goes-on',
  entryTones: true,
  announceCount: true,
  announceNames: false,
}

const name = z.string().trim().min(1).max(100)
const number = z
  .string()
  .regex(
    /^[1-9]\d{1,5}$/,
    inBoth({
      en: 'must have two to six digits and not begin with 0',
      de: 'muss zwei bis sechs Ziffern haben und darf nicht mit 0 beginnen',
    }),
  )
  .refine(
    (digits) => digits !== '110' && digits !== '112',
    inBoth({ en: 'must not be an emergency number', de: 'darf keine Notrufnummer sein' }),
  )
  .nullish()
  .describe('Internal number; null: it is reached by the public numbers that lead to it')

const changeable = { number, participantPin, moderatorPin, ...z.object(settingsFields).partial().shape }

export const newConferenceRoom = z.strictObject({
  tenantId: z.uuid().optional().describe('Required with an operator key'),
  name,
  ...changeable,
})

export const conferenceRoomChange = z.strictObject({ name: name.optional(), ...changeable })

export type ConferenceRoomChange = z.infer<typeof conferenceRoomChange>

export const conferenceRoomView = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  name: z.string(),
  number: z.string().nullable(),
  hasParticipantPin: z.boolean(),
  hasModeratorPin: z.boolean(),
  ...settingsFields,
})

export class ConferenceRoomNameTaken extends KlinkeError {
  constructor(taken: string) {
    super('conference-room-name-taken', `The tenant has a conference room "${taken}" already. Choose another name, or change that one.`)
  }
}

/** One PIN must tell who somebody is. */
export class ConferencePinsAlike extends KlinkeError {
  constructor() {
    super('conference-pins-alike', 'The PIN of participants and that of moderators are the same. Choose another one.')
  }
}

/** Nobody could ever open the room. */
export class ConferenceNeedsModerator extends KlinkeError {
  constructor() {
    super('conference-needs-moderator', 'The room waits for a moderator but has no moderator PIN. Give it one, or let it not wait.')
  }
}

export const conferenceProblems: ProblemTable = {
  'conference-room-name-taken': {
    status: 409,
    title: { en: 'Conference room exists already', de: 'Konferenzraum gibt es bereits' },
    germanDetail: 'Einen Konferenzraum mit diesem Namen gibt es schon. Nehmen Sie einen anderen Namen, oder ändern Sie jenen.',
  },
  'conference-pins-alike': {
    status: 422,
    title: { en: 'PINs are the same', de: 'PINs sind gleich' },
    germanDetail: 'Die PIN der Teilnehmer und die der Moderatoren sind gleich. Nehmen Sie eine andere.',
  },
  'conference-needs-moderator': {
    status: 422,
    title: { en: 'Room without moderator', de: 'Raum ohne Moderator' },
    germanDetail: 'Der Raum wartet auf einen Moderator, hat aber keine PIN für ihn. Geben Sie ihm eine, oder lassen Sie ihn nicht warten.',
  },
  'conference-full': {
    status: 409,
    title: { en: 'Conference is full', de: 'Konferenz ist voll' },
    germanDetail: 'In dieser Konferenz ist kein Platz frei. Entfernen Sie zuerst jemanden.',
  },
  'conference-unreachable': {
    status: 422,
    title: { en: 'Cannot be invited', de: 'Kann nicht eingeladen werden' },
    germanDetail: 'Dort kann niemand angerufen werden.',
  },
}
