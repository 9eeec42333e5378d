/** What stands in mails that a test's mail server took. */
import { eventually, type RunningProduct } from '@klinke/testbed'

/** An administrator of the demo customer who reads English. */
export const ENGLISH_ADMINISTRATOR = 'alice@example.org'

export async function addEnglishAdministrator(product: RunningProduct, tenantId: string): Promise<void> {
  const login = { kind: 'tenant', tenantId, email: ENGLISH_ADMINISTRATOR, name: 'Alice', language: 'en' }
  const response = await product.request('POST', '/logins', login)
  if (response.status !== 201) throw new Error(await response.text())
}

/** Of the demo customer's administrator, who reads German. */
export function germanAdministrator({ demo }: RunningProduct): string {
  return demo.logins.find(({ role }) => role === 'tenant')?.email ?? ''
}

/** Mails as they came; each is taken away once it was asked for. */
export interface Taken {
  readonly taken: string[]
}

/** A mail of one part, whose octets quoted-printable has written out (RFC 2045 §6.7), with its header. */
export function readable(mail: string): string {
  const octets = mail
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(octets, 'latin1').toString()
}

/** The next mail to that address that says so, whatever else comes meanwhile. */
export async function mailTo({ taken }: Taken, product: RunningProduct, address: string, saying: string): Promise<string> {
  const isIt = (mail: string): boolean => mail.includes(`\nTo: ${address}\r`) && readable(mail).includes(saying)
  const mail = await eventually(`a mail to ${address}: ${saying}`, () => taken.find(isIt), {
    shown: () => `${taken.map(readable).join('\n---\n').slice(-3000)}\n${product.output.slice(-1500)}`,
  })
  taken.splice(taken.indexOf(mail), 1)
  return mail
}
