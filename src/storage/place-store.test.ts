import { expect, test } from 'vitest';
import { createPlaceStore, placeKey } from './place-store.ts';

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

test('gives back what was saved, as a new value', () => {
  const browser = memory();
  const place = { mode: 'labs', fields: [] };
  createPlaceStore(() => browser).save(place);
  const loaded = createPlaceStore(() => browser).load();
  expect(loaded).toEqual(place);
  expect(loaded).not.toBe(place);
});

test.each(['', '{', 'undefined', `"${'x'.repeat(1_000_001)}"`])(
  'text that is no place, or too long to be one, is nothing (%#)',
  (text) => {
    const browser = memory();
    browser.kept.set(placeKey, text);
    expect(createPlaceStore(() => browser).load()).toBeNull();
  },
);

test('storage that is forbidden or full is silent', () => {
  const full = createPlaceStore(() => ({
    getItem: () => null,
    setItem() {
      throw new DOMException('No room.', 'QuotaExceededError');
    },
  }));
  const forbidden = createPlaceStore(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
  for (const store of [full, forbidden]) {
    store.save({ mode: 'labs' });
    expect(store.load()).toBeNull();
  }
});
