import { isIP } from 'node:net'
import { z } from 'zod'

/** A whole number in a range; the message of a wrong one says the range. */
const whole = (least: number, most: number) => {
  const error = `expected a whole number from ${least} to ${most}`
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error })
}

const port = whole(0, 65535)

const RTP_PORTS_EXPECTED = 'expected FIRST-LAST with at least four ports between 1024 and 65535, such as 16384-32767'

const portRange = z
  .string()
  .regex(/^\d+-\d+$/, RTP_PORTS_EXPECTED)
  .transform((text) => text.split('-').map(Number))
  .refine(([first = 0, last = 0]) => first >= 1024 && last <= 65535 && last - first >= 3, RTP_PORTS_EXPECTED)
  .transform(([first = 0, last = 0]) => ({ first, last }))

const ADDRESS_EXPECTED = 'expected an IPv4 or IPv6 address, no host name'
const address = z.union([z.ipv4(), z.ipv6()], { error: ADDRESS_EXPECTED })

const network = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
  error: 'expected addresses or networks such as 192.0.2.1,10.0.0.0/8',
})

const SERVER_EXPECTED = 'expected addresses of name servers, with or without a port: 192.0.2.53 or 192.0.2.53:53 or [2001:db8::53]:53'
const nameServer = z.string().refine((text) => {
  const [, bracketed, plain] = /^(?:\[([^\]]+)\]|([\d.]+))(?::\d{1,5})?$/.exec(text) ?? []
  return isIP(bracketed ?? plain ?? text) !== 0
}, SERVER_EXPECTED)

const ACME_EXPECTED = 'expected the https URL of the directory of an ACME server'

/** RFC 8555 §6.1: https alone; a server on this machine may do without. */
function isSafeDirectory(text: string): boolean {
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1')
}

const choice = <const T extends readonly string[]>(values: T) => z.enum(values, { error: `expected ${values.join(' or ')}` })

/**
 * Every environment variable Klinke reads, in one place. `docs/configuration.md` is printed from it;
 * the description says what the value does, the default is what `npm start` uses.
 */
