import type { Call } from '@klinke/calls'
import type { CallContext } from '../calls/context.ts'
import { noticeSource } from './sounds.ts'

/** Nobody's name takes longer. */
export const MAX_NAME_SECONDS = 3
/** What is shorter is a slip. */
const MIN_MS = 300

/** Where names are kept while they may be played. */
export interface NameFiles {
  /** The path of a new one. */
  readonly create: () => Promise<string>
  /** Never rejects. */
  readonly remove: (path: string) => Promise<void>
}

/** A name in the voice of who has it. */
export interface SpokenName {
  readonly path: string
  /** Its file is deleted: nobody needs it any more. */
  readonly forget: () => void
}

/** Asks the principal for its name. `undefined`: it said nothing that could be kept, and goes on without. */
export async function askName(call: Call, files: NameFiles, context: CallContext): Promise<SpokenName | undefined> {
  await call.play(noticeSource('say-name', context))
  const path = await files.create()
  const forget = (): void => void files.remove(path)
  let kept = false
  try {
    kept = await spoken(call, path)
  } finally {
    if (!kept) forget()
  }
  if (!kept) call.note('conference-name-missing', call.principal.party.number)
  return kept ? { path, forget } : undefined
}

/** Any key ends it. */
async function spoken(call: Call, path: string): Promise<boolean> {
  const { digits } = call.principal
  digits.forget()
  const limits = { maxSeconds: MAX_NAME_SECONDS, announceBeep: true }
  const recording = await call.record({ of: [call.principal], path, channels: 'mixed', ...limits })
  const key = digits.next().then((next) => {
    if (next.kind === 'digit') recording.stop()
  })
  const { reason, durationMs } = await call.scope.race(recording.ended)
  digits.interrupt()
  await key
  return (reason === 'limit' || reason === 'stopped') && durationMs >= MIN_MS
}
