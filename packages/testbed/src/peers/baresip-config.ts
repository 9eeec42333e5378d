import type { SocketAddress } from '@klinke/sip'
import type { ExpectedTone } from '../audio/audible.ts'
import type { Cadence } from '../audio/wav.ts'

export interface BaresipOptions {
  readonly username: string
  readonly password?: string
  /** Domain of its address; default the server's address. */
  readonly domain?: string
  /** Where it registers and sends its calls, over IPv4 or IPv6 as its address is; absent calls addresses directly. */
  readonly server?: SocketAddress
  readonly transport?: 'UDP' | 'TCP' | 'TLS'
  /** SDES (RFC 4568), offered and demanded. */
  readonly srtp?: boolean
  /** What it says all the time, or again and again. */
  readonly tone: ExpectedTone & Partial<Cadence>
  /** Speaks G.722 and nothing else: its tone may lie up to 7 kHz. */
  readonly wideband?: boolean
  /** Asks for its extension's messages (RFC 3842): event `MWI_NOTIFY`. */
  readonly messageLamp?: boolean
  /** Default true, where there is a server. */
  readonly registers?: boolean
  /** All SIP messages are printed and can be read (`Baresip.received`). */
  readonly keepsMessages?: boolean
  /** Answers by itself. Default: only on `accept`. */
  readonly answersAtOnce?: boolean
}

/** Ports and files of one baresip instance. */
export interface BaresipPlace {
  readonly folder: string
  /** Its own, of loopback. */
  readonly address: '127.0.0.1' | '::1'
  readonly sipPort: number
  readonly controlPort: number
  readonly mediaPort: number
}

const MODULES = '/usr/lib/baresip/modules'
/** Two for each of three calls. */
const PORTS_AT_A_TIME = 6
/** What is sent to a call that has just ended must not reach the next one; so that one gets others. */
const TURNS = 3
export const MEDIA_PORTS = TURNS * PORTS_AT_A_TIME
/** What is played here comes out of the source of the same name. */
export const AUDIO_LOOP = 'aubridge,loop'

/** Samples a second of what it says and hears. */
export function sampleRateOf({ wideband }: Pick<BaresipOptions, 'wideband'>): number {
  return wideband ? 16_000 : 8000
}

/**
 * Sound from a file, everything heard into a file, no sound card: `aubridge` swallows what is played. `calls`: how many it has had, of which
 * the last two have other ports for media than the next one.
 */
export function configFile(options: Pick<BaresipOptions, 'messageLamp' | 'wideband'>, place: BaresipPlace, calls = 0): string {
  const { messageLamp, wideband } = options
  const sampleRateHz = sampleRateOf(options)
  const { folder, address, sipPort, controlPort } = place
  const mediaPort = place.mediaPort + (calls % TURNS) * PORTS_AT_A_TIME
  return `poll_method epoll
sip_listen ${inUri(address)}:${sipPort}
net_interface ${address}
call_local_timeout 120
call_max_calls 4
audio_source aufile,${folder}/tone.wav
audio_player ${AUDIO_LOOP}
audio_alert ${AUDIO_LOOP}
ausrc_srate ${sampleRateHz}
auplay_srate ${sampleRateHz}
ausrc_channels 1
auplay_channels 1
rtp_ports ${mediaPort}-${mediaPort + PORTS_AT_A_TIME - 1}
snd_path ${folder}
ringback_disabled yes
statmode_default off
module_path ${MODULES}
module ${wideband ? 'g722' : 'g711'}.so
module aufile.so
module aubridge.so
module sndfile.so
module srtp.so
module_tmp account.so
module_app menu.so
module_app debug_cmd.so
${messageLamp ? 'module_app mwi.so\n' : ''}module_app ctrl_tcp.so
ctrl_tcp_listen 127.0.0.1:${controlPort}
`
}

export function accountFile(options: BaresipOptions, { address, sipPort }: BaresipPlace): string {
  const { username, password, server, registers = true, transport = 'UDP' } = options
  const parameter = `transport=${transport.toLowerCase()}`
  const domain = options.domain ?? server?.address ?? `${inUri(address)}:${sipPort}`
  const fields = [`<sip:${username}@${domain};${parameter}>`]
  if (password !== undefined) fields.push(`auth_user=${username}`, `auth_pass=${password}`)
  if (server) fields.push(`outbound="sip:${inUri(server.address)}:${server.port};${parameter}"`)
  fields.push(`regint=${server && registers ? 60 : 0}`, `answermode=${options.answersAtOnce ? 'auto' : 'manual'}`)
  if (options.srtp) fields.push('mediaenc=srtp-mand')
  return `${fields.join(';')}\n`
}

/** An IPv6 address stands in brackets (RFC 3261 §19.1.1). */
function inUri(address: string): string {
  return address.includes(':') ? `[${address}]` : address
}
