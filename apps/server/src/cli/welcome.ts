import type { Klinke } from '../compose/klinke.ts'

/** What a role is called where its login is printed. */
const ROLES: Readonly<Record<string, string>> = { operator: 'operator of the exchange', tenant: 'administrator of the demo customer' }

/** What `npm start` prints once calls can be made. */
export function welcome({ addresses, demo }: Klinke): string {
  const lines = [
    '',
    'Klinke is running.',
    '',
    `  Portal   ${addresses.publicUrl ?? addresses.http}/`,
    `  API      ${addresses.http}/api/v1  (description: ${addresses.http}/api/v1/openapi.json)`,
    `  SIP      ${addresses.host}, UDP and TCP ${addresses.sipPort}, TLS ${addresses.sipsPort}, WebSocket ${addresses.webSocket}`,
    ...(addresses.outward === undefined ? [] : [`           from other machines: ${addresses.outward}`]),
  ]
  if (demo) {
    const { sip, logins, extensions, numbers, network } = demo.file
    lines.push(
      '',
      `  Demo customer (all of it in ${demo.path}); SIP domain ${sip.domain}, or simply ${addresses.host}`,
      '',
      '  portal login                                 password              who',
      ...logins.map(({ email, password, role }) => `  ${email.padEnd(43)}  ${password}  ${ROLES[role] ?? role}`),
      '',
      '  extension  name             user name   password',
      ...extensions.map(
        ({ number, name, username, password }) => `  ${number.padEnd(9)}  ${name.padEnd(15)}  ${username.padEnd(10)}  ${password}`,
      ),
      '',
      `  Numbers from outside: ${numbers[0]} to ${numbers.at(-1)}`,
      `  To call: 10 to 14 each other, 99 for an echo; in the simulated public network ${network.echo} (echo), ${network.tone} (tone)`,
      '  One of each to try: 300 group, 301 queue, 302 call flow, 303 conference room; at 14 *55 is its mailbox',
      `  To be called: npm run klinke -- call-in ${numbers[0]}`,
    )
  }
  lines.push('', '  Ctrl-C stops it.')
  return `${lines.join('\n')}\n\n`
}
