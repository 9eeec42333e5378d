import type { Subscriber } from '@klinke/calls'
import { EventPackage, type IncomingRequest } from '@klinke/sip'
import type { EventService } from '../slices/slice.ts'

export type Published = (incoming: IncomingRequest, by: Subscriber) => void

/** Leads a PUBLISH to the event package that it names; one that takes none is answered 489, with those that do (RFC 3903 §6 step 2). */
export function publishedTo(services: readonly EventService[]): Published {
  const taking = new Map(services.filter(({ published }) => published !== undefined).map((service) => [service.event, service]))
  return (incoming, by) => {
    const service = taking.get(incoming.request.headers.read(EventPackage)?.name ?? '')
    if (service?.published !== undefined) service.published(incoming, by)
    else incoming.respond(489, { headers: [['Allow-Events', [...taking.keys()].join(', ')]] })
  }
}
