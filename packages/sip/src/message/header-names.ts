/** Compact forms: RFC 3261 §7.3.3 and the later RFCs named by the IANA registry "SIP Header Fields". */
const COMPACT_FORMS: Readonly<Record<string, string>> = {
  a: 'Accept-Contact',
  b: 'Referred-By',
  c: 'Content-Type',
  d: 'Request-Disposition',
  e: 'Content-Encoding',
  f: 'From',
  i: 'Call-ID',
  j: 'Reject-Contact',
  k: 'Supported',
  l: 'Content-Length',
  m: 'Contact',
  n: 'Identity-Info',
  o: 'Event',
  r: 'Refer-To',
  s: 'Subject',
  t: 'To',
  u: 'Allow-Events',
  v: 'Via',
  x: 'Session-Expires',
  y: 'Identity',
}

/** Headers whose fields may hold several values separated by commas (`1#element` in the grammar of RFC 3261 §25 and its extensions). */
const LIST_HEADERS = [
  ...['Accept', 'Accept-Contact', 'Accept-Encoding', 'Accept-Language', 'Alert-Info', 'Allow', 'Allow-Events', 'Call-Info', 'Contact'],
  ...['Content-Encoding', 'Content-Language', 'Diversion', 'Error-Info', 'Geolocation', 'History-Info', 'In-Reply-To'],
  ...['P-Asserted-Identity', 'P-Associated-URI', 'P-Preferred-Identity', 'Path', 'Proxy-Require', 'Reason', 'Record-Route'],
  ...['Reject-Contact', 'Require', 'Route', 'Security-Client', 'Security-Server', 'Security-Verify', 'Service-Route', 'Supported'],
  ...['Unsupported', 'Via', 'Warning'],
] as const

const SINGLE_HEADERS = [
  ...['Authentication-Info', 'Authorization', 'CSeq', 'Call-ID', 'Content-Disposition', 'Content-ID', 'Content-Length', 'Content-Type'],
  ...['Date', 'Event', 'Expires', 'Feature-Caps', 'Flow-Timer', 'From', 'Geolocation-Routing', 'Identity', 'Identity-Info', 'Info-Package'],
  ...['Join', 'MIME-Version', 'Max-Forwards', 'Min-Expires', 'Min-SE', 'Organization', 'P-Access-Network-Info', 'P-Charging-Vector'],
  ...[
    'P-Early-Media',
    'Priority',
    'Privacy',
    'Proxy-Authenticate',
    'Proxy-Authorization',
    'RAck',
    'RSeq',
    'Recv-Info',
    'Refer-Sub',
    'Refer-To',
  ],
  ...['Referred-By', 'Remote-Party-ID', 'Replaces', 'Reply-To', 'Request-Disposition', 'Retry-After', 'SIP-ETag', 'SIP-If-Match'],
  ...['Server', 'Session-Expires', 'Session-ID', 'Subject', 'Subscription-State', 'Timestamp', 'To', 'User-Agent', 'User-to-User'],
  ...['WWW-Authenticate'],
] as const

const LISTS: ReadonlySet<string> = new Set(LIST_HEADERS)

/** Usual spelling by every spelling worth a direct hit: as usual, small letters, compact in either case. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ...[...LIST_HEADERS, ...SINGLE_HEADERS].flatMap((name): [string, string][] => [
    [name, name],
    [name.toLowerCase(), name],
  ]),
  ...Object.entries(COMPACT_FORMS).flatMap(([letter, name]): [string, string][] => [
    [letter, name],
    [letter.toUpperCase(), name],
  ]),
])

/** The usual spelling of a header known here, compact forms expanded; `undefined` for any other name. */
export function usualSpelling(name: string): string | undefined {
  return SPELLINGS.get(name) ?? SPELLINGS.get(name.toLowerCase())
}

/** What header names are compared by: equal for all spellings of one header (RFC 3261 §7.3.1, §7.3.3). */
export function headerKey(name: string): string {
  const exact = SPELLINGS.get(name)
  if (exact !== undefined) return exact
  const lower = name.toLowerCase()
  return SPELLINGS.get(lower) ?? lower
}

/** True when a field of the header with this key can hold several values separated by commas. */
export function isListHeader(key: string): boolean {
  return LISTS.has(key)
}
