/** Line drawings of 24 × 24, stroked in the colour of the text around them. */
const paths = {
  inbox: ['M4 13v5.5h16V13', 'M4 13h4.5l1.5 2.5h4l1.5-2.5H20', 'M12 4v7m-3-3 3 3 3-3'],
  books: ['M5 4.5h3.5v15H5zM8.5 4.5H12v15H8.5zM13.3 5.6l3.4-.9 3.4 14-3.4.9z'],
  review: ['M4 5h7v14H4zM14 7h6M14 11h6', 'm14 16 2 2 4-4'],
  search: ['M16.5 10.5a6 6 0 1 1-12 0a6 6 0 1 1 12 0', 'm15 15 5 5'],
  history: ['M4.5 12a7.5 7.5 0 1 0 2.3-5.4L4.5 9', 'M4.5 4.5V9H9M12 8v4.3l2.8 1.7'],
  settings: [
    'M4 7h9M17 7h3M4 12h3M11 12h9M4 17h11M19 17h1',
    'M17 7a2 2 0 1 1-4 0a2 2 0 1 1 4 0',
    'M11 12a2 2 0 1 1-4 0a2 2 0 1 1 4 0',
    'M19 17a2 2 0 1 1-4 0a2 2 0 1 1 4 0',
  ],
  lock: ['M6 11h12v8.5H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3'],
  cross: ['m6 6 12 12M18 6 6 18'],
  retry: ['M19.5 12A7.5 7.5 0 1 1 17 6.4L19.5 9', 'M19.5 4.5V9H15'],
  right: ['m9.5 6 6 6-6 6'],
  down: ['m6 9.5 6 6 6-6'],
  file: ['M6 3.5h8l4 4v13H6zM14 3.5v4h4'],
  folder: ['M3.5 6.5h6l2 2.5h9v9.5h-17z'],
} as const

export type IconName = keyof typeof paths

/** Decoration: the word beside it, or the control's label, says what it means. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="i" viewBox="0 0 24 24" aria-hidden="true">
      {paths[name].map(d => (
        <path key={d} d={d} />
      ))}
    </svg>
  )
}
