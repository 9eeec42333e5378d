import { KlinkeError } from '@klinke/foundation'
import {
  InvalidRequest,
  type Login,
  type LoginFacts,
  type Principal,
  type ProblemTable,
  type Rights,
  rightsSchema,
  withinRights,
} from '@klinke/platform'
import { z } from 'zod'

const email = z.string().trim().toLowerCase().pipe(z.email().max(254))
const name = z.string().trim().min(1).max(100)
const language = z.enum(['de', 'en'])

export const newLogin = z.strictObject({
  email,
  name,
  language: language.default('de'),
  kind: z
    .enum(['operator', 'reseller', 'tenant', 'user'])
    .meta({ examples: ['tenant'] })
    .describe('"tenant": an administrator of the tenant; "user": somebody with an extension'),
  tenantId: z.uuid().optional().describe('Of an administrator or user; a tenant need not name itself'),
  resellerId: z.uuid().optional().describe("Of a reseller's person"),
  extensionId: z.uuid().optional().describe('Of a user: the own extension'),
  rights: rightsSchema.nullish().describe('What is open to it, by areas; null or absent: everything. A user has none'),
  initialPassword: z
    .boolean()
    .default(false)
    .describe('Answer with a password that must be changed at the first sign-in, instead of sending an invitation by mail'),
})

export const loginChange = z.strictObject({
  email: email.optional(),
  name: name.optional(),
  language: language.optional(),
  rights: rightsSchema.nullish(),
  disabled: z.boolean().optional().describe('True ends all its sessions at once'),
})

export const loginView = z.object({
  ...{ id: z.uuid(), email: z.string(), name: z.string(), language },
  kind: newLogin.shape.kind,
  ...{ tenantId: z.uuid().nullable(), resellerId: z.uuid().nullable(), extensionId: z.uuid().nullable() },
  rights: rightsSchema.nullable(),
  disabled: z.boolean(),
  hasSecondFactor: z.boolean().describe('An app for codes, or a passkey'),
  invitedUntil: z.iso.datetime().nullable().describe('Until then the invitation can be taken up; null: none is open'),
  lastSignedInAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
})

export function viewLogin(login: Login, facts: LoginFacts | undefined): z.infer<typeof loginView> {
  const { id, email, name, language, principal, disabled, lastSignedInAt, createdAt } = login
  return {
    ...{ id, email, name, language, disabled, kind: principal.kind },
    tenantId: 'tenantId' in principal ? (principal.tenantId ?? null) : null,
    resellerId: principal.kind === 'reseller' ? principal.resellerId : null,
    extensionId: principal.kind === 'user' ? principal.extensionId : null,
    rights: principal.kind === 'user' ? null : (principal.rights ?? null),
    hasSecondFactor: facts?.hasSecondFactor ?? false,
    invitedUntil: facts?.invitedUntil?.toISOString() ?? null,
    lastSignedInAt: lastSignedInAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  }
}

/** For whom a new login works. Throws `InvalidRequest` when ids are missing, and `RightsExceeded` when `by` may not make it. `tenantId`: already proven. */
export function principalOfNew(wanted: z.infer<typeof newLogin>, by: Principal, tenantId: () => string): Principal {
  const rights = wanted.rights == null ? {} : { rights: wanted.rights }
  // Told apart here: in the transaction of a tenant nobody is made who is not the tenant's.
  if ((wanted.kind === 'operator' || wanted.kind === 'reseller') && wanted.tenantId !== undefined)
    throw new InvalidRequest(
      {
        en: 'A login of this kind belongs to no tenant. Leave out tenantId.',
        de: 'Ein solcher Zugang gehört zu keinem Kunden. Lassen Sie tenantId weg.',
      },
      [{ pointer: '/tenantId', detail: { en: 'belongs to no tenant', de: 'gehört zu keinem Kunden' } }],
    )
  switch (wanted.kind) {
    case 'operator':
      return { kind: 'operator', ...rights }
    case 'reseller': {
      const resellerId = by.kind === 'reseller' ? by.resellerId : wanted.resellerId
      if (resellerId === undefined || (wanted.resellerId !== undefined && wanted.resellerId !== resellerId)) throw missing('resellerId')
      return { kind: 'reseller', resellerId, ...rights }
    }
    case 'tenant':
      return { kind: 'tenant', tenantId: tenantId(), ...rights }
    case 'user':
      if (wanted.extensionId === undefined) throw missing('extensionId')
      return { kind: 'user', tenantId: tenantId(), extensionId: wanted.extensionId }
  }
}

/** Ranks by what they see; nobody makes or changes somebody of a higher one. */
const RANK: Readonly<Record<Principal['kind'], number>> = { user: 0, tenant: 1, reseller: 2, operator: 3 }

/** A user may do with the own extension what this right lets an administrator do with each: whoever has it not becomes no user either. */
const RIGHTS_OF_USER: Rights = { extensions: 'write' }

/** Throws `RightsExceeded` when `about` may do more than `by`: whoever could change its mail address could become it. */
export function assertNotAbove(about: Principal, by: Principal): void {
  const given = about.kind === 'user' ? RIGHTS_OF_USER : about.rights
  const own = by.kind === 'user' ? {} : by.rights
  if (RANK[about.kind] > RANK[by.kind] || !withinRights(given, own)) throw new RightsExceeded()
}

function missing(field: string): InvalidRequest {
  return new InvalidRequest({ en: `A login of this kind needs ${field}.`, de: `Ein solcher Zugang braucht ${field}.` }, [
    { pointer: `/${field}`, detail: { en: 'is required', de: 'Bitte angeben' } },
  ])
}

export class RightsExceeded extends KlinkeError {
  constructor() {
    super('rights-exceeded', 'This login has, or would get, more rights than you have. Ask somebody who has them.')
  }
}

export class OwnLogin extends KlinkeError {
  constructor() {
    super('own-login', 'Nobody takes away the own rights or the own login. Let another administrator do it.')
  }
}

export class LoginUsed extends KlinkeError {
  constructor() {
    super('login-used', 'This person has signed in already, with a password of its own. It can set another one by “Forgot your password?”.')
  }
}

export const loginProblems: ProblemTable = {
  'rights-exceeded': {
    status: 403,
    title: { en: 'More rights than your own', de: 'Mehr Rechte als Ihre eigenen' },
    germanDetail: 'Dieser Zugang hat, oder bekäme, mehr Rechte als Sie. Bitten Sie jemanden, der sie hat.',
  },
  'own-login': {
    status: 409,
    title: { en: 'Your own login', de: 'Ihr eigener Zugang' },
    germanDetail: 'Niemand nimmt sich selbst Rechte oder Zugang. Lassen Sie es einen anderen Administrator tun.',
  },
  'login-used': {
    status: 409,
    title: { en: 'The login is in use', de: 'Der Zugang wird schon benutzt' },
    germanDetail:
      'Diese Person hat sich schon angemeldet und hat ein eigenes Kennwort. Über „Kennwort vergessen?“ setzt sie selbst ein neues.',
  },
  'no-mail': {
    status: 422,
    title: { en: 'No mail is sent here', de: 'Hier wird keine E-Mail versandt' },
    germanDetail: 'Dieser Server versendet keine E-Mail (KLINKE_SMTP_URL). Geben Sie stattdessen ein erstes Kennwort: initialPassword.',
  },
}
