import { z } from 'zod'
import { PORTING_CASES, REJECTION_CODES } from './cases.ts'

const text = z.string().trim().min(1).max(200)
const digits = z.string().regex(/^\+49[1-9]\d{4,13}$/)

/** Who has the line at the carrier that gives it away (ORD-03); no PO box: it is where the line ends. */
export const holderSchema = z
  .strictObject({
    name: text.describe('Company with its legal form, or first and last name'),
    street: text,
    houseNumber: z.string().trim().min(1).max(20),
    postalCode: z.string().regex(/^\d{5}$/),
    city: text,
  })
  .meta({ examples: [{ name: 'Muster GmbH', street: 'Lange Straße', houseNumber: '7', postalCode: '50667', city: 'Köln' }] })
export type Holder = Readonly<z.infer<typeof holderSchema>>

/** What a message says; all but `VA` are about an earlier one. Named as in WBCI. */
const said = {
  /** Asks for a preliminary agreement. */
  VA: z.strictObject({
    ...{ kind: z.literal('VA'), businessCase: z.enum(PORTING_CASES), holder: holderSchema, wishedFor: z.iso.date() },
    ...{ number: digits, size: z.int().min(1).max(10_000), attendant: z.string().max(5).nullable() },
  }),
  /** Agrees, with a day. */
  'RUEM-VA': z.strictObject({ kind: z.literal('RUEM-VA'), agreedFor: z.iso.date() }),
  /** Refuses, with reasons. */
  ABBM: z.strictObject({
    ...{ kind: z.literal('ABBM'), codes: z.array(z.enum(REJECTION_CODES)).min(1).max(REJECTION_CODES.length) },
    remark: z.string().max(500),
  }),
  /** Another day. */
  'TVS-VA': z.strictObject({ kind: z.literal('TVS-VA'), agreedFor: z.iso.date() }),
  /** Withdraws. */
  'STR-AUF': z.strictObject({ kind: z.literal('STR-AUF') }),
}

/** A message between two carriers about a porting. */
export const portingMessage = z.strictObject({
  id: z.uuid(),
  /** Of the preliminary agreement, such as `DEU.KLINKE.V000000017`: its first parts name the carrier that has asked. */
  reference: z.string().regex(/^DEU\.[A-Z0-9]{2,12}\.V\d{9}$/),
  from: z.string().regex(/^DEU\.[A-Z0-9]{2,12}$/),
  to: z.string().regex(/^DEU\.[A-Z0-9]{2,12}$/),
  says: z.discriminatedUnion('kind', [said.VA, said['RUEM-VA'], said.ABBM, said['TVS-VA'], said['STR-AUF']]),
})
export type PortingMessage = Readonly<z.infer<typeof portingMessage>>
export type Said = PortingMessage['says']

/**
 * The way to other carriers, such as a WBCI partner's system. `send` rejects while it is away, and is called again then; the same message may come twice.
 * `receive` gives what has come; `done` takes it away, `refused` puts it aside with the reason.
 */
export interface PortingPartner {
  send(message: PortingMessage): Promise<void>
  receive(): Promise<readonly Received[]>
}

export interface Received {
  readonly content: unknown
  done(): Promise<void>
  refused(why: string): Promise<void>
}
