import { useEffect, useRef } from 'react'
import { useTexts } from '../../shared/language.tsx'
import { partyOf } from './call-card.tsx'
import { useLooksElsewhere, useMayNotify } from './desktop-attention.ts'
import type { CallView } from './engine/phone-view.ts'
import type { Telephone } from './engine/telephone.ts'
import { webPhoneTexts } from './texts.ts'

/** What the service worker tells of a notification that was pressed. */
interface Pressed {
  readonly kind: 'notification'
  readonly action: string
  readonly tag: string
}

/** Asks whether calls may be shown on the desktop; what the answer is, the telephone works. */
export function askForNotifications(): void {
  if ('Notification' in window && Notification.permission === 'default') Notification.requestPermission().catch(() => undefined)
}

/** Shows calls on the desktop while one looks at something else, to accept and to reject them there. */
export function useCallNotifications(phone: Telephone, calls: readonly CallView[]): void {
  const texts = useTexts(webPhoneTexts)
  const ringing = calls.find(({ direction, state }) => direction === 'incoming' && state === 'ringing')
  const [id, party] = [ringing?.id, ringing === undefined ? '' : partyOf(ringing, texts.unknown)]
  const isWanted = [useLooksElsewhere(), useMayNotify()].every(Boolean)
  // One after the other: what is taken away must not be the next one of the same call.
  const queue = useRef(Promise.resolve())
  useEffect(() => {
    if (id === undefined || !isWanted) return
    const actions = [
      { action: 'accept', title: texts.accept },
      { action: 'reject', title: texts.reject },
    ]
    const then = (next: () => Promise<void>): void => {
      queue.current = queue.current.then(next).catch(reportError)
    }
    then(() => show(party, { tag: id, body: texts.incoming, requireInteraction: true, actions }))
    return () => then(() => hide(id))
  }, [id, party, texts, isWanted])
  useEffect(() => {
    const pressed = ({ data }: MessageEvent<Pressed>): void => {
      if (data.kind !== 'notification') return
      if (data.action === 'accept') void phone.answer(data.tag)
      if (data.action === 'reject') phone.hangUp(data.tag)
    }
    navigator.serviceWorker?.addEventListener('message', pressed)
    return () => navigator.serviceWorker?.removeEventListener('message', pressed)
  }, [phone])
}

async function show(title: string, options: NotificationOptions & { readonly actions: readonly object[] }): Promise<void> {
  const worker = await navigator.serviceWorker.ready
  await worker.showNotification(title, options)
}

async function hide(tag: string): Promise<void> {
  const worker = await navigator.serviceWorker.ready
  for (const notification of await worker.getNotifications({ tag })) notification.close()
}
