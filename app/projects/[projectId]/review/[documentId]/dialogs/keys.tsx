export function Keys({ keys }: { keys: readonly string[] }) {
  return keys.map((key) => (
    <kbd
      key={key}
      className="min-w-6 rounded-sm border border-line-strong bg-sunken px-1.5 text-center font-sans text-ink-soft text-xs leading-5"
    >
      {key}
    </kbd>
  ))
}
