/** A field that the server did not accept: JSON pointer (RFC 6901) into the body or query. */
export interface FieldProblem {
  readonly pointer: string
  readonly detail: string
}

/** What uses a thing that can therefore not be deleted. */
export interface UsedBy {
  readonly kind: string
  readonly id: string
  readonly name: string
}

/** An answer of the server that is not what was asked for: its problem document (RFC 9457). */
export class Problem extends Error {
  /** Stable name, without the common prefix, such as `extension-taken`; `unreachable` when no answer came. */
  readonly code: string
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  /** What kind of problem it is, in the language of the portal. */
  readonly title: string
  /** What happened here and how to mend it. */
  readonly detail: string
  readonly fields: readonly FieldProblem[]
  readonly usedBy: readonly UsedBy[]
  /** Of `changed-meanwhile`: who has changed it, and when; where the server knows. */
  readonly changed: { readonly by: string; readonly at: string } | undefined

  constructor(
    code: string,
    status: number,
    said: {
      readonly title?: string
      readonly detail?: string
      readonly fields?: readonly FieldProblem[]
      readonly usedBy?: readonly UsedBy[]
      readonly changed?: Problem['changed']
    },
  ) {
    super(said.detail ?? said.title ?? code)
    this.code = code
    this.status = status
    this.title = said.title ?? ''
    this.detail = said.detail ?? ''
    this.fields = said.fields ?? []
    this.usedBy = said.usedBy ?? []
    this.changed = said.changed
  }
}

const PREFIX = 'urn:klinke:problem:'

/** The problem that an answer with a status of 400 and above describes, whatever stands in it. */
export async function problemOf(response: Response): Promise<Problem> {
  const said: unknown = await response.json().catch(() => undefined)
  if (typeof said !== 'object' || said === null) return new Problem(`http-${response.status}`, response.status, {})
  const text = (name: string): string => {
    const value: unknown = Reflect.get(said, name)
    return typeof value === 'string' ? value : ''
  }
  const type = text('type')
  const code = type.startsWith(PREFIX) ? type.slice(PREFIX.length) : `http-${response.status}`
  return new Problem(code, response.status, {
    title: text('title'),
    detail: text('detail'),
    fields: fieldsOf(Reflect.get(said, 'errors')),
    usedBy: usersOf(Reflect.get(said, 'usedBy')),
    changed: text('changedBy') === '' ? undefined : { by: text('changedBy'), at: text('changedAt') },
  })
}

function usersOf(users: unknown): readonly UsedBy[] {
  if (!Array.isArray(users)) return []
  return users.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return []
    const [kind, id, name] = ['kind', 'id', 'name'].map((key): unknown => Reflect.get(entry, key))
    return typeof kind === 'string' && typeof id === 'string' && typeof name === 'string' ? [{ kind, id, name }] : []
  })
}

function fieldsOf(errors: unknown): readonly FieldProblem[] {
  if (!Array.isArray(errors)) return []
  return errors.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return []
    const [pointer, detail] = [Reflect.get(entry, 'pointer') as unknown, Reflect.get(entry, 'detail') as unknown]
    return typeof pointer === 'string' && typeof detail === 'string' ? [{ pointer, detail }] : []
  })
}
