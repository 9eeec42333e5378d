import type { Area } from '@klinke/platform'

/** Tables whose rows are the business of administrators of an area; what is not named belongs to the settings. */
const AREAS: Readonly<Partial<Record<Area, readonly string[]>>> = {
  extensions: [
    ...['extension', 'extension_pin', 'call_settings', 'mailbox', 'mailbox_greeting', 'fax_line', 'intercom_settings', 'intercom_caller'],
    ...['pickup_group', 'pickup_group_member', 'secretariat', 'secretariat_member', 'shared_phone', 'hot_desk_settings'],
    ...['notification_settings'],
  ],
  numbers: ['phone_number', 'number_range', 'porting', 'directory_entry', 'directory_objection'],
  routing: [
    ...['team', 'team_member', 'call_flow', 'conference_room', 'schedule', 'announcement', 'announcement_sound', 'own_sound'],
    ...['operator_position', 'park_slot', 'mailbox_access'],
  ],
  recordings: ['recording_policy', 'recording_rule'],
  'phone-books': ['phone_book', 'phone_book_entry'],
  logins: ['login'],
}

const AREA_OF = new Map(Object.entries(AREAS).flatMap(([area, tables]) => tables.map((table) => [table, area as Area] as const)))

/** The area of rights to which a table of configuration belongs. */
export function areaOf(table: string): Area {
  return AREA_OF.get(table) ?? 'settings'
}
