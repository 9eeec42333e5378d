import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { Component } from './component.ts'
import { type ComponentState, measured, type OutageChange, type Probe, rested } from './measure.ts'
import { beginRest, endRest } from './rest-store.ts'
import type { Span } from './span.ts'

interface MeasureTables {
  readonly service_component: {
    readonly component: Component
    readonly measured_from: Date
    readonly probed_at: Date
    readonly good_at: Date
    readonly down_since: Date | null
    readonly rests_since: Date | null
  }
  readonly service_outage: {
    readonly id: string
    readonly component: Component
    readonly began_at: Date
    readonly ended_at: Date | null
    readonly cause: 'failed' | 'not-measured'
    readonly detail: string
  }
}

/** An outage as it was measured. */
export interface MeasuredOutage {
  readonly component: Component
  readonly beganAt: Date
  /** Null: it lasts. */
  readonly endedAt: Date | null
  readonly cause: 'failed' | 'not-measured'
  readonly detail: string
}

export async function componentStates(tx: Tx): Promise<readonly ComponentState[]> {
  const rows = await tx.tables<MeasureTables>().selectFrom('service_component').selectAll().execute()
  return rows.map((row) => ({
    ...{ component: row.component, measuredFromMs: row.measured_from.getTime(), probedMs: row.probed_at.getTime() },
    ...{ goodMs: row.good_at.getTime(), downSinceMs: row.down_since?.getTime() },
    restsSinceMs: row.rests_since?.getTime(),
  }))
}

/** Takes what a probe has found. Only one at a time may be in it for a component. */
export async function noteProbe(tx: Tx, component: Component, probe: Probe): Promise<void> {
  const before = (await componentStates(tx)).find((state) => state.component === component)
  const { state, changes } = measured(before, component, probe)
  await putState(tx, state)
  if (before?.restsSinceMs !== undefined && state.restsSinceMs === undefined) await endRest(tx, component, new Date(probe.atMs))
  for (const change of changes) await putChange(tx, component, change)
}

/** Takes that from now on nobody means to measure a component, until the next probe. */
export async function noteRest(tx: Tx, component: Component, atMs: number): Promise<void> {
  const before = (await componentStates(tx)).find((state) => state.component === component)
  const after = rested(before, atMs)
  if (after === undefined) return
  await putState(tx, after.state)
  await beginRest(tx, component, new Date(atMs))
  for (const change of after.changes) await putChange(tx, component, change)
}

async function putState(tx: Tx, { component, measuredFromMs, probedMs, goodMs, downSinceMs, restsSinceMs }: ComponentState): Promise<void> {
  const row = {
    ...{ measured_from: new Date(measuredFromMs), probed_at: new Date(probedMs), good_at: new Date(goodMs) },
    down_since: downSinceMs === undefined ? null : new Date(downSinceMs),
    rests_since: restsSinceMs === undefined ? null : new Date(restsSinceMs),
  }
  const inserting = tx
    .tables<MeasureTables>()
    .insertInto('service_component')
    .values({ component, ...row })
  await inserting.onConflict((conflict) => conflict.column('component').doUpdateSet(row)).execute()
}

async function putChange(tx: Tx, component: Component, change: OutageChange): Promise<void> {
  const tables = tx.tables<MeasureTables>()
  if (change.kind === 'ended') {
    const ended = sql<Date>`greatest(began_at, ${new Date(change.atMs)})`
    await tables
      .updateTable('service_outage')
      .set({ ended_at: ended })
      .where('component', '=', component)
      .where('ended_at', 'is', null)
      .execute()
    return
  }
  const row = {
    ...{ id: randomUUIDv7(), component, began_at: new Date(change.fromMs) },
    ...(change.kind === 'missed'
      ? { ended_at: new Date(change.untilMs), cause: 'not-measured' as const, detail: '' }
      : { ended_at: null, cause: change.cause, detail: change.detail }),
  }
  await tables.insertInto('service_outage').values(row).execute()
}

/** The time of an outage; one that lasts is as long as it is until now. */
export function spanOfOutage({ beganAt, endedAt }: Pick<MeasuredOutage, 'beganAt' | 'endedAt'>, nowMs: number): Span {
  return { fromMs: beganAt.getTime(), untilMs: endedAt?.getTime() ?? nowMs }
}
