import { spawnSync } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { FIRST_DATA } from './first-data.ts'
import { RunningProduct } from './running-product.ts'

/** No test takes the power from the machine, and to wait for its disk is most of a change's time. What a killed process has written stays. */
const IN_MEMORY = 'fsync = off\nfull_page_writes = off\n'

/**
 * Starts a product once and keeps its data in `folder`. Gives the environment with which tests find it: each of their products begins with a copy, and
 * makes neither database nor demo customer again. What a first start does is shown by those that ask for one (`ProductOptions.firstStart`).
 */
export async function makeFirstData(root: string, folder: string): Promise<Readonly<Record<string, string>>> {
  const product = await RunningProduct.start({ root, firstStart: true })
  product.drain()
  await product.ended()
  const data = join(folder, 'first-data')
  const copied = spawnSync('cp', ['--archive', product.dataDirectory, data], { encoding: 'utf8' })
  await product[Symbol.asyncDispose]()
  if (copied.status !== 0) throw new Error(`The data of the first product cannot be kept: ${copied.stderr}`)
  appendFileSync(join(data, 'postgres/cluster/postgresql.auto.conf'), IN_MEMORY)
  return { [FIRST_DATA]: data }
}
