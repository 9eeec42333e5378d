/** JSON Schema, as far as the document of the API uses it. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly examples?: readonly unknown[]
  readonly example?: unknown
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly minItems?: number
  readonly minLength?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly schema: Schema
}

export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>
  readonly components: { readonly schemas?: Readonly<Record<string, Schema>> }
}

/** Throws for an answer that is no document of an API. */
export function documentIn(answer: unknown): ApiDocument {
  if (!isDocument(answer)) throw new Error('The answer is no OpenAPI document.')
  return answer
}

function isDocument(answer: unknown): answer is ApiDocument {
  if (typeof answer !== 'object' || answer === null || !('paths' in answer) || !('components' in answer)) return false
  const { paths, components } = answer
  return typeof paths === 'object' && paths !== null && typeof components === 'object' && components !== null
}

interface DocumentedOperation {
  readonly operationId: string
  readonly summary?: string
  readonly description?: string
  readonly tags?: readonly string[]
  readonly 'x-access': Access
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly responses: Readonly<Record<string, unknown>>
}

export type Access = 'public' | 'signed-in' | 'user' | 'tenant' | 'reseller' | 'operator'
export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** One route and method, as the document describes it. */
export interface Operation {
  readonly name: string
  readonly method: Method
  /** Below `/api/v1`, with `{parameters}`. */
  readonly path: string
  readonly access: Access
  readonly parameters: readonly Parameter[]
  /** Media types of the body; empty: it has none. */
  readonly mediaTypes: readonly string[]
  readonly body: Schema | undefined
  readonly statuses: readonly string[]
  readonly documented: DocumentedOperation
}

const PREFIX = '/api/v1'

/** All operations of the document. */
export function operationsOf({ paths }: ApiDocument): readonly Operation[] {
  return Object.entries(paths).flatMap(([fullPath, methods]) =>
    Object.entries(methods).map(([method, documented]) => {
      const path = fullPath.slice(PREFIX.length)
      const content = documented.requestBody?.content ?? {}
      return {
        ...{ name: `${method.toUpperCase()} ${path}`, method: method.toUpperCase() as Method, path, documented },
        ...{ access: documented['x-access'], parameters: documented.parameters ?? [], statuses: Object.keys(documented.responses) },
        ...{ mediaTypes: Object.keys(content), body: content['application/json']?.schema },
      }
    }),
  )
}
