import clsx from 'clsx'

/**
 * Opens the palette with its search; the keys' scope follows it (`components/keys/keys.tsx`). In
 * the header there is room for its sign alone, and on narrow screens it stands in the menu.
 */
export function SearchButton({ label, inMenu }: { label: string; inMenu?: true }) {
  return (
    <button
      type="button"
      data-palette
      aria-keyshortcuts="Control+K Meta+K"
      className={clsx(
        'min-h-11 min-w-11 cursor-pointer items-center gap-2 rounded-md hover:text-accent',
        inMenu ? 'flex w-full px-3 xl:hidden' : 'hidden justify-center px-2 xl:flex',
      )}
    >
      <svg aria-hidden="true" viewBox="0 0 20 20" className="size-5">
        <circle cx="8.5" cy="8.5" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d="m13 13 5 5" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
      <span className={inMenu ? '' : 'sr-only'}>{label}</span>
    </button>
  )
}
