'use client'
export function AlignPane() {
  return null
}
