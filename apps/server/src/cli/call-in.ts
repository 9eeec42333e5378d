import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { KlinkeError } from '@klinke/foundation'
import { z } from 'zod'
import { type DemoFile, demoFilePath, readDemoFile } from '../demo/demo-file.ts'

const POLL_MS = 200
const startedSchema = z.object({ id: z.string() })
const refusedSchema = z.object({ error: z.string() })
const progressSchema = z.object({ state: z.string(), status: z.number().optional() })

/** `call-in`: the simulated public network calls a number; prints each step until the call is over. Exit code 0 when it was answered. */
export async function callIn(args: readonly string[], dataDir: string): Promise<number> {
  const options = { from: { type: 'string' }, seconds: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const demo = await readDemoFile(dataDir)
  if (!demo) throw new KlinkeError('no-demo', `${demoFilePath(dataDir)} is not there. Start Klinke with its demo first: npm start.`)
  const seconds = values.seconds === undefined ? undefined : Number(values.seconds)
  const { id } = startedSchema.parse(
    await ask(demo, 'POST', '/calls', { to: positionals[0] ?? demo.numbers[0], from: values.from, seconds }),
  )
  return follow(demo, id)
}

async function follow(demo: DemoFile, id: string): Promise<number> {
  let answered = false
  for (let last = ''; ; await pause(POLL_MS)) {
    const { state, status } = progressSchema.parse(await ask(demo, 'GET', `/calls/${id}`))
    if (state !== last) console.log(status === undefined ? state : `${state}: SIP status ${status}`)
    last = state
    answered ||= state === 'answered'
    if (state === 'ended' || state === 'failed') return answered ? 0 : 1
  }
}

async function ask({ control }: DemoFile, method: string, path: string, body?: unknown): Promise<unknown> {
  const headers = { authorization: `Bearer ${control.token}`, 'content-type': 'application/json' }
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) }
  const response = await fetch(control.url + path, init).catch((error: unknown) => {
    throw new KlinkeError('no-public-network', 'The simulated public network does not answer. Is Klinke running?', { cause: error })
  })
  const answer: unknown = await response.json()
  if (response.ok) return answer
  throw new KlinkeError('call-in-refused', `The call was refused: ${refusedSchema.safeParse(answer).data?.error ?? response.status}`)
}
