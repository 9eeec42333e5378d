import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65535)
const seconds = z.coerce.number().int().min(0).max(86_400)

const portRange = z
  .string()
  .regex(/^\d+-\d+$/, 'expected FIRST-LAST, such as 16384-32767')
  .transform((text) => text.split('-').map(Number))
  .pipe(z.tuple([z.number().min(1024).max(65534), z.number().min(1025).max(65535)]))
  .refine(([first, last]) => last - first >= 3, 'the range must hold at least four ports')
  .transform(([first, last]) => ({ first, last }))

const emptyAsAbsent = (value: unknown): unknown => (value === '' ? undefined : value)

/**
 * Every environment variable Klinke reads, in one place. `docs/configuration.md` is printed from it;
 * the description says what the value does, the default is what `npm start` uses.
 */
export const configurationSchema = z.object({
  KLINKE_DATA_DIR: z.string().min(1).default('./data').describe('Folder for the database, keys, certificates, journal and demo.json.'),
  KLINKE_HTTP_PORT: port.default(8080).describe('TCP port of the REST API and of SIP over WebSocket (path /sip). 0 picks a free one.'),
  KLINKE_SIP_PORT: port.default(5060).describe('Port of SIP over UDP and TCP. 0 picks a free one.'),
  KLINKE_SIPS_PORT: port.default(5061).describe('Port of SIP over TLS. 0 picks a free one.'),
  KLINKE_RTP_PORTS: portRange.prefault('16384-32767').describe('UDP ports for media, FIRST-LAST.'),
  KLINKE_BIND_ADDRESSES: z
    .string()
    .default('0.0.0.0,::')
    .transform((text) => text.split(',').map((address) => address.trim()))
    .pipe(z.array(z.union([z.ipv4(), z.ipv6()])).min(1))
    .describe('Local addresses to listen on, separated by commas.'),
  KLINKE_PUBLIC_ADDRESS: z
    .preprocess(emptyAsAbsent, z.union([z.ipv4(), z.ipv6()]).optional())
    .describe('Address that phones and carriers reach this machine at; absent uses the local address of each flow.'),
  KLINKE_MEDIA_WORKERS: z.coerce.number().int().min(0).max(64).default(0).describe('Media worker threads; 0 means one per core but one.'),
  KLINKE_DRAIN_SECONDS: seconds.default(30).describe('How long running calls may go on after SIGTERM before they are ended.'),
  KLINKE_DEFAULT_DOMAIN: z
    .preprocess(emptyAsAbsent, z.hostname().optional())
    .describe("SIP domain of phones that name only an IP address of this machine; absent: the demo customer's, if there is the demo."),
  KLINKE_DIGEST_ALGORITHMS: z
    .enum(['MD5', 'SHA-256,MD5', 'SHA-256'])
    .default('MD5')
    .describe(
      'Digest algorithms that phones are offered, best first. Many phones fail when SHA-256 is offered at all, even beside MD5 (RFC 8760).',
    ),
  KLINKE_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info').describe('Least severe log lines to print.'),
  KLINKE_DEMO: z
    .enum(['auto', 'off'])
    .default('auto')
    .describe('"auto" creates the demo customer in an empty database and runs the simulated public network.'),
  DATABASE_URL: z
    .preprocess(emptyAsAbsent, z.url({ protocol: /^postgres(ql)?$/ }).optional())
    .describe('PostgreSQL to use (owner role); absent starts an own PostgreSQL in the data folder.'),
})

export type Environment = z.infer<typeof configurationSchema>
