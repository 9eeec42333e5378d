import type { Text } from '../../i18n/language.ts'
import type { Access } from '../api.ts'

/** Who may use an operation. */
export const WHO: Readonly<Record<Access, Text>> = {
  public: { en: 'Open to everybody.', de: 'Für alle offen.' },
  'signed-in': { en: 'For whoever has signed in.', de: 'Für alle, die angemeldet sind.' },
  user: {
    en: 'For users as far as it is about their own extension, and for administrators.',
    de: 'Für Nutzer, soweit es um ihre eigene Nebenstelle geht, und für Verwalter.',
  },
  tenant: { en: 'For administrators.', de: 'Für Verwalter.' },
  reseller: { en: 'For resellers and the operator.', de: 'Für Wiederverkäufer und den Betreiber.' },
  operator: { en: 'For the operator.', de: 'Für den Betreiber.' },
}

export const AREA_OF_RIGHTS: Text = { en: 'Area of rights', de: 'Bereich der Rechte' }

/** What every operation may be refused with: a name for the document, and what it means. */
export const PROBLEMS = {
  '400': [
    'InvalidRequest',
    { en: 'The request is not valid; `errors` names the wrong fields', de: 'Die Anfrage ist ungültig; `errors` nennt die falschen Felder' },
  ],
  '401': [
    'Unauthenticated',
    { en: 'No key or session, or one that is no more', de: 'Kein Schlüssel, keine Sitzung, oder keine gültige mehr' },
  ],
  '403': ['Forbidden', { en: 'Role or rights do not allow this', de: 'Rolle oder Rechte erlauben das nicht' }],
  '404': [
    'NotFound',
    { en: 'There is no such thing, or none that the asker may know of', de: 'Das gibt es nicht, oder der Fragende darf es nicht kennen' },
  ],
  '409': ['Conflict', { en: 'It does not go together with what there is', de: 'Es verträgt sich nicht mit dem, was da ist' }],
  '412': [
    'PreconditionFailed',
    {
      en: '`If-Match` names another version: somebody has changed it meanwhile',
      de: '`If-Match` nennt eine andere Fassung: Jemand hat es inzwischen geändert',
    },
  ],
  '413': ['BodyTooLarge', { en: 'The body is too large', de: 'Der Inhalt ist zu groß' }],
  '415': ['UnsupportedMediaType', { en: 'The body is of another media type', de: 'Der Inhalt ist von anderer Art' }],
  '422': [
    'Unprocessable',
    { en: 'The values are well formed and cannot be used', de: 'Die Werte sind richtig geschrieben, lassen sich aber nicht verwenden' },
  ],
  '429': ['TooManyRequests', { en: 'Wait for `Retry-After` seconds', de: 'Warten Sie `Retry-After` Sekunden' }],
  '503': [
    'Unavailable',
    {
      en: 'The database is away; repeat it after `Retry-After` seconds',
      de: 'Die Datenbank ist nicht da; wiederholen Sie es nach `Retry-After` Sekunden',
    },
  ],
} as const satisfies Readonly<Record<string, readonly [name: string, words: Text]>>

/** What an answer means, in place of the library's own words, which say nothing. */
export const ANSWERS: Readonly<Record<string, Text>> = {
  '200': { en: 'The answer', de: 'Die Antwort' },
  '201': { en: 'Made', de: 'Angelegt' },
  '202': { en: 'Begun', de: 'Begonnen' },
  '204': { en: 'Done; there is nothing to tell', de: 'Erledigt; es gibt nichts zu sagen' },
}

export const IF_MATCH: Text = {
  en: 'The `ETag` of the version that is to be changed: with another one the answer is 412, and nothing changes',
  de: 'Das `ETag` der Fassung, die geändert werden soll: Bei einer anderen ist die Antwort 412, und nichts ändert sich',
}

/** What the document says of the whole. */
export const ABOUT: Text = {
  en: 'Telephone exchange: tenants, extensions, numbers, carriers, registrations, calls and call records. Errors are problem documents (RFC 9457).',
  de: 'Telefonanlage: Kunden, Nebenstellen, Rufnummern, Carrier, Anmeldungen, Anrufe und Anruflisten. Fehler sind Problemdokumente (RFC 9457). Felder sind auf Englisch beschrieben.',
}

export const KEYS = {
  apiKey: { en: 'API key of the operator, a reseller or a tenant', de: 'API-Schlüssel des Betreibers, eines Wiederverkäufers oder Kunden' },
  session: { en: 'Set by POST /sign-in', de: 'Von POST /sign-in gesetzt' },
} as const satisfies Readonly<Record<string, Text>>
