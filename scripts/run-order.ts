/** Much computing and little waiting: a browser draws. One of them at a time beside files that listen to telephones. */
const OF_BROWSERS = /^tests\/(portal\/|browser-phone)/
/** By far the longest. What begins last must not be what is waited for at the end. */
const LONGEST = ['tests/portal/accessibility.integration.test.ts', 'tests/explain-media.integration.test.ts']

/**
 * The order in which test files begin: those of `tests/`, which call through the whole product, before those of single packages, which take seconds; of each
 * three one with a browser, as long as there are any.
 */
export function runOrder(files: readonly string[]): readonly string[] {
  const whole = LONGEST.concat(files.filter((file) => file.startsWith('tests/'))).filter(
    (file, index, list) => files.includes(file) && list.indexOf(file) === index,
  )
  const browsers = whole.filter((file) => OF_BROWSERS.test(file))
  const others = whole.filter((file) => !OF_BROWSERS.test(file))
  const mixed = others.flatMap((file, index) => (index % 2 === 0 ? [...browsers.splice(0, 1), file] : [file]))
  return [...mixed, ...browsers, ...files.filter((file) => !file.startsWith('tests/'))]
}
