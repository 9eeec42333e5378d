import type { Access } from '../api.ts'
import { PROBLEM_MEDIA_TYPE } from '../problem.ts'
import type { Area } from '../rights.ts'
import { operationId } from './operation-id.ts'
import { ANSWERS, AREA_OF_RIGHTS, IF_MATCH, PROBLEMS, WHO } from './words.ts'

/** An OpenAPI 3.1 document, as far as it is completed here. */
export interface OpenApiDocument {
  readonly info?: { description?: string }
  tags?: { name: string; description?: string }[]
  readonly components?: {
    responses?: Record<string, { description: string }>
    schemas?: Record<string, unknown>
    headers?: Record<string, unknown>
    readonly securitySchemes?: Record<string, { description?: string }>
  }
  readonly paths?: Record<string, Record<string, OpenApiOperation>>
}

export interface OpenApiOperation {
  operationId?: string
  summary?: string
  description?: string
  tags?: string[]
  security?: unknown[]
  parameters?: { name: string; in: string; description?: string; required?: boolean; schema: unknown }[]
  responses?: Record<string, OpenApiResponse>
  requestBody?: unknown
  readonly 'x-access'?: Access
  readonly 'x-area'?: Area
}

export interface OpenApiResponse {
  readonly $ref?: string
  description?: string
  readonly content?: Record<string, { readonly schema?: unknown }>
}

/** Completes the document that is made of the schemas: names of operations, who may use them, the problems that they answer. */
export function completed<Document extends object>(made: Document, prefix: string): Document {
  const document = made as OpenApiDocument
  const { components, paths = {} } = document
  if (components !== undefined) {
    components.schemas = { ...components.schemas, Problem: problemJsonSchema }
    components.responses = Object.fromEntries(Object.values(PROBLEMS).map(([name, description]) => [name, problemResponse(description.en)]))
  }
  const tags = new Map<string, Set<string>>()
  for (const [path, operations] of Object.entries(paths))
    for (const [method, operation] of Object.entries(operations)) {
      complete(method, path.startsWith(prefix) ? path.slice(prefix.length) : path, operation)
      for (const tag of operation.tags ?? []) tags.set(tag, (tags.get(tag) ?? new Set()).add(operation['x-area'] ?? 'all'))
    }
  document.tags = [...tags].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([name, areas]) => ({ name, ...describedBy(areas) }))
  return made
}

function describedBy(areas: ReadonlySet<string>): { readonly description?: string } {
  const named = [...areas].filter((area) => area !== 'all')
  return named.length === 0 ? {} : { description: `${AREA_OF_RIGHTS.en}: ${named.join(', ')}` }
}

function complete(method: string, path: string, operation: OpenApiOperation): void {
  const access = operation['x-access'] ?? 'tenant'
  const responses = operation.responses ?? {}
  const isList = Object.entries(responses).some(
    ([status, { content }]) => status === '200' && hasItems(content?.['application/json']?.schema),
  )
  operation.operationId = operationId(method, path, { isList, makes: '201' in responses })
  const area = operation['x-area']
  const who = `${WHO[access].en}${area === undefined || access === 'public' || access === 'signed-in' ? '' : ` ${AREA_OF_RIGHTS.en}: \`${area}\`.`}`
  operation.description = operation.description === undefined ? who : `${operation.description}\n\n${who}`
  if (access === 'public') operation.security = []
  if ((method === 'patch' || method === 'delete') && access !== 'public') operation.parameters = [...(operation.parameters ?? []), ifMatch]
  operation.responses = {
    ...Object.fromEntries(Object.entries(responses).map(described)),
    ...problemsOf(method, path, access, operation.requestBody !== undefined),
  }
}

function problemsOf(method: string, path: string, access: Access, hasBody: boolean): NonNullable<OpenApiOperation['responses']> {
  const changes = method !== 'get'
  const statuses: readonly (keyof typeof PROBLEMS)[] = [
    '400',
    ...(access === 'public' ? [] : (['401', '403'] as const)),
    ...(path.includes('{') || access !== 'public' ? (['404'] as const) : []),
    ...(changes ? (['409', '422'] as const) : []),
    ...(method === 'patch' || method === 'delete' ? (['412'] as const) : []),
    ...(hasBody ? (['413', '415'] as const) : []),
    ...(['429', '503'] as const),
  ]
  return Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/${PROBLEMS[status][0]}` }]))
}

/** The library's own words say nothing. */
function described([status, response]: readonly [string, OpenApiResponse]): readonly [string, OpenApiResponse] {
  const description = ANSWERS[status]?.en
  return [status, description === undefined || response.description !== 'Default Response' ? response : { ...response, description }]
}

function hasItems(schema: unknown): boolean {
  return typeof schema === 'object' && schema !== null && 'properties' in schema && Object.hasOwn(schema.properties as object, 'items')
}

const ifMatch = {
  name: 'if-match',
  in: 'header',
  required: false,
  description: IF_MATCH.en,
  schema: { type: 'string', examples: ['"1k2Jr0xV5mH3w8qTz9c4bA"'] },
}

const problemJsonSchema = {
  type: 'object',
  description: 'Problem document (RFC 9457)',
  required: ['type', 'title', 'status', 'detail', 'instance'],
  properties: {
    type: { type: 'string', description: 'Stable name of the kind of problem' },
    title: { type: 'string', description: 'What kind of problem it is, in the language of Accept-Language (de or en)' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What happened here and how to mend it' },
    instance: { type: 'string', description: 'Id of the request, also in the log' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: { pointer: { type: 'string', description: 'JSON pointer (RFC 6901)' }, detail: { type: 'string' } },
      },
    },
  },
  examples: [
    {
      type: 'urn:klinke:problem:number-taken',
      title: 'Number taken',
      status: 409,
      detail: 'The number 20 is in use. Choose another one.',
      instance: 'urn:uuid:018f0000-0000-7000-8000-000000000001',
    },
  ],
}

function problemResponse(description: string): { description: string; content: object } {
  return { description, content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } } }
}
