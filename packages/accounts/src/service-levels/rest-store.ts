import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { Component } from './component.ts'
import type { Span } from './span.ts'

interface RestTables {
  readonly service_rest: { readonly id: string; readonly component: Component; readonly from_at: Date; readonly until_at: Date | null }
}

/** From now on nobody means to measure a component. */
export async function beginRest(tx: Tx, component: Component, at: Date): Promise<void> {
  await tx.tables<RestTables>().insertInto('service_rest').values({ id: randomUUIDv7(), component, from_at: at, until_at: null }).execute()
}

/** It is measured again; nothing happens where it was. */
export async function endRest(tx: Tx, component: Component, at: Date): Promise<void> {
  const query = tx.tables<RestTables>().updateTable('service_rest').where('component', '=', component).where('until_at', 'is', null)
  await query.set({ until_at: sql<Date>`greatest(from_at, ${at})` }).execute()
}

/** Times in which components were not meant to be measured, as far as they touch a time. */
export async function restsIn(tx: Tx, { fromMs, untilMs }: Span): Promise<readonly (Span & { readonly component: Component })[]> {
  const query = tx.tables<RestTables>().selectFrom('service_rest').selectAll().where('from_at', '<', new Date(untilMs))
  const rows = await query.where((is) => is.or([is('until_at', 'is', null), is('until_at', '>', new Date(fromMs))])).execute()
  return rows.map(({ component, from_at, until_at }) => ({ component, fromMs: from_at.getTime(), untilMs: until_at?.getTime() ?? untilMs }))
}
