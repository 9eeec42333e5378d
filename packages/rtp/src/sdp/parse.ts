import { failed, ok, type Result } from '@klinke/foundation'
import { decimal } from './decimal.ts'
import {
  type Attribute,
  type Bandwidth,
  type Connection,
  MAX_ATTRIBUTES_PER_SECTION,
  MAX_FORMATS_PER_MEDIA,
  MAX_LINES_PER_LETTER,
  MAX_MEDIA_DESCRIPTIONS,
  MAX_SDP_LENGTH,
  type MediaDescription,
  type Origin,
  type SdpError,
  type SessionDescription,
} from './session-description.ts'

/**
 * Reads a session description. Strict where a wrong guess would send media astray (o=, c=, m=), lenient where
 * phones are known to be careless: line ends LF or CR alone, blank lines, missing s= and t=, unknown letters.
 */
export function parseSdp(text: string): Result<SessionDescription, SdpError> {
  if (text.length > MAX_SDP_LENGTH) return failed({ line: 0, problem: `longer than ${MAX_SDP_LENGTH} characters` })
  const reader = new SectionReader()
  let number = 0
  for (const line of text.split(/\r\n|\n|\r/)) {
    number++
    if (line.trim() === '') continue
    const problem = line.includes('\0') ? 'NUL character' : reader.take(line)
    if (problem !== undefined) return failed({ line: number, problem })
  }
  const description = reader.finish()
  return typeof description === 'string' ? failed({ line: 0, problem: description }) : ok(description)
}

type Draft<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }

/** Collects the lines of the session, then of one media description after the other. */
class SectionReader {
  #sawVersion = false
  #origin: Origin | undefined
  #name = '-'
  readonly #descriptive: string[] = []
  readonly #times: string[] = []
  readonly #media: Draft<MediaDescription>[] = []
  readonly #session: { connection: Connection | undefined; bandwidths: Bandwidth[]; attributes: Attribute[] } = {
    connection: undefined,
    bandwidths: [],
    attributes: [],
  }

  /** Takes one line; gives the problem with it, or undefined. */
  take(line: string): string | undefined {
    if (line[1] !== '=') return 'not of the form letter=value'
    const value = line.slice(2).trimEnd()
    const media = this.#media.at(-1)
    const section = media ?? this.#session
    switch (line[0]) {
      case 'm':
        return this.#takeMedia(value)
      case 'a':
        return section.attributes.length < MAX_ATTRIBUTES_PER_SECTION ? push(section.attributes, attribute(value)) : 'too many attributes'
      case 'b':
        return section.bandwidths.length < MAX_LINES_PER_LETTER ? push(section.bandwidths, bandwidth(value)) : 'too many b= lines'
      case 'c':
        section.connection ??= connection(value)
        return section.connection ? undefined : 'c= line of unknown form'
      default:
        return media ? takeInformation(media, line) : this.#takeSessionLine(line, value)
    }
  }

  #takeSessionLine(line: string, value: string): string | undefined {
    switch (line[0]) {
      case 'v':
        this.#sawVersion = true
        return value === '0' ? undefined : 'version is not 0'
      case 'o':
        this.#origin ??= origin(value)
        return this.#origin ? undefined : 'o= line of unknown form'
      case 's':
        this.#name = value === '' ? '-' : value
        return undefined
      case 'i':
      case 'u':
      case 'e':
      case 'p':
        return this.#descriptive.length < MAX_LINES_PER_LETTER ? push(this.#descriptive, line) : 'too many i=, u=, e= or p= lines'
      case 't':
      case 'r':
      case 'z':
        return this.#times.length < MAX_LINES_PER_LETTER ? push(this.#times, line) : 'too many t=, r= or z= lines'
      default:
        return undefined
    }
  }

  #takeMedia(value: string): string | undefined {
    if (this.#media.length >= MAX_MEDIA_DESCRIPTIONS) return `more than ${MAX_MEDIA_DESCRIPTIONS} media descriptions`
    const [kind = '', portText = '', protocol = '', ...formats] = value.split(/ +/)
    // The "/count" of hierarchical encodings (RFC 8866 §5.14) is dropped: no telephone uses it.
    const port = decimal(portText.split('/', 1)[0], 65_535)
    if (kind === '' || port === undefined || protocol === '') return 'm= line of unknown form'
    if (formats.length > MAX_FORMATS_PER_MEDIA) return `more than ${MAX_FORMATS_PER_MEDIA} formats`
    this.#media.push({ kind, port, protocol, formats, information: undefined, connection: undefined, bandwidths: [], attributes: [] })
    return undefined
  }

  finish(): SessionDescription | string {
    if (!this.#sawVersion) return 'no v= line'
    if (!this.#origin) return 'no o= line'
    return {
      origin: this.#origin,
      name: this.#name,
      descriptive: this.#descriptive,
      times: this.#times.length > 0 ? this.#times : ['t=0 0'],
      media: this.#media,
      ...this.#session,
    }
  }
}

/** k= (withdrawn by RFC 8866 §5.12) and unknown letters are ignored. */
function takeInformation(media: Draft<MediaDescription>, line: string): string | undefined {
  if (line[0] === 'i') media.information = line.slice(2)
  return undefined
}

function push<T>(list: T[], item: T | undefined): string | undefined {
  if (item === undefined) return 'value of unknown form'
  list.push(item)
  return undefined
}

function attribute(value: string): Attribute | undefined {
  const colon = value.indexOf(':')
  if (value === '' || colon === 0) return undefined
  return colon < 0 ? { name: value, value: undefined } : { name: value.slice(0, colon), value: value.slice(colon + 1).trimStart() }
}

function bandwidth(value: string): Bandwidth | undefined {
  const colon = value.indexOf(':')
  const amount = decimal(value.slice(colon + 1).trim(), Number.MAX_SAFE_INTEGER)
  return colon < 1 || amount === undefined ? undefined : { type: value.slice(0, colon), value: amount }
}

function origin(value: string): Origin | undefined {
  const fields = value.split(/ +/)
  // A user name with blanks is wrong (RFC 8866 §5.2) but seen: the last five fields count.
  const [sessionId = '', sessionVersion = '', ...address] = fields.slice(-5)
  const username = fields.slice(0, -5).join('_')
  const where = connection(address.join(' '))
  if (username === '' || !where || !/^\d{1,40}$/.test(sessionId) || !/^\d{1,40}$/.test(sessionVersion)) return undefined
  return { username, sessionId, sessionVersion, connection: where }
}

function connection(value: string): Connection | undefined {
  const [network, type, address = ''] = value.trim().split(/ +/)
  const host = address.split('/', 1)[0] ?? ''
  if (network !== 'IN' || host === '') return undefined
  if (type === 'IP4') return { addressFamily: 'IPv4', address: host }
  return type === 'IP6' ? { addressFamily: 'IPv6', address: host } : undefined
}
