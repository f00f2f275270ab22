import { createContext, useContext } from 'react'
import type { Screen } from './screen'

export const ScreenContext = createContext<Screen | null>(null)

export function useScreen(): Screen {
  const screen = useContext(ScreenContext)
  if (!screen) throw new Error('Only inside the review screen.')
  return screen
}
