import type { GreetingKind } from './mailbox.ts'
import { askDigits, askKey, type MailboxCall, say } from './parts.ts'
import { recordSound } from './record-sound.ts'
import { isGoodPin } from './rules.ts'

const GREETING_SECONDS = 60
/** A greeting shorter than that is a slip. */
const MIN_GREETING_MS = 1_000

const KEYS: Readonly<Record<string, GreetingKind>> = { '1': 'standard', '2': 'busy', '3': 'temporary' }

/** VM-04: 1 standard, 2 busy, 3 temporary; recorded after the beep, `#` ends. */
export async function manageGreetings(at: MailboxCall): Promise<void> {
  const kind = KEYS[(await askKey(at, { say: 'greeting-menu' })) ?? '']
  if (kind === undefined) return
  const { call, box, parts } = at
  await say(at, { say: 'record-greeting' })
  const { reason, spokenMs, sound, sizeBytes } = await recordSound(at, GREETING_SECONDS)
  if (reason === 'failed' || reason === 'disk-full' || reason === 'endpoint-gone' || spokenMs < MIN_GREETING_MS) {
    await parts.sounds.remove(box.tenantId, sound.name)
    call.note('greeting-not-recorded', `${reason}, ${spokenMs} ms`)
    if (!call.scope.closed) await say(at, { say: reason === 'disk-full' ? 'storage-full' : 'message-too-short' })
    return
  }
  await parts.archive.setGreeting(box, kind, { sound: sound.name, sizeBytes })
  call.note('greeting-recorded', kind)
  if (!call.scope.closed) await say(at, { say: 'greeting-stored' })
}

/** The new one is asked for twice. */
export async function changePin(at: MailboxCall): Promise<void> {
  const { box, parts } = at
  const pin = await askDigits(at, box.settings.language, { say: 'new-pin' })
  if (!isGoodPin(pin)) return say(at, { say: 'pin-refused' })
  if ((await askDigits(at, box.settings.language, { say: 'repeat-pin' })) !== pin) return say(at, { say: 'pin-refused' })
  await parts.archive.choosePin(box, pin)
  at.call.note('pin-changed', box.id)
  await say(at, { say: 'pin-changed' })
}
