import { type Dispatch, type SetStateAction, useEffect, useState } from 'react'
import { Problem } from '../../api/problem.ts'
import { useTexts } from '../language.tsx'
import { useNotices } from '../notices.tsx'
import type { ImportJob, ImportReport, ImportSource } from './import-source.ts'
import { importTexts } from './import-texts.ts'

/** While the server is away it is asked again after this. */
const AGAIN_MS = 2_000

type Followed<Report> = readonly [ImportJob<Report> | undefined, Dispatch<SetStateAction<ImportJob<Report> | undefined>>]

/** Follows a job to its end, also while the server is away for a moment. */
export function useFollowed<Report extends ImportReport>(
  source: ImportSource<Report>,
  jobId: string | undefined,
  ended: (job: ImportJob<Report>) => void,
): Followed<Report> {
  const [job, setJob] = useState<ImportJob<Report>>()
  const { failed, done } = useNotices()
  const { lost } = useTexts(importTexts)
  useEffect(() => {
    if (jobId === undefined) return undefined
    const left = new AbortController()
    const shown = (next: ImportJob<Report>): void => {
      setJob(next)
      if (next.state !== 'running') ended(next)
    }
    const stopped = (error: unknown): void => {
      setJob(undefined)
      if (error instanceof Problem && error.status === 404) done(lost)
      else failed(error)
    }
    void follow(source, jobId, left.signal, { shown, stopped })
    return () => left.abort()
  }, [source, jobId, ended, failed, done, lost])
  return [job, setJob]
}

interface Told<Report> {
  readonly shown: (job: ImportJob<Report>) => void
  readonly stopped: (error: unknown) => void
}

async function follow<Report extends ImportReport>(
  source: ImportSource<Report>,
  jobId: string,
  left: AbortSignal,
  { shown, stopped }: Told<Report>,
): Promise<void> {
  for (let after = -1; !left.aborted; ) {
    try {
      const job = await source.follow(jobId, Math.max(after, 0))
      if (left.aborted) return
      shown(job)
      if (job.state !== 'running') return
      after = job.percent
    } catch (error) {
      if (left.aborted) return
      if (!isAway(error)) return stopped(error)
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }
}

/** The server, or its database, is away for a moment. */
function isAway(error: unknown): boolean {
  return error instanceof Problem && (error.status === 0 || error.status === 429 || error.status >= 502)
}
