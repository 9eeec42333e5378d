/** True when an operation, method and path as in query keys, is of one of these paths or below. */
export function isBelow(operation: unknown, paths: readonly string[]): boolean {
  const path = typeof operation === 'string' ? (operation.split(' ')[1] ?? '') : ''
  return paths.some((wanted) => path === wanted || path.startsWith(`${wanted}/`))
}
