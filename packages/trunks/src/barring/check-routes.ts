import { type Directory, type Extension, type Site, siteOf, type TenantSnapshot } from '@klinke/accounts'
import { parseDialled } from '@klinke/numbering'
import { type ApiRoutes, NotFound, owningTenant, principalOf } from '@klinke/platform'
import { z } from 'zod'
import type { Barring } from './barring.ts'
import { decisionWords } from './decision-words.ts'

export interface CheckParts {
  readonly directory: Pick<Directory, 'tenant'>
  readonly barring: Pick<Barring, 'decide'>
  /** Whether it is an internal number of the tenant: an extension, a group, the echo. */
  readonly isInternal: (tenantId: string, digits: string) => boolean
}

const body = z.strictObject({
  number: z
    .string()
    .trim()
    .min(1)
    .max(64)
    .describe('As it would be dialled')
    .meta({ examples: ['015112345678'] }),
  tenantId: z.uuid().optional(),
  extensionId: z.uuid().nullable().default(null).describe('null: on behalf of the tenant, such as a number that leads outside'),
  siteId: z
    .uuid()
    .nullable()
    .default(null)
    .describe('Where that number is; null: at the main site')
    .meta({ examples: [null] }),
  at: z.iso
    .datetime({ offset: true })
    .nullable()
    .default(null)
    .describe('null: now')
    .meta({ examples: [null] }),
})
const answer = z.object({
  allowed: z.boolean(),
  number: z.string().describe('What was understood: E.164, a short code, or an internal number'),
  kind: z.enum(['outside', 'internal', 'emergency', 'no-number']),
  rule: z.string().describe('What has decided: `class`, `exception`, `barred-range`, `release`, `phone-lock`, `never-barred`, `no-number`'),
  withPin: z.boolean().describe('It would be allowed after the PIN of the extension'),
  sentence: z.object({ de: z.string(), en: z.string() }),
})
type Answer = z.infer<typeof answer>

/** Tells whether an extension may dial a number, and by which rule, without dialling it. */
export function checkRoutes(parts: CheckParts): ApiRoutes {
  return (api) => {
    const schema = { tags: ['outbound-rules'], summary: 'Tell whether a number may be dialled', body, response: { 200: answer } }
    api.post('/outbound-rules/check', { config: { act: 'read' }, schema }, (request) => {
      const { number, extensionId, siteId, at } = request.body
      const tenantId = owningTenant(principalOf(request), request.body.tenantId)
      const tenant = parts.directory.tenant(tenantId)
      if (tenant === undefined) throw new NotFound('tenant', tenantId)
      const extension = extensionId === null ? undefined : extensionOf(tenant, extensionId)
      const site = siteOf(tenant, extension ?? (siteId === null ? {} : { siteId }))
      return checked(number, { tenant, extension, site, ...(at !== null && { atMs: Date.parse(at) }) }, parts)
    })
  }
}

function extensionOf({ extensions }: TenantSnapshot, id: string): Extension {
  for (const extension of extensions.values()) if (extension.id === id) return extension
  throw new NotFound('extension', id)
}

interface Asker {
  readonly tenant: TenantSnapshot
  readonly extension: Extension | undefined
  readonly site: Site | undefined
  readonly atMs?: number
}

function checked(dialled: string, asker: Asker, { barring, isInternal }: CheckParts): Answer {
  const { tenant, site } = asker
  const meaning = parseDialled(dialled, {
    areaCode: site?.areaCode ?? tenant.areaCode,
    outsideLinePrefix: tenant.profile.outsideLinePrefix ?? undefined,
    isExtension: (digits) => isInternal(tenant.id, digits),
  })
  switch (meaning.kind) {
    case 'invalid':
      return { ...NO_NUMBER, number: dialled }
    case 'extension':
      return { ...INTERNAL, number: meaning.number }
    case 'emergency':
      return outside(meaning.number, 'emergency', asker, barring)
    case 'public':
      return outside(meaning.number, 'outside', asker, barring)
    case 'short-code':
      return outside(meaning.code, 'outside', asker, barring)
  }
}

function outside(number: string, kind: Answer['kind'], asker: Asker, barring: CheckParts['barring']): Answer {
  const question = { number, ...asker, byPhone: asker.extension !== undefined }
  const decision = barring.decide(question)
  const withPin = !decision.allowed && asker.extension !== undefined && barring.decide({ ...question, pinProven: true }).allowed
  return { allowed: decision.allowed, number, kind, rule: decision.rule.kind, withPin, sentence: { ...decisionWords(decision, question) } }
}

const INTERNAL: Omit<Answer, 'number'> = {
  ...{ allowed: true, kind: 'internal', rule: 'never-barred', withPin: false },
  sentence: { de: 'Interne Nummern sind nie gesperrt.', en: 'Internal numbers are never barred.' },
}

const NO_NUMBER: Omit<Answer, 'number'> = {
  ...{ allowed: false, kind: 'no-number', rule: 'no-number', withPin: false },
  sentence: { de: 'Das ist keine Rufnummer.', en: 'This is no telephone number.' },
}
