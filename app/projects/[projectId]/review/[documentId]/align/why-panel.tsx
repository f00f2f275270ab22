'use client'
export function WhyPanel() {
  return null
}
