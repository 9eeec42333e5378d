/** True when an operation, method and path as in query keys, is of one of these paths or below; the empty path is above all. */
export function isBelow(operation: unknown, paths: readonly string[]): boolean {
  const path = typeof operation === 'string' ? (operation.split(' ')[1] ?? '') : ''
  return paths.some((wanted) => wanted === '' || path === wanted || path.startsWith(`${wanted}/`))
}
