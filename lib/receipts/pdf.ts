import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { toBuffer } from 'qrcode'

/** The texts of the sheet; its address and signed text form the QR code. */
export type PdfText = {
  title: string[]
  storeLines: string[]
  numberLabel: string
  number: string
  verify: string[]
  statement: string[]
  keep: string[]
  facts: { label: string; value: string }[]
  address: string
}

// Resolved at run time: the font is read from the package, never bundled.
const fonts = () => join(process.cwd(), 'node_modules/@expo-google-fonts/noto-sans-sc')
const fontFile = (weight: '400Regular' | '700Bold') =>
  join(fonts(), weight, `NotoSansSC_${weight}.ttf`)
const left = 48
const width = 595 - 2 * left

/** A receipt as an A4 PDF with an embedded font (Noto Sans SC) and the signature's QR code. */
export async function receiptPdf(text: PdfText, signed: string): Promise<Uint8Array<ArrayBuffer>> {
  const qr = await toBuffer(`${text.address}?receipt=${signed}`, {
    margin: 1,
    errorCorrectionLevel: 'M',
    scale: 6,
  })
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

  const side = 132
  pdf.image(qr, left + width - side, left, { width: side })
  pdf
    .font('plain')
    .fontSize(8)
    .text(text.verify.join('\n'), left + width - side - 10, left + side + 4, {
      width: side + 20,
      align: 'center',
    })
  pdf
    .font('bold')
    .fontSize(20)
    .text(text.title[0] ?? '', left, left, { width: width - side - 16 })
  pdf.fontSize(12).text(text.title[1] ?? '')
  pdf
    .font('plain')
    .fontSize(9)
    .fillColor('#444')
    .text(text.storeLines.join('\n'), { width: width - side - 16 })
  pdf.moveDown(0.8).text(text.numberLabel)
  pdf.font('bold').fontSize(18).fillColor('#000').text(text.number)
  pdf
    .font('plain')
    .fontSize(11)
    .text(text.statement.join('\n'), left, Math.max(pdf.y + 12, left + side + 40), { width })
  pdf.moveDown(0.5)
  for (const { label, value } of text.facts) row(pdf, label, value)
  pdf
    .moveDown(0.8)
    .fontSize(11)
    .fillColor('#000')
    .text(text.keep.join('\n'), left, pdf.y, { width })
  pdf.end()
  await ended
  return new Uint8Array(Buffer.concat(parts))
}

function row(pdf: PDFKit.PDFDocument, label: string, value: string) {
  const [labelWidth, gap] = [170, 12]
  const top = pdf.y + 3
  pdf.font('plain').fontSize(9).fillColor('#444').text(label, left, top, { width: labelWidth })
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
