import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/** Blue, as the lamps of an operator's position. */
const klinke: MantineColorsTuple = [
  '#e8f3fc',
  '#d0e4f5',
  '#9fc8ec',
  '#6babe3',
  '#4293dc',
  '#2a84d8',
  '#1f77c9',
  '#1c6fbf',
  '#1c5d99',
  '#164b7d',
]

export const theme = createTheme({
  primaryColor: 'klinke',
  primaryShade: { light: 8, dark: 8 },
  colors: { klinke },
  // Black or white on a filled colour, whichever has more contrast: always 4.5 : 1 at least.
  autoContrast: true,
  luminanceThreshold: 0.179,
  respectReducedMotion: true,
  defaultRadius: 'md',
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  components: {
    // A dialogue's heading is none of the page (WAI-ARIA: one banner).
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    // States are words, such as "noch nie angemeldet"; in capitals they are too wide for their column.
    Badge: { defaultProps: { tt: 'none' } },
    // What a notice says is no secondary text: Mantine's grey on it has 3.3 : 1.
    Notification: { styles: { description: { color: 'var(--mantine-color-text)' } } },
  },
})

/** Secondary text, placeholders and what the mouse is on are readable in both colour schemes: 4.5 : 1 at least (WCAG 1.4.3). */
export const readableColours: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': colors.gray[7],
    '--mantine-color-placeholder': colors.gray[7],
    '--mantine-color-error': colors.red[9],
    // Black stands on it: it becomes lighter under the mouse, not darker.
    '--mantine-color-red-filled-hover': colors.red[7],
  },
  dark: {
    '--mantine-color-dimmed': colors.dark[1],
    '--mantine-color-placeholder': colors.dark[1],
    '--mantine-color-error': colors.red[4],
    '--mantine-color-red-filled-hover': colors.red[7],
    // Also in the row that the mouse is on.
    '--mantine-color-anchor': klinke[3],
  },
})
