/** Opens the palette with its search; the keys' scope follows it (`components/keys/keys.tsx`). */
export function SearchButton({ label }: { label: string }) {
  return (
    <button
      type="button"
      data-palette
      aria-keyshortcuts="Control+K Meta+K"
      className={
        'flex min-h-11 min-w-11 cursor-pointer items-center justify-center gap-2 rounded-md px-2 ' +
        'hover:text-accent'
      }
    >
      <svg aria-hidden="true" viewBox="0 0 20 20" className="size-5">
        <circle cx="8.5" cy="8.5" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d="m13 13 5 5" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
      <span className="sr-only">{label}</span>
    </button>
  )
}
