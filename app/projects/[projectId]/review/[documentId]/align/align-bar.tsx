'use client'
export function AlignBar() {
  return null
}
