import { setImmediate as nextTurn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Bytes of live objects on the heap. Collects twice: what the end of an object sets free is told a turn later. */
export async function heapBytes(): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  collectGarbage()
  await nextTurn()
  collectGarbage()
  return process.memoryUsage().heapUsed
}
