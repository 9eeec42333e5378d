import type { Operations } from './operations/index.ts'

/** A route by method and path, such as `GET /extensions/{extensionId}`. */
export type Operation = keyof Operations

/** What a route answers. */
export type Answer<Name extends Operation> = Operations[Name]['answer']

/** One entry of a list route. */
export type Entry<Name extends Operation> = Answer<Name> extends { readonly items: readonly (infer Item)[] } ? Item : never

/** The body that a route takes. */
export type Body<Name extends Operation> = Operations[Name] extends { readonly body?: infer Given } ? Given : never

/** Query parameters of a route. */
export type Query<Name extends Operation> = Operations[Name] extends { readonly query?: infer Given }
  ? NonNullable<Given>
  : Record<string, never>

/** All that a route takes: `path`, `query`, `body`, as far as it has them. */
export type Input<Name extends Operation> = Omit<Operations[Name], 'answer'> & {
  /** The change is refused when the thing is no longer this version (`versionOf`). */
  readonly ifMatch?: string | undefined
}

/** The input may be left out where nothing in it is needed. */
export type InputOf<Name extends Operation> = Record<string, never> extends Input<Name> ? [input?: Input<Name>] : [input: Input<Name>]
