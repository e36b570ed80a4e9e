/**
 * Small changes to document.xml that spare mammoth 1.13 two misreadings of tables. Word writes bookmarks between rows and cells, and
 * mammoth, seeing something that is no row, gives up vertical merging for the whole table (body-reader.js, calculateRowSpans). It also
 * ignores the columns that a row leaves out at its left (w:gridBefore), which moves every number of that row.
 */

// Bounded, so that malformed tags cannot make the search quadratic; a bookmark's name has at most 40 characters.
const bookmarks = /<\/?w:bookmark(?:Start|End)\b(?:[^>"]|"[^"]{0,400}"){0,400}>/g
const rowProperties = /<w:trPr>((?:(?!<\/?w:trPr>)[\s\S])*)<\/w:trPr>/g

/** document.xml without bookmarks and with an empty cell for the columns a row leaves out. */
export function repairForMammoth(xml: string): string {
  return xml.replace(bookmarks, '').replace(rowProperties, (properties, inside: string) => {
    const columns = /<w:gridBefore w:val="(\d{1,4})"/.exec(inside)?.[1]
    if (columns === undefined || Number(columns) === 0) return properties
    return `${properties}<w:tc><w:tcPr><w:gridSpan w:val="${columns}"/></w:tcPr><w:p/></w:tc>`
  })
}
