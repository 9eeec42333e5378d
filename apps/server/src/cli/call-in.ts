import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { KlinkeError } from '@klinke/foundation'
import { parsePublic } from '@klinke/numbering'
import { z } from 'zod'
import { type DemoFile, demoFilePath, readDemoFile } from '../demo/demo-file.ts'

const POLL_MS = 200
const LONGEST_CALL_SECONDS = 3600
/** What a caller hears of in words. */
const MEANINGS: Readonly<Record<number, string>> = {
  404: 'nobody has this number',
  408: 'no answer',
  480: 'no phone is registered there, or nobody answered',
  486: 'busy',
  603: 'declined',
}

const startedSchema = z.object({ id: z.string() })
const refusedSchema = z.object({ error: z.string() })
const progressSchema = z.object({ state: z.string(), status: z.number().optional() })

/** `call-in`: the simulated public network calls a number; prints each step until the call is over. Exit code 0 when it was answered. */
export async function callIn(args: readonly string[], dataDir: string): Promise<number> {
  const options = { from: { type: 'string' }, seconds: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const demo = await readDemoFile(dataDir)
  if (!demo) throw new KlinkeError('no-demo', `${demoFilePath(dataDir)} is not there. Start Klinke with its demo first: npm start.`)
  const to = positionals.length === 0 ? demo.numbers[0] : publicNumber(positionals.join(''))
  const from = values.from === undefined ? undefined : publicNumber(values.from)
  const { id } = startedSchema.parse(await ask(demo, 'POST', '/calls', { to, from, seconds: secondsOf(values.seconds) }))
  return follow(demo, id)
}

/** A number as people write it, such as `0221 4710101` or `+49 221 4710101`, as E.164. */
function publicNumber(text: string): string {
  const read = parsePublic(text, undefined)
  if (read.kind === 'public') return read.number
  throw new KlinkeError('not-a-number', `"${text}" is not a number in the public network. Write it like +492214710101 or 02214710101.`)
}

function secondsOf(text: string | undefined): number | undefined {
  const seconds = text === undefined ? undefined : Number(text)
  if (seconds === undefined || (seconds > 0 && seconds <= LONGEST_CALL_SECONDS)) return seconds
  throw new KlinkeError('not-seconds', `--seconds ${text}: expected a number from 1 to ${LONGEST_CALL_SECONDS}.`)
}

async function follow(demo: DemoFile, id: string): Promise<number> {
  let answered = false
  for (let last = ''; ; await pause(POLL_MS)) {
    const { state, status } = progressSchema.parse(await ask(demo, 'GET', `/calls/${id}`))
    if (state !== last) console.log(status === undefined ? state : `${state}: ${MEANINGS[status] ?? 'SIP status'} (${status})`)
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
