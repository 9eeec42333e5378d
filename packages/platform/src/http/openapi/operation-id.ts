/** Verbs of operations on a whole list, and on one thing. */
const VERBS: Readonly<Record<string, readonly [ofList: string, ofOne: string]>> = {
  get: ['list', 'get'],
  post: ['create', 'post'],
  patch: ['update', 'update'],
  put: ['replace', 'replace'],
  delete: ['delete', 'delete'],
}

/** What a path names where no list is meant though it sounds so. */
const isParameter = (segment: string | undefined): boolean => segment?.startsWith('{') === true

/**
 * A stable name of an operation for generators of clients: `listExtensions`, `getExtension`, `updateExtensionCallSettings`.
 * `isList`: it answers many; `makes`: it creates something (201).
 */
export function operationId(
  method: string,
  path: string,
  { isList, makes }: { readonly isList: boolean; readonly makes: boolean },
): string {
  const segments = path.split('/').filter((segment) => segment !== '')
  const [ofList, ofOne] = VERBS[method] ?? [method, method]
  const verb = method === 'post' ? (makes && !isParameter(segments.at(-1)) ? ofList : ofOne) : isList ? ofList : ofOne
  const last = segments.findLastIndex((segment) => !isParameter(segment))
  const words = segments.flatMap((segment, index) => {
    if (isParameter(segment)) return []
    const oneOfThem = isParameter(segments[index + 1]) || (index === last && method === 'post' && makes)
    return [oneOfThem ? singular(segment) : segment]
  })
  return verb + words.map(capitalised).join('')
}

function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word
}

function capitalised(word: string): string {
  return word
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')
}
