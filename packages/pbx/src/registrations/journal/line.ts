import type { KeptRegistration } from '@klinke/calls'
import { z } from 'zod'

const address = z.object({ address: z.string(), port: z.int() })

const keptRegistration = z.object({
  id: z.string(),
  addressOfRecord: z.string(),
  tenantId: z.string(),
  extensionId: z.string(),
  contactUri: z.string(),
  path: z.array(z.string()),
  flowId: z.string(),
  protocol: z.enum(['UDP', 'TCP', 'TLS', 'WS', 'WSS']),
  remote: address,
  preference: z.number(),
  // What is undefined is not in the text.
  userAgent: z.string().optional(),
  instance: z.string().optional(),
  regId: z.int().optional(),
  callId: z.string(),
  cseq: z.int(),
  parameters: z.string(),
  registeredAtMs: z.number(),
  refreshedAtMs: z.number(),
  expiresAtMs: z.number(),
})

const line = z.object({ record: z.string(), registrations: z.array(keptRegistration) })

/** One line of the journal: all registrations of one address of record as they are now. Of several lines the last one counts. */
export function encodeRecord(record: string, registrations: readonly KeptRegistration[]): string {
  return `${JSON.stringify({ record, registrations })}\n`
}

/** The address of record that a line tells of; `undefined` for a line that was torn. Cheap: most lines are followed by a later one. */
export function recordOf(text: string): string | undefined {
  return text.endsWith(']}') ? /^\{"record":"([^"\\]+)"/.exec(text)?.[1] : undefined
}

/** The registrations in a line; none when it was torn or is of a version that wrote something else. */
export function decodeRegistrations(text: string): readonly KeptRegistration[] {
  const read = line.safeParse(parsed(text))
  return read.success ? read.data.registrations.map(withAll) : []
}

function withAll(read: z.infer<typeof keptRegistration>): KeptRegistration {
  return { ...read, userAgent: read.userAgent, instance: read.instance, regId: read.regId }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
