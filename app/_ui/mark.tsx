/** The product's mark: a seal with two texts on it, one a little longer than the other. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect width="32" height="32" rx="6" fill="#b0341f" />
      <g stroke="#fffaf5" strokeWidth="2.4" strokeLinecap="round">
        <path d="M7 9.5h7M7 16h7M7 22.5h4" />
        <path d="M18 9.5h7M18 16h5M18 22.5h7" opacity=".82" />
      </g>
    </svg>
  )
}
