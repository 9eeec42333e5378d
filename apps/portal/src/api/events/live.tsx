import { type Query, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react'
import { isBelow } from '../below.ts'
import { type LiveEvent, pathsOf } from './event.ts'
import { followEvents } from './follow-events.ts'

interface Live {
  /** Events arrive; while they do not, pages ask again and again. */
  readonly isLive: boolean
  /** Tells each event as it comes, until what it gives is called. */
  readonly listen: (listener: (event: LiveEvent) => void) => () => void
}

const LiveContext = createContext<Live>({ isLive: false, listen: () => () => undefined })

/** While many things happen, pages are read again at most so often. */
const AGAIN_AFTER_MS = 1_000
/** A list of more pages is not read again with each event. */
const MANY_PAGES = 3
const LIVE_POLL_MS = 60_000

interface LiveProviderProps {
  readonly tenantId: string | undefined
  /** The session has ended elsewhere. */
  readonly ended: () => void
  readonly children: ReactNode
}

/** Follows the event stream, and has read again what an event changes. */
export function LiveProvider({ tenantId, ended, children }: LiveProviderProps) {
  const queries = useQueryClient()
  const [isLive, setLive] = useState(false)
  const listeners = useRef(new Set<(event: LiveEvent) => void>())
  useEffect(() => {
    const refresh = atMostEvery(AGAIN_AFTER_MS, (paths) => {
      const wanted = (query: Query): boolean => isBelow(query.queryKey[0], paths) && !isLongList(query)
      void queries.invalidateQueries({ predicate: wanted })
    })
    const event = (happened: LiveEvent): void => {
      refresh.add(pathsOf(happened))
      for (const listener of listeners.current) listener(happened)
    }
    const stop = followEvents({
      ...(tenantId === undefined ? {} : { tenantId }),
      event,
      live: setLive,
      ended,
      resync: () => refresh.add(['']),
    })
    return () => {
      stop()
      refresh.stop()
    }
  }, [queries, tenantId, ended])
  const live = useMemo(() => {
    const listen: Live['listen'] = (listener) => {
      listeners.current.add(listener)
      return () => void listeners.current.delete(listener)
    }
    return { isLive, listen }
  }, [isLive])
  return <LiveContext value={live}>{children}</LiveContext>
}

/** True while events arrive. */
export function useIsLive(): boolean {
  return use(LiveContext).isLive
}

/** Calls `listener` with each event, such as to ring; what pages read is read again without it. */
export function useEvents(listener: (event: LiveEvent) => void): void {
  const { listen } = use(LiveContext)
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  }, [listener])
  useEffect(() => listen((event) => latest.current(event)), [listen])
}

/** How often a page asks by itself: seldom while events arrive. */
export function usePolling(everyMs: number | undefined): { readonly refetchInterval?: number } {
  const isLive = useIsLive()
  if (everyMs === undefined) return {}
  return { refetchInterval: isLive ? Math.max(everyMs, LIVE_POLL_MS) : everyMs }
}

function isLongList({ state: { data } }: Query): boolean {
  return typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages) && data.pages.length > MANY_PAGES
}

/** Does the first at once and what comes until `waitMs` later together. */
function atMostEvery(waitMs: number, work: (paths: readonly string[]) => void) {
  const pending = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = (): void => {
    timer = undefined
    if (pending.size === 0) return
    work([...pending])
    pending.clear()
    timer = setTimeout(flush, waitMs)
  }
  const add = (paths: readonly string[]): void => {
    for (const path of paths) pending.add(path)
    if (timer === undefined) flush()
  }
  return { add, stop: () => clearTimeout(timer) }
}
