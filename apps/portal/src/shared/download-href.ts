/** Where the browser gets a file of the API by itself. */
export function downloadHref(path: `/${string}`, query: Readonly<Record<string, string>>): string {
  return `/api/v1${path}?${new URLSearchParams(query)}`
}
