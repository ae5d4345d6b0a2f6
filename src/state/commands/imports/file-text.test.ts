import { expect, it } from 'vitest';
import { fileText } from './file-text.ts';

const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));

it('reads a file in the encoding that was found, or that its mark tells', async () => {
  const latin = new Blob([Uint8Array.of(0x63, 0x61, 0x66, 0xe9)]);
  expect(await fileText(latin, 'windows-1252')).toBe('café');
  expect(await fileText(new Blob(['\uFEFFcafé']))).toBe('café');
  expect(await fileText(new Blob([utf16('{"é": 1}')]))).toBe('{"é": 1}');
  const swapped = utf16('é').reduce<number[]>((bytes, byte, at) => {
    bytes[at ^ 1] = byte;
    return bytes;
  }, []);
  expect(await fileText(new Blob([Uint8Array.from(swapped)]))).toBe('é');
});
