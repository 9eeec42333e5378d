import { useSyncExternalStore } from 'react'

/** Whether one looks at something else than this page now. */
export function useLooksElsewhere(): boolean {
  return useSyncExternalStore(followVisibility, () => document.hidden)
}

function followVisibility(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed)
  return () => document.removeEventListener('visibilitychange', changed)
}

/** Whether this page may show something on the desktop now: one may say so only while the telephone rings. */
export function useMayNotify(): boolean {
  return useSyncExternalStore(followPermission, () => 'Notification' in window && Notification.permission === 'granted')
}

function followPermission(changed: () => void): () => void {
  const ended = new AbortController()
  const follow = async (): Promise<void> => {
    const status = await navigator.permissions.query({ name: 'notifications' })
    status.addEventListener('change', changed, ended)
    changed()
  }
  // A browser that does not tell of changes: what holds is read whenever something is shown anew.
  follow().catch(() => undefined)
  return () => ended.abort()
}
