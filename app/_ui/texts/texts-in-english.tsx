'use client'
import type { ReactNode } from 'react'
import * as en from './en'
import { TextsProvider } from './texts-provider'

/** Gives a page the English words. */
export function TextsInEnglish({ children }: { children: ReactNode }) {
  return (
    <TextsProvider locale="en" dictionary={en}>
      {children}
    </TextsProvider>
  )
}
