import type { Clock } from '@klinke/foundation'
import type { FastifyContextConfig } from 'fastify'
import { z } from 'zod'
import type { Api, FastifyRequest } from '../../http/api.ts'
import { holderOf } from '../../http/authentication.ts'
import { NotFound } from '../../http/errors.ts'
import { UPLOAD_TYPES, uploadedOctets, withUploads } from '../upload.ts'
import type { ImportJob, JobOwner } from './import-job.ts'
import type { ImportJobs } from './import-jobs.ts'
import { IMPORT_STAGES, type ImportProgress } from './import-progress.ts'

/** A client that follows a job is answered after so long at the latest, and asks again. */
const FOLLOWED_MS = 10_000

/** What every job shows. */
const jobFields = {
  id: z.uuid(),
  state: z.enum(['running', 'done', 'failed']),
  dryRun: z.boolean(),
  fileName: z.string(),
  startedAt: z.iso.datetime(),
  stage: z.enum(IMPORT_STAGES).nullable().describe('What is being done; null: it has ended'),
  percent: z.int().min(0).max(100).describe('100: it has ended'),
}

const jobParam = { jobId: z.uuid() }
const followed = { after: z.coerce.number().int().min(0).max(100).optional() }
const fileFrom = { from: z.uuid().optional().describe('The file of this earlier job; the body is empty then') }

/** One import that somebody wants. */
export interface WantedImport {
  readonly octets: Uint8Array
  readonly fileName: string
  readonly dryRun: boolean
}

/** What the routes of a kind of import are made of. */
export interface JobKind<Report> {
  readonly jobs: ImportJobs<Report>
  readonly clock: Clock
  /** Jobs are at `${path}/jobs`. */
  readonly path: string
  readonly tags: readonly string[]
  /** What is imported, for the titles: `extensions`. */
  readonly things: string
  readonly config?: FastifyContextConfig
  /** Parameters of `path`. */
  readonly params: z.ZodRawShape
  /** What every request's query may name, such as the tenant. */
  readonly query: z.ZodRawShape
  /** How a file is read, in the query of an import. */
  readonly importQuery: z.ZodRawShape
  readonly report: z.ZodType<Report>
  /** Whose jobs the request is about: what is imported into. Throws unless whoever asks may import there. */
  readonly subjectOf: (request: FastifyRequest) => Promise<string>
  /** Reads and does the import of this request. */
  readonly work: (request: FastifyRequest, wanted: WantedImport) => (progress: ImportProgress) => Promise<Report>
}

/** Adds imports that run on by themselves: begin one, list the own ones, follow one, and cancel or forget it. */
export function addImportJobs<Report>(api: Api, kind: JobKind<Report>): void {
  withUploads(api, (scope) => addStart(scope, kind))
  addReading(api, kind)
  addDiscard(api, kind)
}

function addStart<Report>(api: Pick<Api, 'post'>, kind: JobKind<Report>): void {
  const { jobs, path, tags, things, config = {}, params, importQuery } = kind
  const summary = `Begin an import of ${things} that runs on by itself, or try one`
  const querystring = z.strictObject({ ...importQuery, ...fileFrom })
  const wanted = z.object({ ...fileFrom, fileName: z.string(), dryRun: z.boolean() })
  const response = { 202: z.object(jobFields) }
  api.post(
    `${path}/jobs`,
    { config, schema: { tags, summary, params: z.object(params), querystring, consumes: UPLOAD_TYPES, response } },
    async (request, reply) => {
      const owner = await ownerOf(kind, request)
      const { from, fileName, dryRun } = wanted.parse(request.query)
      const octets = from === undefined ? uploadedOctets(request.body) : found(jobs.find(owner, from), from).about.octets
      const about = { owner, octets, fileName, dryRun }
      const job = jobs.start(about, kind.work(request, about))
      // The audit log gets what the job changes, when it does.
      if (request.work !== undefined) request.work.audited = true
      return reply.code(202).send(viewOf(job))
    },
  )
}

function addReading<Report>(api: Api, kind: JobKind<Report>): void {
  const { jobs, clock, path, tags, things, config = {}, params, query, report } = kind
  const list = {
    ...{ tags, summary: `List the own imports of ${things} that are running or have ended within the hour, the newest first` },
    ...{ params: z.object(params), querystring: z.strictObject(query) },
    response: { 200: z.object({ items: z.array(z.object(jobFields)) }) },
  }
  api.get(`${path}/jobs`, { config, schema: list }, async (request) => ({
    items: jobs.list(await ownerOf(kind, request)).map((job) => viewOf(job)),
  }))
  const one = {
    ...{ tags, summary: `Follow an import of ${things}: how far it is, and what came of it` },
    description:
      'With `after` the answer waits until more per cent than these are done, ten seconds at most. A job that failed answers the problem that ended it.',
    ...{ params: z.object({ ...params, ...jobParam }), querystring: z.strictObject({ ...query, ...followed }) },
    response: { 200: z.object({ ...jobFields, report: report.nullable().describe('null: it is still running') }) },
  }
  api.get(`${path}/jobs/:jobId`, { config, schema: one }, async (request) => {
    const { jobId } = z.object(jobParam).parse(request.params)
    const { after } = z.object(followed).parse(request.query)
    const job = found(jobs.find(await ownerOf(kind, request), jobId), jobId)
    if (after !== undefined) await job.beyond(after, clock, FOLLOWED_MS)
    const { state } = job
    if (state.kind === 'failed') throw state.error
    return { ...viewOf(job), report: state.kind === 'done' ? state.report : null }
  })
}

function addDiscard<Report>(api: Api, kind: JobKind<Report>): void {
  const { jobs, path, tags, things, config = {}, params, query } = kind
  const schema = {
    ...{ tags, summary: `Cancel an import of ${things} that is running, or forget what came of it` },
    ...{ params: z.object({ ...params, ...jobParam }), querystring: z.strictObject(query), response: { 204: z.null() } },
  }
  api.delete(`${path}/jobs/:jobId`, { config, schema }, async (request, reply) => {
    const { jobId } = z.object(jobParam).parse(request.params)
    jobs.discard(found(jobs.find(await ownerOf(kind, request), jobId), jobId))
    return reply.code(204).send(null)
  })
}

async function ownerOf<Report>({ subjectOf }: JobKind<Report>, request: FastifyRequest): Promise<JobOwner> {
  return { holderId: holderOf(request).id, subject: await subjectOf(request) }
}

function found<T>(job: T | undefined, id: string): T {
  if (job === undefined) throw new NotFound('import', id)
  return job
}

function viewOf({ id, about: { fileName, dryRun }, startedAt, state, percent }: ImportJob<unknown>) {
  const stage = state.kind === 'running' ? state.stage : null
  return { id, state: state.kind, dryRun, fileName, startedAt: startedAt.toISOString(), stage, percent }
}
