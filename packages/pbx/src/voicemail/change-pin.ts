import { askDigits, type MailboxCall, say } from './parts.ts'
import { isGoodPin } from './rules.ts'

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
