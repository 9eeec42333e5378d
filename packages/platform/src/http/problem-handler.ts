import { KlinkeError, type Logger } from '@klinke/foundation'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { type Language, preferredLanguage, type Text } from '../i18n/language.ts'
import { commonProblems, InUse, InvalidRequest, PreconditionFailed, TooManyRequests } from './errors.ts'
import { fieldText } from './field-texts.ts'
import { PROBLEM_MEDIA_TYPE, type ProblemKind, type ProblemTable, problem } from './problem.ts'

const INTERNAL = 'internal-error'

/** Fastify's own errors that a client can cause. */
const FASTIFY_CODES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
}

/** Fastify's words for the parts of a request, in a client's words. */
const PARTS: Readonly<Record<string, Text>> = {
  body: { en: 'The body', de: 'Der Inhalt' },
  querystring: { en: 'The query', de: 'Der Suchteil der Adresse' },
  params: { en: 'The path', de: 'Der Pfad' },
  headers: { en: 'The header', de: 'Der Kopf' },
}
const REQUEST: Text = { en: 'The request', de: 'Die Anfrage' }

/** Turns every error into a problem document. What is not in the table is a bug: logged whole, told in one sentence. */
export function problemHandler(table: ProblemTable, logger: Logger) {
  return (error: FastifyError | KlinkeError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const known = asKlinkeError(error)
    const kind = known && table[known.code]
    if (known && kind) return send(reply, request, known, kind)
    logger.error('request failed', { request: request.id, method: request.method, route: request.routeOptions.url, error })
    const hidden = new KlinkeError(INTERNAL, `Something went wrong here. Tell the operator the request id ${request.id}.`, {
      german: `Hier ist etwas schiefgegangen. Nennen Sie dem Betreiber die Kennung der Anfrage: ${request.id}.`,
    })
    return send(reply, request, hidden, commonProblems[INTERNAL])
  }
}

function asKlinkeError(error: FastifyError | KlinkeError): KlinkeError | undefined {
  if (error instanceof KlinkeError) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((issue) => ({ pointer: issue.instancePath, detail: fieldText(issue) }))
    const part = PARTS[error.validationContext ?? ''] ?? REQUEST
    const all = (language: Language) => errors.map(({ pointer, detail }) => `${pointer}: ${detail[language]}`).join('; ')
    return new InvalidRequest({ en: `${part.en} is not valid: ${all('en')}`, de: `${part.de} ist ungültig: ${all('de')}` }, errors)
  }
  const code = FASTIFY_CODES[error.code]
  if (code) return new KlinkeError(code, `${error.message}. Send JSON with Content-Type application/json, at most 1 MiB.`)
  return error.statusCode !== undefined && error.statusCode < 500
    ? new InvalidRequest({ en: error.message, de: `Die Anfrage lässt sich nicht lesen: ${error.message}` })
    : undefined
}

function changeIn(error: KlinkeError): { readonly changedBy?: string; readonly changedAt?: string } {
  if (!(error instanceof PreconditionFailed) || error.change === undefined) return {}
  return { changedBy: error.change.by, changedAt: error.change.at.toISOString() }
}

function send(reply: FastifyReply, request: FastifyRequest, error: KlinkeError, kind: ProblemKind): FastifyReply {
  const language = preferredLanguage(request.headers['accept-language'])
  const errors = error instanceof InvalidRequest && error.errors.length > 0 ? { errors: error.errors } : {}
  const used = error instanceof InUse && error.usedBy.length > 0 ? { usedBy: error.usedBy } : {}
  const detail = language === 'de' ? (error.german ?? kind.germanDetail) : error.message
  const facts = { detail, requestId: request.id, language, ...errors, ...used, ...changeIn(error) }
  const document = problem(error.code, kind, facts)
  if (error instanceof TooManyRequests) reply.header('retry-after', error.retryAfterSeconds)
  if (kind.status === 401) reply.header('www-authenticate', 'Bearer')
  if (kind.status === 503) reply.header('retry-after', 2)
  // Serialised here: the route's own schema for this status is another one, or none.
  return reply.code(kind.status).header('content-language', language).type(PROBLEM_MEDIA_TYPE).serializer(JSON.stringify).send(document)
}
