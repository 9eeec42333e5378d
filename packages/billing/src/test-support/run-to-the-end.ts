import { silentLogger } from '@klinke/foundation'
import { type Database, systemClock } from '@klinke/platform'
import { monthOf } from '../invoices/period.ts'
import type { RunState } from '../invoices/runs/run.ts'
import { countCustomers, findRun, insertRun, setRunState } from '../invoices/runs/run-store.ts'
import { advanceRun } from '../invoices/runs/run-worker.ts'
import { invoiceSources } from '../rooms.ts'

/** An invoice run over all customers for a month, drafted and issued; `step` is told after each step. How many customers it issued to. */
export async function runToTheEnd(database: Database, month: string, step: (state: RunState) => void): Promise<number> {
  const parts = { database, clock: systemClock(), logger: silentLogger }
  const sources = invoiceSources(parts)
  const id = await database.withOperator((tx) => insertRun(tx, { profile: null, period: monthOf(month), startedBy: 'bench' }))
  const work = async (state: RunState): Promise<void> => {
    while (await advanceRun({ ...parts, sources })) step(state)
  }
  await work('drafting')
  await database.withOperator((tx) => setRunState(tx, id, 'issuing', monthOf(month).until))
  await work('issuing')
  return database.withOperator(async (tx) => {
    const { state } = await findRun(tx, id)
    if (state !== 'issued') throw new Error(`The run is "${state}".`)
    return (await countCustomers(tx, id)).issued
  })
}
