import { KlinkeError } from '@klinke/foundation'
import type { LastChange } from '../audit/audit-store.ts'
import type { Text } from '../i18n/language.ts'
import type { FieldError, ProblemTable } from './problem.ts'
import type { Area } from './rights.ts'

/** There is no such thing, or none that the asker may know of: both answer alike. */
export class NotFound extends KlinkeError {
  constructor(what: string, id: string) {
    super('not-found', `There is no ${what} "${id}" that this key may see. Check the id, and that the key is the right tenant's.`)
  }
}

/** No route of that method and path. */
export class NoSuchRoute extends KlinkeError {
  constructor(route: string) {
    super('not-found', `There is no route ${route}. All routes with their methods are in /api/v1/openapi.json.`)
  }
}

export class Unauthenticated extends KlinkeError {
  constructor() {
    super(
      'unauthenticated',
      'Sign in, or send a valid API key in the header "Authorization: Bearer <key>". The demo key is in demo.json of the data folder.',
    )
  }
}

export class OperatorOnly extends KlinkeError {
  constructor() {
    super('operator-only', 'This is for the operator. Use an API key of the operator instead of a tenant key.')
  }
}

/** The role or the rights of whoever asks do not open the route. */
export class Forbidden extends KlinkeError {
  constructor(area: Area | undefined) {
    super(
      'forbidden',
      `Your role and rights do not allow this${area === undefined ? '' : ` (area "${area}")`}. Ask your administrator for the right.`,
    )
  }
}

/** A browser sent a cookie because another site's page told it to (CSRF). */
export class CrossSiteRequest extends KlinkeError {
  constructor() {
    super(
      'cross-site-request',
      'This request does not come from the pages of this server. Programs send an API key; browsers send Sec-Fetch-Site or Origin.',
    )
  }
}

export class PasswordChangeRequired extends KlinkeError {
  constructor() {
    super('password-change-required', 'This password is an initial one. Change it first: POST /me/password.')
  }
}

export class SecondFactorRequired extends KlinkeError {
  constructor() {
    super('second-factor-required', 'Administrators need a second factor here. Set one up first: POST /me/totp, or a passkey.')
  }
}

export class SessionOnly extends KlinkeError {
  constructor() {
    super('session-only', 'This is for people who are signed in; an API key has no password, sessions or second factors.')
  }
}

export class InvalidRequest extends KlinkeError {
  readonly errors: readonly FieldError[]

  constructor(detail: Text, errors: readonly FieldError[] = []) {
    super('invalid-request', detail.en, { german: detail.de })
    this.errors = errors
  }
}

/** Somebody has changed meanwhile what `If-Match` names. */
export class PreconditionFailed extends KlinkeError {
  readonly change: LastChange | undefined

  constructor(change: LastChange | undefined) {
    const who = change === undefined ? 'It has been changed' : `${change.by} has changed it (${change.at.toISOString()})`
    const wer = change === undefined ? 'Es ist geändert worden' : `${change.by} hat es geändert (${change.at.toISOString()})`
    super('changed-meanwhile', `${who} since you loaded it. Load it again, look at what is different, and change that.`, {
      german: `${wer}, seit Sie es geladen haben. Laden Sie es neu, sehen Sie nach, was anders ist, und ändern Sie das.`,
    })
    this.change = change
  }
}

/** Something that names another thing, which can therefore not be deleted. */
export interface UsedBy {
  /** As in destinations: `number`, `group`, `queue`, `flow` … */
  readonly kind: string
  /** Its id; of a number the number. */
  readonly id: string
  readonly name: string
}

/** It is used by others, which the problem document names in `usedBy`. */
export class InUse extends KlinkeError {
  readonly usedBy: readonly UsedBy[]

  constructor(code: string, detail: string, usedBy: readonly UsedBy[], german?: string) {
    super(code, detail, { german })
    this.usedBy = usedBy
  }
}

export class TooManyRequests extends KlinkeError {
  readonly retryAfterSeconds: number

  constructor(retryAfterSeconds: number) {
    super('too-many-requests', `Too many requests. Wait ${retryAfterSeconds} s and send fewer at a time.`, {
      german: `Zu viele Anfragen. Warten Sie ${retryAfterSeconds} s, und senden Sie weniger auf einmal.`,
    })
    this.retryAfterSeconds = retryAfterSeconds
  }
}

export class IdempotencyKeyReused extends KlinkeError {
  constructor() {
    super('idempotency-key-reused', 'This Idempotency-Key was used for another request. Use a new key for each new request.')
  }
}

export class IdempotentRequestRunning extends KlinkeError {
  constructor() {
    super('idempotent-request-running', 'The first request with this Idempotency-Key is still at work. Repeat this one in a second.')
  }
}

