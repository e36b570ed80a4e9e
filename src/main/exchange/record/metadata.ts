import { currentOf } from '../../../shared/current/current.ts'
import type { SourceFormat } from '../../../shared/data/document.ts'
import type { ArchiveRecord } from '../../../shared/data/record.ts'
import type { EventType, PremisEvent } from './events.ts'

/** A record's metadata as archives catalogue it. */

/** Names of formats as they are catalogued, with the media type where there is a registered one. */
const formats: Readonly<Record<SourceFormat, readonly [name: string, mediaType: string | null]>> = {
  docx: ['DOCX', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  doc: ['DOC', 'application/msword'],
  pdf: ['PDF', 'application/pdf'],
  html: ['HTML', 'text/html'],
  text: ['TXT', 'text/plain'],
  rtf: ['RTF', 'application/rtf'],
  odt: ['ODT', 'application/vnd.oasis.opendocument.text'],
  mhtml: ['MHTML', 'multipart/related'],
  wordxml: ['Word XML', 'application/xml'],
  unknown: ['未知', null],
}

/** 业务行为 as an archivist names it. */
const acts: Readonly<Record<EventType, string>> = {
  ingestion: '收存',
  'message digest calculation': '计算摘要',
  'metadata extraction': '读取',
  modification: '变更',
  'fixity check': '核验',
  recovery: '恢复',
}

/**
 * One report described with elements of DA/T 46—2009 (文书类电子文件元数据方案), as far as a report and its archive tell them. What nobody told
 * is null, never made up.
 */
export function recordMetadata(record: ArchiveRecord, source: string, events: readonly PremisEvent[], system: string) {
  const { report } = currentOf(record)
  const [format, mediaType] = formats[record.extraction.document?.format ?? record.source.format]
  return {
    schema: 1,
    standard: 'DA/T 46—2009',
    聚合层次: '文件',
    电子文件号: record.id,
    年度: report.year,
    题名: report.title,
    文件编号: report.documentNumber,
    责任者: report.organization,
    日期: report.publishedOn,
    文种: '报告',
    语种: '汉语',
    地区: report.region && { 代码: report.region.code, 名称: report.region.name },
    格式信息: { 格式名称: format, 媒体类型: mediaType },
    计算机文件名: record.provenance.name,
    计算机文件大小: record.source.bytes,
    修改时间: record.provenance.modifiedAt,
    数字摘要: { 算法: 'SHA-256', 值: record.source.sha256 },
    当前位置: source,
    // A path names the computer and the person it lay with; it stays there.
    原有位置: null,
    信息系统描述: system,
    过程: events.map(event => ({
      业务行为: acts[event.eventType.term],
      行为时间: event.eventDateTime,
      行为者: event.linkingAgents.join('、'),
      行为描述: event.eventDetail,
    })),
  }
}
