import { Alert } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { WifiOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useIsLive } from '../api/events/live.tsx'
import { Problem } from '../api/problem.ts'
import { useTexts } from '../shared/language.tsx'
import { appTexts } from './app-texts.ts'

const ASK_AGAIN_MS = 3_000
const SHORT_GAP_MS = 6_000

/** Says so while the server does not answer; looks by itself whether it does again, and then reads anew what is shown. */
export function OfflineBanner() {
  const isAway = useServerAway()
  const isSilent = useEventsAway()
  const texts = useTexts(appTexts)
  return (
    <div role="status">
      {isAway || isSilent ? (
        <Alert color="yellow" variant="light" icon={<WifiOff aria-hidden />} mb="md">
          {isAway ? texts.offline : texts.eventsAway}
        </Alert>
      ) : null}
    </div>
  )
}

/** True when no events have arrived for a while; a short gap is nobody's concern. */
function useEventsAway(): boolean {
  const isLive = useIsLive()
  const [isAway, setAway] = useState(false)
  useEffect(() => {
    if (isLive) {
      setAway(false)
      return
    }
    const timer = setTimeout(() => setAway(true), SHORT_GAP_MS)
    return () => clearTimeout(timer)
  }, [isLive])
  return isAway
}

function useServerAway(): boolean {
  const queries = useQueryClient()
  const [isAway, setAway] = useState(false)
  const isLive = useIsLive()
  useEffect(() => {
    if (!isLive) void isThere().then((there) => !there && setAway(true))
  }, [isLive])
  useEffect(
    () =>
      queries.getQueryCache().subscribe(({ query }) => {
        if (query.state.error instanceof Problem && query.state.error.status === 0) setAway(true)
        if (query.state.fetchFailureReason instanceof Problem && query.state.fetchFailureReason.status === 0) setAway(true)
      }),
    [queries],
  )
  useEffect(() => {
    if (!isAway) return
    const timer = setInterval(() => void isThere().then((there) => there && setAway(false)), ASK_AGAIN_MS)
    return () => {
      clearInterval(timer)
      void queries.invalidateQueries()
    }
  }, [isAway, queries])
  return isAway
}

async function isThere(): Promise<boolean> {
  try {
    return (await fetch('/health/live')).ok
  } catch {
    return false
  }
}
