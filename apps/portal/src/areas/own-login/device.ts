/** The first that is found counts: browsers name those that they descend from too. */
const BROWSERS = [
  ['Edge', /\bEdgA?\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Headless)?(?:Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
] as const
const SYSTEMS = [
  ['Android', /\bAndroid\b/],
  ['iOS', /\b(?:iPhone|iPad)\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
] as const

/** What a person calls the browser that says this of itself, such as "Firefox, Windows"; undefined for none that is known. */
export function deviceOf(userAgent: string | null): string | undefined {
  const found = [BROWSERS, SYSTEMS].flatMap((kinds) => kinds.find(([, says]) => says.test(userAgent ?? ''))?.[0] ?? [])
  return found.length === 0 ? undefined : found.join(', ')
}
