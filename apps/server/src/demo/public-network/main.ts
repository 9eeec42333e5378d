/** The process of the simulated public network. Started by `startPublicNetwork`; ends with its standard input. */
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { embeddedMediaEngine } from '@klinke/media'
import { SipTransport } from '@klinke/net'
import { jsonLogger, systemClock, systemRandom } from '@klinke/platform'
import { createSipStack } from '@klinke/sip'
import { addressResolver } from './address-resolver.ts'
import { controlServer } from './control.ts'
import { CustomerLine } from './customer-line.ts'
import { PublicNetwork } from './public-network.ts'
import { type PublicNetworkReady, type PublicNetworkSettings, settingsSchema } from './settings.ts'

const LOOPBACK = '127.0.0.1'
const clock = systemClock()
const random = systemRandom()
// Standard output belongs to the one line for the parent.
const logger = jsonLogger('info', { write: (line) => process.stderr.write(line) })

interface Running {
  readonly ready: PublicNetworkReady
  stop(): Promise<void>
}

async function run({ sipPort, account, rtpPorts, controlToken }: PublicNetworkSettings): Promise<Running> {
  const transport = await SipTransport.open({
    clock,
    logger,
    listen: [{ protocol: 'UDP', address: LOOPBACK, port: sipPort }],
    exempt: () => true,
  })
  const stack = createSipStack({
    transport,
    resolver: addressResolver,
    clock,
    random,
    logger,
    settings: { product: 'simulated public network' },
  })
  transport.attach(stack.receiver)
  const addresses = { IPv4: { bind: LOOPBACK, advertised: LOOPBACK } }
  const media = embeddedMediaEngine({ clock, random, logger, addresses, ports: { from: rtpPorts.first, to: rtpPorts.last }, workers: 1 })
  const line = new CustomerLine(account, clock, random)
  const network = new PublicNetwork({ userAgent: stack.userAgent, media, line, realm: account.realm, clock, logger })
  stack.serve(network)
  const control = controlServer(network, controlToken).listen(0, LOOPBACK)
  await once(control, 'listening')
  const address = control.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const stop = async (): Promise<void> => {
    control.close()
    await network.close()
    stack.close()
    await transport.close()
    await media.close()
  }
  return { ready: { sipPort: transport.listening[0]?.port ?? 0, controlUrl: `http://${LOOPBACK}:${port}` }, stop }
}

// A terminal's Ctrl-C reaches this process too; it stays until the exchange has ended its calls and closes our input.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
const input = createInterface(process.stdin)
const ended = once(input, 'close')
const [settings] = (await once(input, 'line')) as [string]
const { ready, stop } = await run(settingsSchema.parse(JSON.parse(settings)))
process.stdout.write(`${JSON.stringify(ready)}\n`)
await ended
await stop()
process.exit(0)
