import { useCallback, useEffect, useState } from 'react'
import { Problem } from '../../api/problem.ts'
import { useRefresh } from '../../api/queries.ts'
import { useNotices } from '../notices.tsx'
import { columnsOf, type ImportJob, type ImportQuery, type ImportReport, type ImportSource } from './import-source.ts'
import { useFollowed } from './use-followed.ts'

/** What the wizard shows, and what can be done. */
export interface Import<Report extends ImportReport> {
  /** Undefined: no file is chosen. */
  readonly job: ImportJob<Report> | undefined
  /** What came of the last trial of this file. */
  readonly tried: Report | undefined
  /** Nothing else can be begun now. */
  readonly isBusy: boolean
  /** A file is on its way to the server. */
  readonly isSending: boolean
  readonly choose: (file: File | null) => void
  /** Tries the same file another way. */
  readonly tryAgain: (how: ImportQuery) => void
  /** Does what was tried. */
  readonly act: (rows?: string) => void
  /** Cancels what is running, and forgets what came of it. */
  readonly leave: () => void
}

/** From a file to what becomes of it. The server does the work and keeps it for an hour, so that whoever comes back finds it. */
export function useImport<Report extends ImportReport>(
  source: ImportSource<Report>,
  queryOf: (tried: Report | undefined) => ImportQuery,
): Import<Report> {
  const { failed } = useNotices()
  const refresh = useRefresh()
  const [isSending, setSending] = useState(false)
  const [jobId, setJobId] = useState<string>()
  const [tried, setTried] = useState<Report>()
  const ended = useCallback(
    ({ dryRun, report }: ImportJob<Report>) => {
      if (dryRun) setTried(report ?? undefined)
      else void refresh(...source.refreshes)
    },
    [source, refresh],
  )
  const [job, setJob] = useFollowed(source, jobId, ended)
  const forget = useCallback(() => {
    setJobId(undefined)
    setJob(undefined)
    setTried(undefined)
  }, [setJob])
  useLast(source, setJobId)
  const begin = async (how: ImportQuery, file: Blob): Promise<void> => {
    setSending(true)
    try {
      const begun = await source.start(how, file)
      // Of another file, or now done: nothing is tried any more.
      if (how.from === undefined || !begun.dryRun) setTried(undefined)
      setJob({ ...begun, report: null })
      setJobId(begun.id)
    } catch (error) {
      failed(error)
    } finally {
      setSending(false)
    }
  }
  const again = (how: ImportQuery): void => {
    if (job === undefined) return
    const columns = columnsOf(tried?.table ?? null)
    const asTried = { ...queryOf(tried), ...(columns === undefined ? {} : { columns }) }
    void begin({ ...asTried, fileName: job.fileName, from: job.id, ...how }, new Blob([], { type: FILE_TYPE }))
  }
  return {
    ...{ job, tried, isSending, isBusy: isSending || job?.state === 'running' },
    choose: (file) => {
      // Some systems know spreadsheets by no type: what the file is, the server sees.
      const query = { ...queryOf(undefined), fileName: file?.name.slice(-200) ?? '', dryRun: 'true' }
      if (file !== null) void begin(query, new Blob([file], { type: FILE_TYPE }))
    },
    tryAgain: (how) => again({ ...how, dryRun: 'true' }),
    act: (rows) => again({ dryRun: 'false', ...(rows === undefined ? {} : { rows }) }),
    leave: () => {
      // What is gone already need not be forgotten.
      if (job !== undefined) source.discard(job.id).catch((error: unknown) => (isGone(error) ? undefined : failed(error)))
      forget()
    },
  }
}

const FILE_TYPE = 'application/octet-stream'

/** Whoever comes back finds the newest import again. */
function useLast<Report extends ImportReport>(source: ImportSource<Report>, found: (jobId: string | undefined) => void): void {
  useEffect(() => {
    let isLeft = false
    found(undefined)
    source.jobs().then(
      ([newest]) => (isLeft || newest === undefined || newest.state === 'failed' ? undefined : found(newest.id)),
      // Then there is nothing to come back to; a new file can be chosen.
      () => undefined,
    )
    return () => {
      isLeft = true
    }
  }, [source, found])
}

function isGone(error: unknown): boolean {
  return error instanceof Problem && error.status === 404
}
