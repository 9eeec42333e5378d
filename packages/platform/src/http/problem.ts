import { z } from 'zod'
import type { Language, Text } from '../i18n/language.ts'
import type { UsedBy } from './errors.ts'

/** What an error code means for HTTP. */
export interface ProblemKind {
  readonly status: number
  readonly title: Text
  /** What happened and how to mend it, in German; the error itself says it in English, and in German where it names what this sentence cannot. */
  readonly germanDetail: string
}

/** By the `code` of a KlinkeError. Each slice brings one table for its errors. */
export type ProblemTable = Readonly<Record<string, ProblemKind>>

/** Codes become URNs: stable names that need no web site. */
export const PROBLEM_TYPE_PREFIX = 'urn:klinke:problem:'
export const PROBLEM_MEDIA_TYPE = 'application/problem+json'

/** One wrong field of a request. */
export interface FieldError {
  /** JSON pointer (RFC 6901) into body, query or path. */
  readonly pointer: string
  readonly detail: Text
}

export const problemSchema = z
  .object({
    type: z.string().describe('Stable name of the kind of problem'),
    title: z.string().describe('What kind of problem it is, in the language of Accept-Language (de or en)'),
    status: z.int(),
    detail: z.string().describe('What happened here and how to mend it; German or English, as `content-language` says'),
    instance: z.string().describe('Id of the request, also in the log'),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
    changedBy: z.string().optional().describe('Of 412: who has changed it'),
    changedAt: z.string().optional(),
    usedBy: z
      .array(z.object({ kind: z.string(), id: z.string(), name: z.string() }))
      .optional()
      .describe('What uses the thing that can therefore not be deleted'),
  })
  .describe('Problem document (RFC 9457)')

export type Problem = z.infer<typeof problemSchema>

/** What is so in this one case. */
export interface ProblemFacts {
  readonly detail: string
  readonly requestId: string
  readonly language: Language
  readonly errors?: readonly FieldError[]
  readonly changedBy?: string
  readonly changedAt?: string
  readonly usedBy?: readonly UsedBy[]
}

/** The document for an error of this kind. */
export function problem(code: string, kind: ProblemKind, about: ProblemFacts): Problem {
  return {
    type: PROBLEM_TYPE_PREFIX + code,
    title: kind.title[about.language],
    status: kind.status,
    detail: about.detail,
    instance: `urn:uuid:${about.requestId}`,
    ...(about.errors ? { errors: about.errors.map(({ pointer, detail }) => ({ pointer, detail: detail[about.language] })) } : {}),
    ...(about.usedBy ? { usedBy: about.usedBy.map(({ kind: used, id, name }) => ({ kind: used, id, name })) } : {}),
    ...(about.changedBy === undefined ? {} : { changedBy: about.changedBy }),
    ...(about.changedAt === undefined ? {} : { changedAt: about.changedAt }),
  }
}
