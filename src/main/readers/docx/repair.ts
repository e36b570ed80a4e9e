/**
 * Small changes to document.xml that spare mammoth 1.13 two misreadings of tables. Word writes bookmarks between rows and cells, and
 * mammoth, seeing something that is no row, gives up vertical merging for the whole table (body-reader.js, calculateRowSpans). It also
 * ignores the columns that a row leaves out at its left (w:gridBefore), which moves every number of that row.
 */

// Both bounded, so that malformed markup cannot make the search quadratic. A bookmark's name has at most 40 characters and may hold “>”,
// but in markup nothing other than a tag follows a bookmark.
const bookmarks = /<\/?w:bookmark(?:Start|End)\b[^<]{0,600}?>(?=\s{0,20}<)/g
const columnsBefore = /<w:gridBefore w:val="(\d{1,4})"[^<]{0,20}>(?:[^<]|<(?!\/w:trPr>)){0,1000}<\/w:trPr>/g

/** document.xml without bookmarks and with an empty cell for the columns a row leaves out. */
export function repairForMammoth(xml: string): string {
  return xml.replace(bookmarks, '').replace(columnsBefore, (properties, columns: string) => {
    if (Number(columns) === 0) return properties
    return `${properties}<w:tc><w:tcPr><w:gridSpan w:val="${columns}"/></w:tcPr><w:p/></w:tc>`
  })
}
