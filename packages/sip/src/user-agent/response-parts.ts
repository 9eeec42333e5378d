import type { ResponseParts } from '../message/build-response.ts'
import type { Core } from './core.ts'
import type { ResponseOptions } from './user-agent.ts'

/** What an application's answer adds to a response, with our Server header. */
export function responseParts(core: Core, options: ResponseOptions = {}): ResponseParts {
  const { reason, headers, body, contentType } = options
  return {
    headers: headers === undefined ? core.serverHeader : [...core.serverHeader, ...headers],
    ...(reason !== undefined && { reason }),
    ...(body !== undefined && { body, contentType: contentType ?? 'application/sdp' }),
  }
}