export const configurationSchema = z.object({
  KLINKE_DATA_DIR: z
    .string()
    .min(1)
    .default('./data')
    .describe(
      'Folder for the database, keys, certificates, journals and demo.json; one Klinke at a time works in it, and it is made for its owner only.',
    ),
  KLINKE_HTTP_PORT: port.default(8080).describe('TCP port of the REST API and of SIP over WebSocket (path /sip). 0 picks a free one.'),
  KLINKE_PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'expected https://HOST or http://HOST:PORT' })
    .transform((url) => new URL(url).origin)
    .optional()
    .describe(
      'How browsers reach the portal, https://HOST: in links of mails, for passkeys and single sign-on; with https cookies are held to it. Absent: http://localhost and the port.',
    ),
  KLINKE_TLS_CERTIFICATE: z
    .string()
    .optional()
    .describe(
      'Path of the certificate of the web server with its chain, PEM; needs its key and KLINKE_PUBLIC_URL. When the file changes it is read again, without a restart. Absent: HTTP alone, for this machine or behind a proxy.',
    ),
  KLINKE_TLS_KEY: z.string().optional().describe('Path of the key of that certificate, PEM, without a password.'),
  KLINKE_ACME_DIRECTORY: z
    .url({ error: ACME_EXPECTED })
    .refine(isSafeDirectory, ACME_EXPECTED)
    .optional()
    .describe(
      'Authority that certificates for the name in KLINKE_PUBLIC_URL are had from by ACME (RFC 8555, HTTP-01), such as https://acme-v02.api.letsencrypt.org/directory. Setting it agrees to the terms of that authority.',
    ),
  KLINKE_ACME_CONTACT: z.email().optional().describe('Mail address that this authority may write to.'),
  KLINKE_ACME_EAB_KEY_ID: z
    .string()
    .optional()
    .describe('Key identifier of an external account binding, where the authority gives one out.'),
  KLINKE_ACME_EAB_KEY: z.string().optional().describe('Key of that binding, base64url.'),
  KLINKE_HTTPS_PORT: port
    .default(443)
    .describe('TCP port of HTTPS and of SIP over WebSocket with TLS, with a certificate alone. Then KLINKE_HTTP_PORT serves this machine.'),
  KLINKE_REDIRECT_PORT: port
    .default(80)
    .describe(
      'TCP port of HTTP that leads to HTTPS, with a certificate alone; the authority fetches the challenges of ACME at port 80 of the name.',
    ),
  KLINKE_SIPS_CERTIFICATE: z
    .string()
    .optional()
    .describe(
      "Path of another certificate for SIP over TLS, PEM, read again when it changes; absent: the web server's, or tls/sip.crt of the data folder, which is made when it is missing.",
    ),
  KLINKE_SIPS_KEY: z.string().optional().describe('Path of the key of that certificate.'),
  KLINKE_TRUSTED_PROXIES: z
    .string()
    .optional()
    .transform((text) => text?.split(',').map((each) => each.trim()) ?? [])
    .pipe(z.array(network))
    .describe(
      'Addresses or networks of the HTTP proxies before Klinke, separated by commas: who asks is then what their X-Forwarded-For says, which limits, sessions and audit log go by. Behind a proxy that is not named here all are one address. Absent: none.',
    ),
  KLINKE_SIP_PORT: port.default(5060).describe('Port of SIP over UDP and TCP. 0 picks a free one.'),
  KLINKE_SIPS_PORT: port.default(5061).describe('Port of SIP over TLS. 0 picks a free one.'),
  KLINKE_RTP_PORTS: portRange.prefault('16384-32767').describe('UDP ports for media, FIRST-LAST.'),
  KLINKE_BIND_ADDRESSES: z
    .string()
    .default('0.0.0.0,::')
    .transform((text) => text.split(',').map((address) => address.trim()))
    .pipe(z.array(address).min(1))
    .describe('Local addresses to listen on, IPv4 and IPv6, separated by commas. For this machine alone: 127.0.0.1,::1.'),
  KLINKE_PUBLIC_ADDRESS: address
    .optional()
    .describe(
      'Address that phones and carriers reach this machine at; absent, and towards peers of the other IP version, the local address of each flow.',
    ),
  KLINKE_MEDIA_WORKERS: whole(0, 64).default(0).describe('Media worker threads; 0 means one per core but one.'),
  KLINKE_DRAIN_SECONDS: whole(0, 86_400).default(30).describe('How long running calls may go on after SIGTERM before they are ended.'),
  KLINKE_EMERGENCY_DRAIN_SECONDS: whole(0, 86_400)
    .default(14_400)
    .describe(
      'How long running emergency calls (110, 112) may go on after SIGTERM: the exchange waits for their end, whatever KLINKE_DRAIN_SECONDS says. A service manager must wait as long (systemd: TimeoutStopSec).',
    ),
  KLINKE_DEFAULT_DOMAIN: z
    .hostname({ error: 'expected a domain name, such as pbx.example.com' })
    .optional()
    .describe("SIP domain of phones that name only an IP address of this machine; absent: the demo customer's, if there is the demo."),
  KLINKE_DNS_SERVERS: z
    .string()
    .transform((text) => text.split(',').map((server) => server.trim()))
    .pipe(z.array(nameServer).min(1))
    .optional()
    .describe(
      "Name servers that carriers' names are looked up at (RFC 3263), ADDRESS or ADDRESS:PORT, separated by commas; absent: the system's.",
    ),
  KLINKE_ENUM_ZONES: z
    .string()
    .transform((text) => text.split(',').map((zone) => zone.trim().toLowerCase()))
    .pipe(
      z
        .array(z.hostname({ error: 'expected names of zones, such as e164.arpa' }))
        .min(1)
        .max(4),
    )
    .optional()
    .describe(
      'Zones of the DNS in which numbers called are looked up (ENUM, RFC 6116), in this order, separated by commas, such as enum.example.com,e164.arpa: who is listed there is called without a carrier. Absent: nobody is looked up.',
    ),
  KLINKE_SIP_LARGE_REQUESTS: choice(['tcp', 'udp'])
    .default('tcp')
    .describe(
      'Way of SIP requests above 1,300 bytes to peers on UDP: "tcp" tries a connection first where the address says no transport and no NAT lies between (RFC 3261 §18.1.1), "udp" sends fragments.',
    ),
  KLINKE_DIGEST_ALGORITHMS: choice(['MD5', 'SHA-256,MD5', 'SHA-256'])
    .default('MD5')
    .describe(
      'Digest algorithms that phones are offered, best first. Many phones fail when SHA-256 is offered at all, even beside MD5 (RFC 8760).',
    ),
  KLINKE_SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'expected smtp://USER:PASSWORD@HOST:PORT or smtps://…' })
    .optional()
    .describe(
      'Mail server for messages of mailboxes: smtp://USER:PASSWORD@HOST:PORT, or smtps:// for TLS from the start; absent: no mail is sent.',
    ),
  KLINKE_MAIL_FROM: z.email().default('klinke@localhost').describe('Sender address of mail.'),
  KLINKE_TICKET_MAIL_URL: z
    .url({ protocol: /^(imaps?|file)$/, error: 'expected imaps://USER:PASSWORD@HOST/INBOX, imap://… or file:///PATH of a Maildir' })
    .optional()
    .describe(
      'Mailbox of faults and questions: imaps://USER:PASSWORD@HOST/INBOX, imap:// for a connection that changes to TLS where the server offers it, or file:///PATH of a Maildir that a mail server delivers to; absent: no mail is read.',
    ),
  KLINKE_TICKET_MAIL_ADDRESS: z
    .email()
    .optional()
    .describe('Address of that mailbox, to which answers to mail about tickets go; absent: to KLINKE_MAIL_FROM.'),
  KLINKE_PORTING_CODE: z
    .string()
    .regex(/^DEU\.[A-Z0-9]{2,12}$/, 'expected a code such as DEU.KLINKE')
    .default('DEU.KLINKE')
    .describe('Our code among carriers, in messages about portings (WBCI).'),
  KLINKE_PORTING_FOLDER: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Folder by which messages about portings are exchanged with the system of a WBCI partner: JSON files in outbox and inbox. Absent: messages wait, and the operator writes by hand what others have said.',
    ),
  KLINKE_PROBE_SECONDS: whole(0, 240)
    .default(120)
    .describe(
      'How often the exchange probes itself for its availability: a registration, a call to an echo, the web server, the database, the carriers. 0: never; then nothing is known of it.',
    ),
  KLINKE_PORTING_MAIL_ADDRESS: z
    .email()
    .optional()
    .describe(
      'Address of a WBCI partner that exchanges messages about portings by mail: JSON files as attachments. Needs KLINKE_SMTP_URL and KLINKE_PORTING_MAILBOX.',
    ),
  KLINKE_PORTING_MAILBOX: z
    .url({ protocol: /^(imaps?|file)$/, error: 'expected imaps://USER:PASSWORD@HOST or file:///PATH of a Maildir' })
    .optional()
    .describe('Mailbox into which that partner’s mail comes: imaps://USER:PASSWORD@HOST, or file:///PATH of a Maildir.'),
  KLINKE_S3_URL: z
    .url({ protocol: /^https?$/, error: 'expected https://HOST/BUCKET' })
    .refine((url) => new URL(url).pathname.length > 1, 'expected https://HOST/BUCKET: the bucket is missing')
    .optional()
    .describe(
      "Bucket of an S3-compatible store for tenants' recordings, messages, greetings, music and prompts: https://HOST/BUCKET, with the two keys below; absent: they are kept in the data folder.",
    ),
  KLINKE_S3_ACCESS_KEY: z.string().min(1).optional().describe('Access key id of that bucket.'),
  KLINKE_S3_SECRET_KEY: z.string().min(1).optional().describe('Secret access key of that bucket.'),
  KLINKE_S3_REGION: z.string().min(1).default('us-east-1').describe('Region of that bucket, as its store names it.'),
  KLINKE_LOG_LEVEL: choice(['debug', 'info', 'warn', 'error']).default('info').describe('Least severe log lines to print.'),
  KLINKE_LOOKUPS: choice(['internet', 'everywhere'])
    .default('internet')
    .describe(
      'Servers that call flows and single sign-on may ask, webhooks be sent to, and names of customers\' own providers and PBXs lead to: those of the Internet only (and identity providers by https only), or "everywhere" also those of private networks, where all tenants are one\'s own.',
    ),
  KLINKE_DEMO: choice(['auto', 'off'])
    .default('auto')
    .describe('"auto" creates the demo customer in an empty database and runs the simulated public network.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'expected postgres://USER:PASSWORD@HOST:PORT/DATABASE' })
    .optional()
    .describe(
      'PostgreSQL to use, 16 or newer: postgres://USER:PASSWORD@HOST:PORT/DATABASE, USER being the owner of DATABASE; absent starts an own PostgreSQL in the data folder.',
    ),
})

export type Environment = z.infer<typeof configurationSchema>
