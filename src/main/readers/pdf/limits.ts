/** What one file may cost. A file beyond a limit is read as far as it goes, and a message says so. */
export const limits = {
  pages: 2000,
  /** Time for all pages; the worker around the reader is ended at 30 s, so the reader stops by itself before. */
  milliseconds: 18_000,
  operatorsPerPage: 400_000,
  glyphsPerPage: 60_000,
  /** Ruling lines after merging; tables of the official form have under 100 a page. */
  rulesPerPage: 3_000,
  slotsPerFrame: 20_000,
  /** Lines of running text that are measured; more do not change what is usual. */
  measuredLines: 1_500,
  imagesPerPage: 2_000,
  stateDepth: 512,
  /** Pixels of one picture. Pictures are only located, never shown; A3 at 600 dpi has 70 million. */
  imagePixels: 128_000_000,
} as const

/** What a thread beside a reading worker may hold in its heap, in MB, and twice as much in buffers: as much as the worker itself. */
export const besidesMegabytes = 512
