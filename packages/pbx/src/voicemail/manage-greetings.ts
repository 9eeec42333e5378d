import type { GreetingKind } from './mailbox.ts'
import { asError, askKey, MAX_QUESTIONS, type MailboxCall, say } from './parts.ts'
import { recordSound } from './record-sound.ts'
import type { Sound } from './spool.ts'

const GREETING_SECONDS = 60
/** A greeting shorter than that is a slip. */
const MIN_GREETING_MS = 1_000

const KINDS: Readonly<Record<string, GreetingKind>> = { '1': 'standard', '2': 'busy', '3': 'temporary' }

/** VM-04: 1 standard, 2 busy, 3 temporary; then 1 listen, 2 record, 3 delete, `*` back to the menu. */
export async function manageGreetings(at: MailboxCall): Promise<void> {
  const kind = KINDS[(await askKey(at, { say: 'greeting-menu' })) ?? '']
  if (kind === undefined) return
  for (let unanswered = 0; unanswered < MAX_QUESTIONS; ) {
    const key = await askKey(at, { say: 'greeting-actions' })
    unanswered = key === undefined ? unanswered + 1 : 0
    if (key === '*') return
    if (key === '1') await listen(at, kind)
    if (key === '2') await record(at, kind)
    if (key === '3') await remove(at, kind)
  }
}

async function listen(at: MailboxCall, kind: GreetingKind): Promise<void> {
  const { box, parts } = at
  const name = await parts.archive.greeting(box, kind)
  if (name === undefined) return say(at, { say: 'no-greeting' })
  const path = parts.sounds.greeting(box.tenantId, name)
  await say(at, path === undefined ? { say: 'unavailable' } : { say: 'file', path })
}

/** After the beep; `#` ends. Then 1 keeps it, 2 plays it, 3 records another one. */
async function record(at: MailboxCall, kind: GreetingKind): Promise<void> {
  let wish: Wish = 'again'
  while (wish === 'again') {
    await say(at, { say: 'record-greeting' })
    const sound = await at.parts.spool.create(at.box.tenantId)
    const { reason, spokenMs } = await recordSound(at, sound, GREETING_SECONDS)
    if (reason === 'failed' || reason === 'disk-full' || reason === 'endpoint-gone' || spokenMs < MIN_GREETING_MS) {
      return dropped(at, sound, `${reason}, ${spokenMs} ms`, reason === 'disk-full' ? 'storage-full' : 'message-too-short')
    }
    wish = await wishFor(at, sound)
    if (wish === 'keep') return keep(at, kind, sound)
    if (wish === 'again') await at.parts.spool.remove(sound)
    else await dropped(at, sound, `nobody has said to keep it, ${spokenMs} ms`)
  }
}

/** What is to become of what was recorded: who answers nothing, or hangs up, has not kept it. */
type Wish = 'keep' | 'again' | 'drop'

async function wishFor(at: MailboxCall, sound: Sound): Promise<Wish> {
  for (let unanswered = 0; unanswered < MAX_QUESTIONS; ) {
    const key = await askKey(at, { say: 'keep-recording' })
    unanswered = key === undefined ? unanswered + 1 : 0
    if (key === '1') return 'keep'
    if (key === '2') await say(at, { say: 'file', path: sound.path })
    if (key === '3') return 'again'
    if (key === '*') return 'drop'
  }
  return 'drop'
}

async function keep(at: MailboxCall, kind: GreetingKind, sound: Sound): Promise<void> {
  const { call, box, parts } = at
  const sizeBytes = (await parts.spool.octets(sound)) ?? 0
  try {
    await parts.sounds.keep(sound, 'stays')
  } catch (error) {
    parts.logger.error('a greeting cannot be stored', { call: call.id, error: asError(error) })
    return dropped(at, sound, 'the store does not take it', 'storage-full')
  }
  await parts.archive.setGreeting(box, kind, { sound: sound.name, sizeBytes })
  call.note('greeting-recorded', kind)
  if (!call.scope.closed) await say(at, { say: 'greeting-stored' })
}

/** Without a word about it where the owner has dropped it. */
async function dropped(at: MailboxCall, sound: Sound, what: string, said?: 'storage-full' | 'message-too-short'): Promise<void> {
  await at.parts.spool.remove(sound)
  at.call.note('greeting-not-recorded', what)
  if (said !== undefined && !at.call.scope.closed) await say(at, { say: said })
}

async function remove(at: MailboxCall, kind: GreetingKind): Promise<void> {
  const { call, box, parts } = at
  if ((await parts.archive.greeting(box, kind)) === undefined) return say(at, { say: 'no-greeting' })
  await parts.archive.removeGreeting(box, kind)
  call.note('greeting-deleted', kind)
  await say(at, { say: 'greeting-deleted' })
}
