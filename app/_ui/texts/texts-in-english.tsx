'use client'
import type { ReactNode } from 'react'
import * as en from './en'
import { TextsProvider } from './texts-provider'

/** Sends a browser the English words and no others. */
export function TextsInEnglish({ children }: { children: ReactNode }) {
  return (
    <TextsProvider locale="en" dictionary={en}>
      {children}
    </TextsProvider>
  )
}
