'use client'
import type { ReactNode } from 'react'
import { TextsProvider } from './texts-provider'
import * as zhCN from './zh-CN'

/** Gives a page the Chinese words. */
export function TextsInChinese({ children }: { children: ReactNode }) {
  return (
    <TextsProvider locale="zh-CN" dictionary={zhCN}>
      {children}
    </TextsProvider>
  )
}
