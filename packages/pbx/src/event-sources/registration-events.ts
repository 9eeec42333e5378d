import type { RegistrationFeed } from '@klinke/calls'
import type { Resource } from '@klinke/foundation'
import { viewRegistration } from '../registrations/routes.ts'
import type { EventSink } from './sink.ts'

/** Tells which devices register and are gone. A registration that is refreshed is no news. */
export function followRegistrations(changes: () => RegistrationFeed, sink: EventSink): Resource {
  const feed = changes()
  void (async () => {
    for await (const change of feed) {
      if (change.kind === 'missed') sink.lost()
      else if (change.kind !== 'refreshed') {
        const { tenantId, extensionId } = change.registration
        const data = {
          registration: viewRegistration(change.registration),
          ...(change.kind === 'removed' ? { reason: change.reason } : {}),
        }
        const type = `registration.${change.kind}`
        sink.tell({ topic: 'registrations', type, tenantId, area: 'live', users: [extensionId], data })
      }
    }
  })()
  return feed
}
