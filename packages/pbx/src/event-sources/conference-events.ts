import type { Conference } from '../conferences/conference.ts'
import type { EventSink } from './sink.ts'

/** Tells that a conference has begun, has changed, or is over. */
export function conferenceEvents(sink: EventSink): (conference: Conference) => void {
  return (conference) => {
    const { room, context, members, locked, recorded, running } = conference
    const data = { roomId: room.id, name: room.name, running, members: running ? members.length : 0, locked, recorded }
    sink.tell({ topic: 'conferences', type: 'conference.changed', tenantId: context.tenant.id, area: 'routing', users: [], data })
  }
}
