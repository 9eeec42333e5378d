import type { MixingRoom } from '@klinke/rtp'
import type { CallContext } from '../calls/context.ts'
import type { ConferenceMember } from './member.ts'
import type { ConferenceRoom } from './rules.ts'
import { entryTone, nameSource } from './sounds.ts'

/** Tells all who talk that somebody has come or gone: by its name in its own voice, else by a tone. Settles when they have heard it; never rejects. */
export async function announceEntry(
  mix: MixingRoom,
  what: 'joined' | 'left',
  { name }: ConferenceMember,
  { room, context }: { readonly room: ConferenceRoom; readonly context: CallContext },
): Promise<void> {
  if (name === undefined && !room.entryTones) return
  const source = name === undefined ? entryTone(what) : nameSource(name.path, what, context)
  try {
    await (await mix.play(source)).ended
  } catch {
    // A room goes on without it; an engine that is gone tells so by the members' media.
  }
}
