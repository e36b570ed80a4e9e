/** Names by which the same body is called in the reports of different years. */

/** What is only another way of writing: 某县政府办 is 某县人民政府办公室, a bare 某县 its government, 某街道 its 办事处, 某局（本级） 某局. */
export function bodyName(organization: string): string {
  return organization
    .normalize('NFKC')
    .replace(/[\s·]+/g, '')
    .replace(/\(本级(?:机关)?\)$/, '')
    .replace(/(?<!人民)政府(?=$|办)/, '人民政府')
    .replace(/(?<=人民政府)办(?:公室|公厅)?$/, '办公室')
    .replace(/(?<=[省市县区旗州盟镇乡])$/, '人民政府')
    .replace(/街道(?:办)?$/, '街道办事处')
}

/** A city or province in front of a county, a district or a town. */
const above =
  /^(?:\p{Script=Han}{2,7}?(?:省|自治区))?(?:\p{Script=Han}{2,6}?(?:市|自治州|州|盟|地区))?(?=\p{Script=Han}{1,12}?(?:县|区|旗|市|镇|乡|街道))/u

/**
 * What two names of one body have in common when they differ in more than writing: 云岭市桐坞县人民政府办公室 and 桐坞县人民政府. Different bodies
 * can have it in common too (a government and its office, namesakes), so it is no proof.
 */
export function bodyKin(organization: string): string {
  return withoutPlace(bodyName(organization)).replace(/(?<=人民政府)办公室$/, '')
}

const withoutPlace = (name: string): string => name.replace(above, '')

/** How far two names of one kin are apart: 0 the same, 1 with and without the city above, 2 the government and its office. */
export function nameDistance(one: string, other: string): 0 | 1 | 2 {
  const [a, b] = [bodyName(one), bodyName(other)]
  return a === b ? 0 : withoutPlace(a) === withoutPlace(b) ? 1 : 2
}
