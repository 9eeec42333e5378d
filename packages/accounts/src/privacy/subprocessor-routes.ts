import type { Clock } from '@klinke/foundation'
import { type ApiRoutes, type Database, InvalidRequest, type Tx } from '@klinke/platform'
import { z } from 'zod'
import { germanToday } from '../retention/periods.ts'
import { SubprocessorTooSoon } from './problems.ts'
import {
  announceSubprocessor,
  endSubprocessor,
  hasAgreements,
  insertSubprocessor,
  listSubprocessors,
  SUBPROCESSOR_NOTICE_DAYS,
  type Subprocessor,
} from './subprocessors.ts'

export interface SubprocessorRouteParts {
  readonly database: Database
  readonly clock: Pick<Clock, 'epochMs'>
  /** Name and address of the operator. */
  readonly operator: (tx: Tx) => Promise<string>
}

const tags = ['privacy']
const text = (most: number, example: string) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .meta({ examples: [example] })
const said = {
  name: text(200, 'Rechenzentrum GmbH'),
  task: text(300, 'Betrieb der Server').describe('What for'),
  place: z
    .string()
    .trim()
    .max(200)
    .default('')
    .describe('Where the data is')
    .meta({ examples: ['Falkenstein'] }),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .describe('ISO 3166-1')
    .meta({ examples: ['DE'] }),
  since: z.iso
    .date()
    .describe('First day; as long as customers have agreements at least four weeks from now')
    .meta({ examples: ['2099-01-01'] }),
}
const newSubprocessor = z.strictObject(said)
const view = z.object({
  ...{ id: z.uuid(), ...said, place: z.string() },
  until: z.iso.date().nullable().describe('Last day; null: it goes on'),
  announcedAt: z.iso.datetime().nullable().describe('When customers with an agreement were told; null: there were none'),
})
const ending = z.strictObject({
  until: z.iso
    .date()
    .describe('Last day')
    .meta({ examples: ['2099-12-31'] }),
})

/** Annex 2 of the processing agreement: customers who have accepted it are told by mail of each change before it (Art. 28 (2) GDPR). */
export function subprocessorRoutes({ database, clock, operator }: SubprocessorRouteParts): ApiRoutes {
  const config = { access: 'operator' } as const
  /** Throws `SubprocessorTooSoon`. */
  const announced = async (tx: Tx, changed: Subprocessor, on: Temporal.PlainDate, begins: boolean): Promise<z.infer<typeof view>> => {
    const nowMs = clock.epochMs()
    const earliest = germanToday(nowMs).add({ days: SUBPROCESSOR_NOTICE_DAYS })
    if ((await hasAgreements(tx)) && Temporal.PlainDate.compare(on, earliest) < 0) throw new SubprocessorTooSoon(earliest.toString())
    return viewOf(await announceSubprocessor(tx, changed, { at: new Date(nowMs), on, begins, controller: await operator(tx) }))
  }
  return (api) => {
    const list = {
      ...{ tags, summary: 'List subprocessors, annex 2 of the processing agreement; also such as begin later' },
      response: { 200: z.object({ items: z.array(view) }) },
    }
    api.get('/subprocessors', { schema: list }, async () => {
      const found = await database.withOperator((tx) => listSubprocessors(tx, germanToday(clock.epochMs())))
      return { items: found.map(viewOf) }
    })
    const add = { tags, summary: 'Add a subprocessor, and tell customers of it', body: newSubprocessor, response: { 201: view } }
    api.post('/subprocessors', { config, schema: add }, async (request, reply) => {
      const { body } = request
      const made = await database.withOperator(async (tx) =>
        announced(tx, await insertSubprocessor(tx, body), Temporal.PlainDate.from(body.since), true),
      )
      return reply.code(201).send(made)
    })
    const params = z.object({ subprocessorId: z.uuid() })
    const end = { tags, summary: 'End a subprocessor, and tell customers of it', params, body: ending, response: { 200: view } }
    api.post('/subprocessors/:subprocessorId/end', { config, schema: end }, async (request) => {
      const { until } = request.body
      return database.withOperator(async (tx) => {
        const ended = await endSubprocessor(tx, request.params.subprocessorId, until)
        if (ended.since > until) throw endsTooEarly()
        return announced(tx, ended, Temporal.PlainDate.from(until).add({ days: 1 }), false)
      })
    })
  }
}

function endsTooEarly(): InvalidRequest {
  const detail = { en: 'must not be before the first day', de: 'darf nicht vor dem ersten Tag liegen' }
  return new InvalidRequest(detail, [{ pointer: '/until', detail }])
}

function viewOf({ announcedAt, ...subprocessor }: Subprocessor): z.infer<typeof view> {
  return { ...subprocessor, announcedAt: announcedAt?.toISOString() ?? null }
}
