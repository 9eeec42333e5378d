import { type ChangedRows, patched, type Tx } from '@klinke/platform'

/** The list of call targets, which triggers keep (migration 0011). */
export interface CallTargetTables {
  readonly call_target: {
    readonly tenant_id: string
    readonly kind: string
    readonly id: string
    readonly name: string
    readonly number: string | null
  }
}

/** Something that calls can be led to. */
export interface CallTarget {
  /** A `TargetKind`, or a kind of its feature's own that is dialled only, such as a park slot. */
  readonly kind: string
  readonly id: string
  readonly name: string
  /** 2–6 digits; undefined for what nobody can dial. */
  readonly number: string | undefined
}

/** One tenant's internal numbers, and its targets by id. */
export interface InternalNumbers {
  readonly byNumber: ReadonlyMap<string, CallTarget>
  /** Keys are `targetKey`s. */
  readonly targets: ReadonlyMap<string, CallTarget>
}

export const NO_INTERNAL_NUMBERS: InternalNumbers = { byNumber: new Map(), targets: new Map() }

export function targetKey(kind: string, id: string): string {
  return `${kind}/${id}`
}

export function internalNumbersOf(targets: readonly CallTarget[]): InternalNumbers {
  const numbered = targets.flatMap((target) => (target.number === undefined ? [] : [[target.number, target] as const]))
  return { byNumber: new Map(numbered), targets: new Map(targets.map((target) => [targetKey(target.kind, target.id), target])) }
}

/** By tenant id. */
export async function loadInternalNumbers(tx: Tx): Promise<ReadonlyMap<string, InternalNumbers>> {
  const rows = await tx.tables<CallTargetTables>().selectFrom('call_target').selectAll().execute()
  const byTenant = Map.groupBy(rows, (row) => row.tenant_id)
  return new Map([...byTenant].map(([tenantId, own]) => [tenantId, internalNumbersOf(own.map(fromRow))]))
}

/** After a change of these call targets; keys of the rows are `targetKey`s (migration 0134). */
export async function followInternalNumbers(tx: Tx, before: InternalNumbers, changed: ChangedRows): Promise<InternalNumbers | undefined> {
  const keys = [...(changed.get('call_target') ?? [])]
  if (keys.length === 0) return undefined
  const ids = keys.map((key) => key.slice(key.indexOf('/') + 1))
  const rows = (await tx.tables<CallTargetTables>().selectFrom('call_target').selectAll().where('id', 'in', ids).execute()).map(fromRow)
  const now = internalNumbersOf(rows)
  const numbers = keys.map((key) => before.targets.get(key)?.number).filter((number) => number !== undefined)
  const byNumber = patched(before.byNumber, [...numbers, ...now.byNumber.keys()], now.byNumber)
  return { byNumber, targets: patched(before.targets, keys, now.targets) }
}

/** What calls of one tenant can be led to. */
export async function listTargets(tx: Tx, tenantId: string): Promise<readonly CallTarget[]> {
  const query = tx.tables<CallTargetTables>().selectFrom('call_target').selectAll().where('tenant_id', '=', tenantId)
  return (await query.execute()).map(fromRow)
}

function fromRow({ kind, id, name, number }: CallTargetTables['call_target']): CallTarget {
  return { kind, id, name, number: number ?? undefined }
}

/** The internal numbers that a tenant has given. */
export async function usedInternalNumbers(tx: Tx, tenantId: string): Promise<ReadonlySet<string>> {
  const query = tx.tables<CallTargetTables>().selectFrom('call_target').select('number').where('tenant_id', '=', tenantId)
  return new Set((await query.execute()).flatMap(({ number }) => number ?? []))
}