/** The problems every route can have. */
export const commonProblems = {
  'not-found': {
    status: 404,
    title: { en: 'Not found', de: 'Nicht gefunden' },
    germanDetail:
      'Das gibt es nicht, oder dieser Zugang darf es nicht sehen. Prüfen Sie die Kennung, und ob es der Zugang des richtigen Kunden ist.',
  },
  unauthenticated: {
    status: 401,
    title: { en: 'Not signed in', de: 'Nicht angemeldet' },
    germanDetail: 'Melden Sie sich an, oder senden Sie einen gültigen API-Schlüssel im Kopf „Authorization: Bearer <Schlüssel>“.',
  },
  forbidden: {
    status: 403,
    title: { en: 'Not allowed', de: 'Nicht erlaubt' },
    germanDetail: 'Ihre Rolle und Ihre Rechte erlauben das nicht. Bitten Sie Ihren Administrator um das Recht.',
  },
  'cross-site-request': {
    status: 403,
    title: { en: 'Request from another site', de: 'Anfrage von einer fremden Seite' },
    germanDetail:
      'Diese Anfrage kommt nicht von den Seiten dieses Servers. Programme senden einen API-Schlüssel, Browser Sec-Fetch-Site oder Origin.',
  },
  'password-change-required': {
    status: 403,
    title: { en: 'Change your password first', de: 'Zuerst das Kennwort ändern' },
    germanDetail: 'Dieses Kennwort war nur für den Anfang. Ändern Sie es zuerst.',
  },
  'second-factor-required': {
    status: 403,
    title: { en: 'Set up a second factor first', de: 'Zuerst einen zweiten Faktor einrichten' },
    germanDetail: 'Administratoren brauchen hier einen zweiten Faktor. Richten Sie zuerst einen ein: eine App oder einen Passkey.',
  },
  'session-only': {
    status: 403,
    title: { en: 'For people only', de: 'Nur für angemeldete Personen' },
    germanDetail:
      'Das ist für Personen, die sich angemeldet haben; ein API-Schlüssel hat weder Kennwort noch Sitzungen noch zweite Faktoren.',
  },
  'operator-only': {
    status: 403,
    title: { en: 'For the operator only', de: 'Nur für den Betreiber' },
    germanDetail: 'Das ist dem Betreiber vorbehalten. Nehmen Sie einen API-Schlüssel des Betreibers.',
  },
  'invalid-request': {
    status: 400,
    title: { en: 'The request is not valid', de: 'Die Anfrage ist ungültig' },
    germanDetail: 'Die Anfrage ist ungültig. Berichtigen Sie die genannten Felder.',
  },
  'unsupported-media-type': {
    status: 415,
    title: { en: 'The body is not JSON', de: 'Der Inhalt ist kein JSON' },
    germanDetail: 'Senden Sie JSON mit Content-Type application/json, höchstens 1 MiB.',
  },
  'body-too-large': {
    status: 413,
    title: { en: 'The body is too large', de: 'Der Inhalt ist zu groß' },
    germanDetail: 'Der Inhalt ist zu groß. JSON darf höchstens 1 MiB haben.',
  },
  'changed-meanwhile': {
    status: 412,
    title: { en: 'Changed meanwhile', de: 'Inzwischen geändert' },
    germanDetail:
      'Es ist geändert worden, seit Sie es geladen haben. Laden Sie es neu, sehen Sie nach, was anders ist, und ändern Sie das.',
  },
  'too-many-requests': {
    status: 429,
    title: { en: 'Too many requests', de: 'Zu viele Anfragen' },
    germanDetail: 'Zu viele Anfragen auf einmal. Warten Sie, so lange Retry-After sagt, und senden Sie weniger auf einmal.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: { en: 'Idempotency key used twice', de: 'Idempotenzschlüssel doppelt verwendet' },
    germanDetail: 'Dieser Idempotency-Key gehört zu einer anderen Anfrage. Nehmen Sie für jede neue Anfrage einen neuen.',
  },
  'idempotent-request-running': {
    status: 409,
    title: { en: 'The request is still running', de: 'Die Anfrage läuft noch' },
    germanDetail: 'Die erste Anfrage mit diesem Idempotency-Key läuft noch. Wiederholen Sie diese in einer Sekunde.',
  },
  'database-unavailable': {
    status: 503,
    title: { en: 'The database is away', de: 'Die Datenbank ist nicht erreichbar' },
    germanDetail: 'Die Datenbank antwortet gerade nicht. Versuchen Sie es in einigen Sekunden noch einmal.',
  },
  'secret-unreadable': {
    status: 500,
    title: { en: 'A stored secret cannot be read', de: 'Ein gespeichertes Geheimnis ist nicht lesbar' },
    germanDetail:
      'Ein Geheimnis lässt sich mit der Schlüsseldatei nicht entschlüsseln. Der Betreiber stellt die Schlüsseldatei wieder her, die zu dieser Datenbank gehört, oder gibt das Geheimnis neu ein.',
  },
  'internal-error': {
    status: 500,
    title: { en: 'Internal error', de: 'Interner Fehler' },
    germanDetail: 'Hier ist etwas schiefgegangen. Nennen Sie dem Betreiber die Kennung der Anfrage.',
  },
} satisfies ProblemTable
