import type { QueueSettings } from './rules.ts'

export type AnnouncementKind = keyof QueueSettings['announcements']

const KINDS = ['position', 'wait', 'periodic', 'callback'] as const satisfies readonly AnnouncementKind[]

/** What is said next, to one who has waited for `waitedSeconds`, and after how many seconds of waiting; undefined when nothing ever is. */
export function nextAnnouncements(
  announcements: QueueSettings['announcements'],
  waitedSeconds: number,
): { readonly atSeconds: number; readonly kinds: readonly AnnouncementKind[] } | undefined {
  const due = KINDS.flatMap((kind) => {
    const times = announcements[kind]
    return times === null ? [] : [{ kind, atSeconds: nextOf(times, waitedSeconds) }]
  })
  if (due.length === 0) return undefined
  const atSeconds = Math.min(...due.map((each) => each.atSeconds))
  return { atSeconds, kinds: due.filter((each) => each.atSeconds === atSeconds).map(({ kind }) => kind) }
}

function nextOf({ firstSeconds, everySeconds }: { readonly firstSeconds: number; readonly everySeconds: number }, waited: number): number {
  if (waited < firstSeconds) return firstSeconds
  return firstSeconds + everySeconds * (Math.floor((waited - firstSeconds) / everySeconds) + 1)
}
