/** Stands for this server while a path is looked at. */
const HERE = 'http://here.invalid'

/** True for a path of this server, whatever a browser makes of it: no other site, no other scheme (open redirect). */
export function isOwnPath(path: string): boolean {
  if (!path.startsWith('/') || !URL.canParse(path, HERE)) return false
  const { origin, pathname } = new URL(path, HERE)
  return origin === HERE && !pathname.startsWith('//')
}
