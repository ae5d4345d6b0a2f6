import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBoundedJson } from '../bounded-json.ts';
import { upgradeDocument } from '../document-version.ts';
import { parseBase64url, toBase64url } from './base64url.ts';
import { checksum, crc32 } from './checksum.ts';
import { linkSizeAdvice } from './link-size.ts';

describe('base64url', () => {
  it('equals the platform’s', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = toBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(parseBase64url(text)).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  it('refuses other characters and impossible lengths', () => {
    for (const text of ['A', 'AAAA+', 'AA=', 'AA A', 'AAAé']) {
      expect(parseBase64url(text)).toBeNull();
    }
  });
});

describe('the checksum', () => {
  it('is CRC-32 with its published check value', () => {
    expect(crc32('123456789')).toBe(0xcbf43926);
    expect(checksum('')).toBe('AAAAAA');
  });
});

describe('bounded JSON', () => {
  it('counts brackets outside strings only', () => {
    expect(parseBoundedJson('["[[[[", "\\"[[[["]', 1)).toEqual({
      kind: 'value',
      value: ['[[[[', '"[[[['],
    });
    expect(parseBoundedJson('[[1]]', 1)).toEqual({ kind: 'too-deep' });
    expect(parseBoundedJson('[1', 1)).toEqual({ kind: 'malformed' });
  });
});

describe('upgrades', () => {
  it('run every step from the version on', () => {
    const steps = [(document: unknown) => `${document}>2`, (document: unknown) => `${document}>3`];
    expect(upgradeDocument('1', 1, steps)).toBe('1>2>3');
    expect(upgradeDocument('2', 2, steps)).toBe('2>3');
    expect(upgradeDocument('3', 3, steps)).toBe('3');
  });
});

describe('advice on the length of a link', () => {
  it('warns over 2,000 and strongly over 4,000 characters', () => {
    expect(linkSizeAdvice(2000)).toEqual({ level: 'fine' });
    expect(linkSizeAdvice(2001)).toMatchObject({ level: 'long' });
    expect(linkSizeAdvice(4000)).toMatchObject({ level: 'long' });
    expect(linkSizeAdvice(4001)).toMatchObject({ level: 'too-long' });
  });
});
