import { createContext, useContext } from 'react'
import { useCell } from './cell'
import type { Screen } from './screen'

export const ScreenContext = createContext<Screen | null>(null)

/** What a person may do shows everywhere, so whatever is on the screen is painted anew when their role changes. */
export function useScreen(): Screen {
  const screen = useContext(ScreenContext)
  if (!screen) throw new Error('Only inside the review screen.')
  useCell(screen.role)
  return screen
}
