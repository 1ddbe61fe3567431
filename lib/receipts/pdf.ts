import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { darkRuns, qrSymbol, quietZone } from '@/lib/qr-symbol'

/** The texts of the sheet; its address and signed text form the QR code. */
export type PdfText = {
  title: string[]
  storeLines: string[]
  numberLabel: string
  number: string
  reprint: string[]
  verify: string[]
  statement: string[]
  check: string[]
  checkAddress: string
  keep: string[]
  seal: string[]
  facts: { label: string; value: string }[]
  address: string
}

// Resolved at run time: the font is read from the package, never bundled.
const fonts = () => join(process.cwd(), 'node_modules/@expo-google-fonts/noto-sans-sc')
const fontFile = (weight: '400Regular' | '700Bold') =>
  join(fonts(), weight, `NotoSansSC_${weight}.ttf`)

// Lengths in points.
const millimetre = 72 / 25.4
const left = 48
const width = 595 - 2 * left
const bottom = 842 - left
const qrRoom = 50
const qrPlace = qrRoom * millimetre
const seal = 44 * millimetre
const quiet = '#444'

/** A receipt as an A4 PDF with an embedded font (Noto Sans SC) and the signature's QR code. */
export async function receiptPdf(text: PdfText, signed: string): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: left,
    info: { Title: `${text.title[0]} ${text.number}`, Author: 'Cancellation Desk 销户服务台' },
    lang: 'zh-CN',
  })
  pdf.registerFont('plain', fontFile('400Regular')).registerFont('bold', fontFile('700Bold'))
  const parts: Buffer[] = []
  const ended = new Promise<void>((resolve, reject) =>
    pdf
      .on('data', (part: Buffer) => parts.push(part))
      .on('end', () => resolve())
      .on('error', reject),
  )

  const belowCode = qrCode(pdf, text, signed)
  head(pdf, text)
  pdf
    .font('plain')
    .fontSize(11)
    .fillColor('#000')
    .text(text.statement.join('\n'), left, Math.max(pdf.y + 12, belowCode + 12), { width })
  pdf.moveDown(0.5)
  for (const { label, value } of text.facts) row(pdf, label, value)
  foot(pdf, text)
  pdf.end()
  await ended
  return new Uint8Array(Buffer.concat(parts))
}

/** Draws the code at the top right, as shapes that stay sharp; gives where it ends. */
function qrCode(pdf: PDFKit.PDFDocument, text: PdfText, signed: string): number {
  const symbol = qrSymbol(`${text.address}?receipt=${signed}`, qrRoom)
  const module = symbol.module * millimetre
  const side = symbol.side * millimetre
  const [x, y] = [left + width - side + quietZone * module, left + quietZone * module]
  for (const { row, column, length } of darkRuns(symbol))
    pdf.rect(x + column * module, y + row * module, length * module, module)
  pdf.fill('#000')
  pdf
    .font('plain')
    .fontSize(9)
    .text(text.verify.join(' '), left + width - qrPlace, left + side, {
      width: qrPlace,
      align: 'center',
    })
  return pdf.y
}

function head(pdf: PDFKit.PDFDocument, text: PdfText) {
  const beside = { width: width - qrPlace - 16 }
  pdf
    .font('bold')
    .fontSize(20)
    .text(text.title[0] ?? '', left, left, beside)
  pdf.fontSize(12).text([text.title[1], ...text.reprint].join('\n'), beside)
  pdf.font('plain').fontSize(9).fillColor(quiet).text(text.storeLines.join('\n'), beside)
  pdf.moveDown(0.8).text(text.numberLabel, beside)
  pdf.font('bold').fontSize(18).fillColor('#000').text(text.number, beside)
}

function row(pdf: PDFKit.PDFDocument, label: string, value: string) {
  const [labelWidth, gap] = [170, 12]
  const top = pdf.y + 3
  pdf.font('plain').fontSize(9).fillColor(quiet).text(label, left, top, { width: labelWidth })
  const below = pdf.y
  pdf
    .fontSize(10)
    .fillColor('#000')
    .text(value, left + labelWidth + gap, top, { width: width - labelWidth - gap })
  pdf.y = Math.max(below, pdf.y) + 3
  pdf
    .moveTo(left, pdf.y)
    .lineTo(left + width, pdf.y)
    .lineWidth(0.5)
    .strokeColor('#ccc')
    .stroke()
}

/** How to check and keep it, beside the place for the store's seal; both on one page. */
function foot(pdf: PDFKit.PDFDocument, text: PdfText) {
  if (pdf.y + 14 + seal > bottom) pdf.addPage()
  const top = pdf.y + 14
  pdf
    .font('plain')
    .fontSize(11)
    .fillColor('#000')
    .text([...text.check, text.checkAddress, '', ...text.keep].join('\n'), left, top, {
      width: width - seal - 20,
    })
  pdf
    .rect(left + width - seal, top, seal, seal)
    .dash(3, { space: 3 })
    .strokeColor('#888')
    .stroke()
    .undash()
  pdf
    .fontSize(9)
    .fillColor(quiet)
    .text(text.seal.join(' '), left + width - seal + 6, top + 5, { width: seal - 12 })
}
