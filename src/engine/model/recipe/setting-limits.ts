// How large settings may be: the forms offer no more, and planning refuses more.
// What a link may carry at all is limited elsewhere (share).

export const settingLimits = {
  listValues: 1000,
  decimals: 6,
  exponent: 10,
  flatness: 1_000_000,
  /** Characters of one text. */
  textLength: 100_000,
  blobBytes: 1_000_000,
  sentences: 1000,
  jsonKeys: 200,
  hexDigits: 4096,
  codeDigits: 15,
  prefixLength: 100,
  delayDays: 36_500,
  spread: 5,
  children: 10_000_000,
  expressionLength: 10_000,
} as const;
