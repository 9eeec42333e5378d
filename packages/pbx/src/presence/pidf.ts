import { xml, xmlAddress } from '../events/xml.ts'

export const PIDF = 'application/pidf+xml'

const NAMESPACES = [
  'xmlns="urn:ietf:params:xml:ns:pidf"',
  'xmlns:dm="urn:ietf:params:xml:ns:pidf:data-model"',
  'xmlns:rpid="urn:ietf:params:xml:ns:pidf:rpid"',
].join(' ')

/** How somebody is to be reached, as watchers are told. */
export interface PresenceState {
  /** `closed`: calls do not come through now. */
  readonly basic: 'open' | 'closed'
  /** Names of RFC 4480 §3.2, such as `on-the-phone`. */
  readonly activities: readonly string[]
  /** In words, for people. */
  readonly note?: string | undefined
}

export interface PresenceOf {
  readonly number: string
  readonly domain: string
}

/** A presence document (RFC 3863) with the activities of the person behind it (RFC 4480, RFC 4479). */
export function presenceDocument({ number, domain }: PresenceOf, { basic, activities, note }: PresenceState): string {
  const address = xmlAddress(number, domain)
  const words = note === undefined ? '' : `<note>${xml(note)}</note>`
  const tuple = `<tuple id="phone"><status><basic>${basic}</basic></status><contact>${address}</contact>${words}</tuple>`
  const doing = activities.map((activity) => `<rpid:${activity}/>`).join('')
  const person = doing === '' ? '' : `\n<dm:person id="user"><rpid:activities>${doing}</rpid:activities></dm:person>`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<presence ${NAMESPACES} entity="${address}">\n${tuple}${person}\n</presence>\n`
}
