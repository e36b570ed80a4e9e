import { describe, expect, it } from 'vitest'
import { bodyKin, bodyName } from '../../src/shared/facts/bodyName.ts'

describe('the name of a body', () => {
  it.each([
    ['桐坞县', '桐坞县人民政府'],
    ['桐坞县政府', '桐坞县人民政府'],
    ['桐坞县政府办', '桐坞县人民政府办公室'],
    ['云岭省人民政府办公厅', '云岭省人民政府办公室'],
    ['桐坞县 石桥镇', '桐坞县石桥镇人民政府'],
    ['桐坞县望溪街道', '桐坞县望溪街道办事处'],
    ['桐坞县司法局', '桐坞县司法局'],
    ['桐坞县司法局（本级机关）', '桐坞县司法局'],
    ['桐坞县(本级)', '桐坞县人民政府'],
  ])('%s is another way of writing %s', (written, name) => {
    expect(bodyName(written)).toBe(bodyName(name))
    expect(bodyName(name)).toBe(name.replace('办公厅', '办公室'))
  })

  it.each([
    ['桐坞县人民政府办公室', '桐坞县人民政府'],
    ['云岭市桐坞县人民政府', '桐坞县人民政府'],
    ['云岭省江州市桐坞县司法局', '桐坞县司法局'],
  ])('%s could be the same as %s', (one, other) => {
    expect(bodyName(one)).not.toBe(bodyName(other))
    expect(bodyKin(one)).toBe(bodyKin(other))
  })

  it.each([
    ['桐坞县司法局', '桐坞县民政局'],
    ['桐坞县司法局（石桥分局）', '桐坞县司法局'],
    ['桐坞县人民政府', '清河县人民政府'],
    ['桐坞县人民政府', '桐坞县司法局'],
    ['桐坞县石桥镇人民政府', '桐坞县人民政府'],
  ])('%s is never %s', (one, other) => {
    expect(bodyKin(one)).not.toBe(bodyKin(other))
  })
})
